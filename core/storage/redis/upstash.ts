/** Upstash's REST protocol (https://upstash.com/docs/redis/features/restapi), which other gateways speak as well. */
import * as v from 'valibot';
import type { RedisCredentials, RedisSettings } from '../../model/storage.ts';
import type { Gateway } from './gateway.ts';
import type { Refused, Reply } from './reply.ts';

const refusal = v.object({ error: v.string() });
const success = v.object({ result: v.unknown() });

/** Answers are asked for in base64: JSON alone cannot carry bytes. */
export function makeUpstash(settings: RedisSettings, credentials: RedisCredentials | undefined): Gateway {
  const root = settings.endpoint.replace(/\/+$/, '');
  const headers = {
    'upstash-encoding': 'base64',
    ...(credentials?.kind === 'redis-token' ? { authorization: `Bearer ${credentials.token}` } : {}),
  };
  return {
    // A string of Redis holds no more; plans hold less, and say so.
    largestValue: 512 * 1024 * 1024,
    request: (command, last) =>
      last
        ? {
            url: `${root}/${command.map((word) => encodeURIComponent(word)).join('/')}`,
            method: 'POST',
            headers: { ...headers, 'content-type': 'application/octet-stream' },
            body: last,
          }
        : {
            url: `${root}/`,
            method: 'POST',
            headers: { ...headers, 'content-type': 'application/json' },
            body: JSON.stringify(command),
          },
    answer(bytes) {
      try {
        return readAnswer(JSON.parse(new TextDecoder().decode(bytes)));
      } catch {
        return undefined;
      }
    },
  };
}

function readAnswer(json: unknown): Reply | Refused | undefined {
  if (v.is(refusal, json)) return { refused: json.error };
  return v.is(success, json) ? decode(json.result) : undefined;
}

/** Throws where a value is none that Redis answers. */
function decode(value: unknown): Reply {
  if (value === null || typeof value === 'number') return value;
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== 'string') throw new TypeError('This is no answer of Redis.');
  // The one string that is never encoded; no base64 has this length.
  if (value === 'OK') return new TextEncoder().encode(value);
  return Uint8Array.from(atob(value), (character) => character.charCodeAt(0));
}
