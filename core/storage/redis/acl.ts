/** The least that Redis must allow, as a line for `redis-cli`. */
import type { RedisSettings } from '../../model/storage.ts';

const reading = '+ping +select +scan +type +get +getrange +exists +eval_ro';

/** Whom the line is about: Webdis is the user `default`; a token of Upstash is another's. */
export function redisUser({ gateway }: Pick<RedisSettings, 'gateway'>): string {
  return gateway === 'webdis' ? 'default' : 'bucketmark';
}

/** Values of names under the prefix only, and no command but those that are used. */
export function redisAcl(
  settings: Pick<RedisSettings, 'gateway' | 'prefix'>,
  use: 'source' | 'target',
): string {
  const pattern = `~${settings.prefix.replace(/[\\*?[\]]/g, (letter) => `\\${letter}`)}*`;
  const commands = use === 'source' ? reading : `${reading} +set +del +eval`;
  const user =
    settings.gateway === 'webdis'
      ? "default resetpass '>PASSWORD' resetkeys"
      : "bucketmark on resetpass '>PASSWORD' resetkeys";
  return `ACL SETUSER ${user} '${pattern}' -@all ${commands}`;
}
