// `npm start`: installs what is missing, then runs the app and a sample bucket until Ctrl-C.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { installPackages, root } from './install.mjs';

installPackages();
process.chdir(root);
const { startSampleBucket } = await import('./sample-bucket.mjs');
const { createServer: createViteServer } = await import('vite');

/** The first port from `first` on that nobody listens on. */
async function freePort(first) {
  for (let port = first; port < first + 100; port += 1) {
    const probe = createServer().listen(port, 'localhost');
    const free = await once(probe, 'listening').then(
      () => true,
      () => false,
    );
    probe.close();
    if (free) return port;
  }
  throw new Error(`No port is free from ${first} to ${first + 99}.`);
}

const bucket = await startSampleBucket(await freePort(4568));
// Vite hands variables with this prefix to the page: Home offers the bucket.
process.env.VITE_SAMPLE_BUCKET = bucket.address;
const vite = await createViteServer({
  logLevel: 'warn',
  server: { host: 'localhost', port: await freePort(5173), strictPort: true },
});
await vite.listen();

console.log(`
  Bucketmark        ${vite.resolvedUrls?.local[0]}
                    open it and choose "Try the sample"

  A bucket to try   ${bucket.address}
  Access key ID     ${bucket.accessKeyId}
  Secret key        ${bucket.secretAccessKey}
                    paste the address on the first page; it holds 40 images, a manifest,
                    a JSON task, a point cloud and a video

  Ctrl-C stops both.
`);

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  await Promise.allSettled([vite.close(), bucket.stop()]);
  process.exit(0);
}
process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());
