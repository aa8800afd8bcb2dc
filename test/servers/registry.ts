/** Every server that tests run against; gateways in front of one are started with it (`start.ts`). */
import { azurite, azuriteOauth } from './azurite.ts';
import { fakeGcs } from './fake-gcs.ts';
import { minio } from './minio.ts';
import { redis } from './redis.ts';
import type { Server } from './server.ts';

export const servers = {
  minio,
  azurite,
  azuriteOauth,
  fakeGcs,
  redis,
} satisfies Record<string, Server | Server<{ readonly port: number }>>;
