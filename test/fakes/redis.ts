/** The test servers' Redis, through either gateway. */
import type { RedisCredentials, RedisSettings } from '#core/model/storage.ts';
import type { Ports } from '#core/ports.ts';
import type { ObjectStore } from '#core/storage/object-store.ts';
import { openRedisStore } from '#core/storage/redis/store.ts';
import { gatewayAccess } from '#test/servers/access.ts';
import { makePorts } from './ports.ts';

export interface RedisChanges {
  readonly settings?: Partial<RedisSettings>;
  readonly credentials?: RedisCredentials | undefined;
  readonly ports?: Ports;
}

/** Opens a database as its owner, but for what `changes` say. */
export function openTestRedis(gateway: RedisSettings['gateway'], changes: RedisChanges = {}): ObjectStore {
  const { endpoint, user, secret } = gatewayAccess(gateway === 'webdis' ? 'webdis' : 'upstashStandIn');
  const settings: RedisSettings = {
    provider: 'redis',
    gateway,
    endpoint,
    database: 0,
    prefix: '',
    anonymous: false,
    ...changes.settings,
  };
  const owner: RedisCredentials =
    gateway === 'webdis'
      ? { kind: 'redis-password', user, password: secret }
      : { kind: 'redis-token', token: secret };
  const credentials = 'credentials' in changes ? changes.credentials : owner;
  return openRedisStore(settings, credentials, changes.ports ?? makePorts());
}
