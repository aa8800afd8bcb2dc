/** Every server that tests run against. */
import { minio } from './minio.ts';
import type { Server } from './server.ts';

export const servers = {
  minio,
} satisfies Record<string, Server>;

export type ServerName = keyof typeof servers;
