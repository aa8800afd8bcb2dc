/** fake-gcs-server: found on the PATH, else built from its published source. Buckets live in its memory. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder, findOnPath, isExecutable, launch, untilAnswers } from './process.ts';
import type { Server } from './server.ts';

const version = 'v1.56.1';

const run = promisify(execFile);

async function build(go: string, executable: string): Promise<void> {
  await mkdir(cacheFolder, { recursive: true });
  const scratch = await mkdtemp(join(cacheFolder, 'building-'));
  try {
    process.stdout.write('fake-gcs-server: building it once with Go, which takes some minutes\n');
    await run(go, ['install', `github.com/fsouza/fake-gcs-server@${version}`], {
      cwd: scratch,
      env: { ...process.env, GOBIN: scratch, CGO_ENABLED: '0' },
      maxBuffer: 64 * 1024 * 1024,
    });
    await rename(join(scratch, 'fake-gcs-server'), executable);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

export const fakeGcs: Server = {
  name: 'fake-gcs-server',

  async obtain() {
    const onPath = await findOnPath('fake-gcs-server');
    if (onPath) return onPath;
    const executable = join(cacheFolder, `fake-gcs-server-${version}`);
    if (await isExecutable(executable)) return executable;
    const go = await findOnPath('go');
    if (!go) {
      throw new Error(
        'fake-gcs-server is missing: put `fake-gcs-server` on the PATH, or install Go 1.26 or later to build it.',
      );
    }
    await build(go, executable);
    return executable;
  },

  async start({ executable, port }) {
    const endpoint = `http://127.0.0.1:${port}`;
    const launched = launch(
      executable,
      [
        '-backend=memory',
        '-scheme=http',
        '-host=127.0.0.1',
        `-port=${port}`,
        // What signed addresses are made for.
        `-public-host=127.0.0.1:${port}`,
        `-external-url=${endpoint}`,
        // Google takes these from every page; the server takes a few of its own choice.
        '-cors-headers=Authorization,X-Goog-Hash,X-Goog-If-Generation-Match,X-Goog-Resumable',
        '-log-level=error',
      ],
      {},
    );
    await untilAnswers(`${endpoint}/_internal/healthcheck`, launched);
    return {
      // It asks nobody who they are.
      access: { endpoint, region: '', accessKeyId: '', secretAccessKey: '' },
      pid: launched.pid,
      stop: () => launched.stop(),
    };
  },
};
