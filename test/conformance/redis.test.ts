import { openTestRedis } from '#test/fakes/redis.ts';
import { testObjectStore } from './object-store.ts';

const cleanUp = async (): Promise<void> => {};

testObjectStore(
  'Redis (Webdis)',
  async () => ({ store: openTestRedis('webdis', { settings: { database: 3 } }), cleanUp }),
  { onlyBytes: true },
);

testObjectStore(
  "Redis (stand-in that speaks Upstash' protocol)",
  async () => ({ store: openTestRedis('upstash'), cleanUp }),
  { onlyBytes: true },
);
