/** Starts the servers with fresh folders, for vitest and Playwright alike. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TokenAccess } from './azurite.ts';
import { startNoCorsProxy, type Proxy } from './no-cors-proxy.ts';
import { freePort } from './process.ts';
import type { RedisAccess } from './redis.ts';
import { servers } from './registry.ts';
import type { RunningServer, Server } from './server.ts';
import { startUpstashStandIn, type StandIn } from './upstash-stand-in.ts';
import { webdisBefore, type GatewayAccess } from './webdis.ts';

/** A server with a folder that goes when it stops. */
async function startServer<A>(server: Server<A>): Promise<RunningServer<A>> {
  const executable = await server.obtain();
  const folder = await mkdtemp(join(tmpdir(), `bucketmark-${server.name.toLowerCase()}-`));
  const running = await server.start({ executable, folder, port: await freePort() });
  return {
    ...running,
    async stop() {
      await running.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A stand-in for Google Cloud Storage. */
export function startFakeGcs(): Promise<RunningServer> {
  return startServer(servers.fakeGcs);
}

/** A stand-in for Azure Blob Storage; one of its two accounts has no CORS rule. */
export function startAzurite(): Promise<RunningServer> {
  return startServer(servers.azurite);
}

/** The same over https, where it takes tokens. */
export function startAzuriteOauth(): Promise<RunningServer<TokenAccess>> {
  return startServer(servers.azuriteOauth);
}

/** MinIO, and the same MinIO seen through a proxy without CORS. */
export async function startMinio(): Promise<{ minio: RunningServer; noCors: Proxy; stop(): Promise<void> }> {
  const minio = await startServer(servers.minio);
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

export interface StartedRedis {
  readonly redis: RunningServer<RedisAccess>;
  readonly webdis: RunningServer<GatewayAccess>;
  /** The same Webdis seen through a proxy without CORS. */
  readonly noCors: Proxy;
  readonly upstashStandIn: StandIn;
  stop(): Promise<void>;
}

/** Redis with its gateways. */
export async function startRedis(): Promise<StartedRedis> {
  const redis = await startServer(servers.redis);
  try {
    const webdis = await startServer(webdisBefore(redis.access));
    const noCors = await startNoCorsProxy(webdis.access.endpoint);
    const upstashStandIn = await startUpstashStandIn(redis.access);
    return {
      redis,
      webdis,
      noCors,
      upstashStandIn,
      async stop() {
        await upstashStandIn.stop();
        await noCors.stop();
        await webdis.stop();
        await redis.stop();
      },
    };
  } catch (error) {
    await redis.stop();
    throw error;
  }
}
