/** s3rver, from npm: an S3 whose buckets keep CORS rules of their own, as MinIO's do not. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, launch, untilAnswers } from './process.ts';
import type { Access, RunningServer } from './server.ts';

/** Starts it with these buckets, empty and without rules; their files go when it stops. */
export async function startS3rver(buckets: readonly string[]): Promise<RunningServer> {
  const folder = await mkdtemp(join(tmpdir(), 'bucketmark-s3rver-'));
  const port = await freePort();
  const access: Access = {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
  };
  const executable = fileURLToPath(new URL('../../node_modules/s3rver/bin/s3rver.js', import.meta.url));
  const launched = launch(
    process.execPath,
    [
      executable,
      '--address=127.0.0.1',
      `--port=${port}`,
      `--directory=${folder}`,
      '--no-vhost-buckets',
      '--silent',
      ...buckets.flatMap((bucket) => ['--configure-bucket', bucket]),
    ],
    {},
  );
  await untilAnswers(`${access.endpoint}/${buckets[0] ?? ''}`, launched);
  return {
    access,
    pid: launched.pid,
    async stop() {
      await launched.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
