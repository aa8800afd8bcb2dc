/** Every server that tests run against. */
import { azurite } from './azurite.ts';
import { minio } from './minio.ts';
import type { Server } from './server.ts';

export const servers = {
  minio,
  azurite,
} satisfies Record<string, Server>;

export type ServerName = keyof typeof servers;
