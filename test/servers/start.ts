/** Starts the servers of the registry with fresh folders, for vitest and Playwright alike. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNoCorsProxy, type Proxy } from './no-cors-proxy.ts';
import { freePort } from './process.ts';
import { servers, type ServerName } from './registry.ts';
import type { RunningServer } from './server.ts';

/** A server with a folder that goes when it stops. */
async function startServer(name: ServerName): Promise<RunningServer> {
  const server = servers[name];
  const executable = await server.obtain();
  const folder = await mkdtemp(join(tmpdir(), `bucketmark-${name}-`));
  const running = await server.start({ executable, folder, port: await freePort() });
  return {
    ...running,
    async stop() {
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A stand-in for Azure Blob Storage; one of its two accounts has no CORS rule. */
export function startAzurite(): Promise<RunningServer> {
  return startServer('azurite');
}

/** MinIO, and the same MinIO seen through a proxy without CORS. */
export async function startMinio(): Promise<{ minio: RunningServer; noCors: Proxy; stop(): Promise<void> }> {
  const minio = await startServer('minio');
  const noCors = await startNoCorsProxy(minio.access.endpoint);
  return {
    minio,
    noCors,
    async stop() {
      await noCors.stop();
      await minio.stop();
    },
  };
}
