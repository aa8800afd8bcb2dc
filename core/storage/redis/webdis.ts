/** Webdis (https://webd.is): `/DATABASE/COMMAND/argument/….raw`, answered in Redis' own notation. */
import type { RedisCredentials, RedisSettings } from '../../model/storage.ts';
import { toBase64, type Gateway } from './gateway.ts';
import { parseReply } from './reply.ts';

/** What fits its own limit of 128 MiB. Webdis 0.1.9 answers 413 beyond it, and at times crashes. */
const largestValue = 127 * 1024 * 1024;

/**
 * Commands go in the body of a POST, where no server on the way looks at names or logs them, and a PUT takes the
 * last argument as it is. The database is always named, as Webdis has one of its own choice.
 */
export function makeWebdis(settings: RedisSettings, credentials: RedisCredentials | undefined): Gateway {
  const root = settings.endpoint.replace(/\/+$/, '');
  const headers: Record<string, string> =
    credentials?.kind === 'redis-password'
      ? { authorization: `Basic ${toBase64(`${credentials.user}:${credentials.password}`)}` }
      : {};
  return {
    largestValue,
    request(command, last) {
      const path = `${settings.database}/${command.map(encodeArgument).join('/')}.raw`;
      return last
        ? { url: `${root}/${path}`, method: 'PUT', headers, body: last }
        : { url: `${root}/`, method: 'POST', headers, body: path };
    },
    answer(bytes) {
      try {
        return parseReply(bytes)?.reply;
      } catch {
        return undefined;
      }
    },
  };
}

/** A dot would begin the name of an output format. */
function encodeArgument(text: string): string {
  return encodeURIComponent(text).replaceAll('.', '%2E');
}
