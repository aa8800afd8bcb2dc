/** Starts the servers once for each vitest project. Without one, only the tests that ask for it fail. */
import type { TestProject } from 'vitest/node';
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
        return () => started.stop();
      },
      (missing) => {
        provide('minio', { missing });
        provide('noCors', { missing });
      },
    ),
    unlessMissing(
      async () => {
        const started = await startFakeGcs();
        provide('fakeGcs', started.access);
        return () => started.stop();
      },
      (missing) => provide('fakeGcs', { missing }),
    ),
    unlessMissing(
      async () => {
        const started = await startAzurite();
        provide('azurite', started.access);
        return () => started.stop();
      },
      (missing) => provide('azurite', { missing }),
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
