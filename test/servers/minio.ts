/** MinIO: found on the PATH, else built from its published source, as it no longer publishes binaries. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder, findOnPath, isExecutable, launch, untilAnswers } from './process.ts';
import type { Server } from './server.ts';

/** The last commit of 2026-02-12; the module is published under a pseudo-version. */
const version = 'v0.0.0-20260212201848-7aac2a2c5b7c';
const region = 'us-east-1';
const accessKeyId = 'bucketmark';
const secretAccessKey = 'bucketmark-secret';

const run = promisify(execFile);

async function build(go: string, executable: string): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  const scratch = await mkdtemp(join(cacheFolder, 'building-'));
  try {
    process.stdout.write('MinIO: building it once with Go, which takes some minutes\n');
    await run(go, ['install', `github.com/minio/minio@${version}`], {
      cwd: scratch,
      env: { ...process.env, GOBIN: scratch, CGO_ENABLED: '0' },
      maxBuffer: 64 * 1024 * 1024,
    });
    await rename(join(scratch, 'minio'), executable);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

export const minio: Server = {
  name: 'MinIO',

  async obtain() {
    const onPath = await findOnPath('minio');
    if (onPath) return onPath;
    const executable = join(cacheFolder, `minio-${version}`);
    if (await isExecutable(executable)) return executable;
    const go = await findOnPath('go');
    if (!go) {
      throw new Error('MinIO is missing: put `minio` on the PATH, or install Go 1.24 or later to build it.');
    }
    await build(go, executable);
    return executable;
  },

  async start({ executable, folder, port }) {
    const endpoint = `http://127.0.0.1:${port}`;
    const certs = join(folder, '.certs');
    const launched = launch(
      executable,
      ['server', '--quiet', '--certs-dir', certs, '--address', `127.0.0.1:${port}`, join(folder, 'data')],
      {
        MINIO_ROOT_USER: accessKeyId,
        MINIO_ROOT_PASSWORD: secretAccessKey,
        // As at Amazon: a signature for another region is refused, and `bucket.localhost` is a bucket.
        MINIO_SITE_REGION: region,
        MINIO_DOMAIN: 'localhost',
        MINIO_BROWSER: 'off',
        MINIO_UPDATE: 'off',
      },
    );
    await untilAnswers(`${endpoint}/minio/health/ready`, launched);
    return {
      access: { endpoint, region, accessKeyId, secretAccessKey },
      pid: launched.pid,
      stop: () => launched.stop(),
    };
  },
};
