/** Starts the servers once for each vitest project. Without one, only the tests that ask for it fail. */
import type { TestProject } from 'vitest/node';
import { type CuttingProxy, startCuttingProxy } from './cutting-proxy.ts';
import { startOauthStandIn } from './oauth-stand-in.ts';
import { startAzurite, startAzuriteOauth, startFakeGcs, startMinio, startRedis } from './start.ts';
import { startStaticServer } from './static-server.ts';

type Stop = () => Promise<void>;

export default async function setup({ provide }: TestProject): Promise<Stop> {
  const files = await startStaticServer();
  provide('staticEndpoint', files.endpoint);
  const oauth = await startOauthStandIn();
  provide('oauthStandIn', oauth.endpoint);
  const stops = await Promise.all([
    unlessMissing(
      async () => {
        const started = await startMinio();
        provide('minio', started.minio.access);
        provide('noCors', { ...started.minio.access, endpoint: started.noCors.endpoint });
        const line = await startCuttingProxy(started.minio.access.endpoint);
        provide('minioLine', line.access);
        return both(line, started);
      },
      (missing) => {
        provide('minio', { missing });
        provide('minioLine', { missing });
        provide('noCors', { missing });
      },
    ),
    unlessMissing(
      async () => {
        const started = await startFakeGcs();
        provide('fakeGcs', started.access);
        const line = await startCuttingProxy(started.access.endpoint);
        provide('fakeGcsLine', line.access);
        return both(line, started);
      },
      (missing) => {
        provide('fakeGcs', { missing });
        provide('fakeGcsLine', { missing });
      },
    ),
    unlessMissing(
      async () => {
        const started = await startAzurite();
        provide('azurite', started.access);
        const line = await startCuttingProxy(started.access.endpoint);
        provide('azuriteLine', line.access);
        return both(line, started);
      },
      (missing) => {
        provide('azurite', { missing });
        provide('azuriteLine', { missing });
      },
    ),
    unlessMissing(
      async () => {
        const started = await startAzuriteOauth();
        provide('azuriteOauth', started.access);
        return () => started.stop();
      },
      (missing) => provide('azuriteOauth', { missing }),
    ),
    unlessMissing(
      async () => {
        const started = await startRedis();
        provide('webdis', started.webdis.access);
        provide('webdisNoCors', { ...started.webdis.access, endpoint: started.noCors.endpoint });
        provide('upstashStandIn', started.upstashStandIn.access);
        return () => started.stop();
      },
      (missing) => {
        provide('webdis', { missing });
        provide('webdisNoCors', { missing });
        provide('upstashStandIn', { missing });
      },
    ),
  ]);
  return async () => {
    await Promise.all([files.stop(), oauth.stop(), ...stops.map((stop) => stop())]);
  };
}

function both(line: CuttingProxy, server: { stop: Stop }): Stop {
  return async () => {
    await line.stop();
    await server.stop();
  };
}

async function unlessMissing(start: () => Promise<Stop>, tell: (missing: string) => void): Promise<Stop> {
  try {
    return await start();
  } catch (error) {
    if (process.env['CI']) throw error;
    const missing = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${missing}\n`);
    tell(missing);
    return async () => {};
  }
}
