/** Every server that tests run against. */
import { fakeGcs } from './fake-gcs.ts';
import { minio } from './minio.ts';
import type { Server } from './server.ts';

export const servers = {
  minio,
  fakeGcs,
} satisfies Record<string, Server>;

export type ServerName = keyof typeof servers;
