/** What a refusal of Redis or of its gateway means, and what to do about it. */
import { StorageError, type Remedy, type StorageErrorCode } from '../../errors.ts';
import type { RedisCredentials, RedisSettings } from '../../model/storage.ts';
import type { Host } from '../../ports.ts';
import { redisAcl } from './acl.ts';

export type Operation = 'list' | 'stat' | 'read' | 'write' | 'remove' | 'presign';

/** What was asked, for the words. */
export interface Asked {
  readonly operation: Operation;
  readonly key?: string | undefined;
  readonly settings: RedisSettings;
  readonly credentials: RedisCredentials | undefined;
}

interface Verdict {
  readonly code: StorageErrorCode;
  readonly message: string;
  readonly remedy?: Remedy;
}

function toError({ code, message, remedy }: Verdict, asked: Asked, status?: number): StorageError {
  return new StorageError(code, message, {
    operation: asked.operation,
    ...(asked.key === undefined ? {} : { key: asked.key }),
    ...(status === undefined ? {} : { status }),
    ...(remedy ? { remedy } : {}),
  });
}

/** An answer of the gateway itself. `knowsUs`: it runs a harmless command for these credentials. */
export function gatewayError(status: number, asked: Asked, knowsUs: boolean): StorageError {
  return toError(judgeStatus(status, asked, knowsUs), asked, status);
}

function judgeStatus(status: number, asked: Asked, knowsUs: boolean): Verdict {
  const { settings, key, credentials } = asked;
  const host = new URL(settings.endpoint).host;
  const what = settings.gateway === 'webdis' ? 'the user and the password' : 'the token';
  if (status === 401 || (status === 403 && !knowsUs)) {
    return {
      code: 'credentials-invalid',
      message: credentials ? `${host} refuses ${what}.` : `${host} asks for ${what}.`,
      remedy: {
        text:
          settings.gateway === 'webdis'
            ? 'Enter them as they stand at `http_basic_auth` in webdis.json.'
            : 'Copy the REST token of this database again.',
      },
    };
  }
  if (status === 403) return { code: 'forbidden', ...notAllowed(settings, host) };
  if (status === 413) return largeVerdict(host, key);
  if (status === 429) return { code: 'throttled', message: `${host} takes no more requests at the moment.` };
  if (status === 503) {
    return {
      code: 'offline',
      message: `${host} answers, but it does not reach its Redis.`,
      remedy: { text: 'Start Redis, or correct its address in the configuration of the gateway.' },
    };
  }
  return {
    code: 'unexpected',
    message: `${host} answers, but not as ${settings.gateway === 'webdis' ? 'Webdis' : 'Upstash'} does (${status}).`,
    remedy: { text: 'Check the address, and which gateway it is.' },
  };
}

/** An error that Redis answered; `said` begins with its code. */
export function redisError(said: string, asked: Asked): StorageError {
  return toError(judgeReply(said, asked), asked);
}

function judgeReply(said: string, { settings, key = '' }: Asked): Verdict {
  const host = new URL(settings.endpoint).host;
  if (/^NOAUTH|^ERR AUTH/.test(said)) {
    return {
      code: 'credentials-invalid',
      message: `Redis behind ${host} asks for a password that the gateway does not have.`,
      remedy: { text: 'Set it where the gateway is configured: `redis_auth` in webdis.json.' },
    };
  }
  if (said.startsWith('WRONGPASS') || /unauthorized/i.test(said)) {
    return {
      code: 'credentials-invalid',
      message: `Redis behind ${host} refuses the password.`,
      remedy: { text: 'Enter it again.' },
    };
  }
  if (/^NOPERM|ACL failure in script|unknown command|is not allowed/i.test(said)) {
    return { code: 'forbidden', ...notAllowed(settings, host) };
  }
  if (said.startsWith('READONLY')) {
    return {
      code: 'forbidden',
      message: `Redis behind ${host} is a replica that only reads. Nothing was written.`,
      remedy: { text: 'Use the address of the primary.' },
    };
  }
  if (/WRONGTYPE/.test(said)) {
    return {
      code: 'unexpected',
      message: `"${key}" is a list, hash or set in Redis. Only strings are objects; it was left as it is.`,
    };
  }
  if (/DB index is out of range/i.test(said)) {
    return {
      code: 'not-found',
      message: `Redis behind ${host} has no database ${settings.database}.`,
      remedy: { text: 'It has 0 to 15 unless `databases` in redis.conf says otherwise.' },
    };
  }
  if (/request size exceeded|exceeds maximum allowed size/i.test(said)) return largeVerdict(host, key);
  if (said.startsWith('OOM')) {
    return {
      code: 'unexpected',
      message: `Redis behind ${host} has no memory left. Nothing was written.`,
      remedy: { text: 'What you drew is on this device. Free some memory there or raise `maxmemory`.' },
    };
  }
  if (/^(?:LOADING|BUSY|TRYAGAIN)|requests? limit exceeded/i.test(said)) {
    return { code: 'throttled', message: `Redis behind ${host} takes no requests at the moment.` };
  }
  return { code: 'unexpected', message: `Redis behind ${host} answered: ${said}` };
}

function largeVerdict(host: string, key = ''): Verdict {
  return {
    code: 'too-large',
    message: `${host} takes no value as large as "${key}". Nothing was written.`,
    remedy: {
      text: 'Webdis takes 128 MiB unless `http_max_request_size` says otherwise, Upstash what the plan allows, Redis 512 MiB.',
    },
  };
}

/** A value that is not sent, or whose upload ended without an answer while the gateway is there. */
export function tooLarge(asked: Asked): StorageError {
  return toError(largeVerdict(new URL(asked.settings.endpoint).host, asked.key), asked);
}

export function noObject(asked: Asked): StorageError {
  return toError(
    {
      code: 'not-found',
      message: `"${asked.key ?? ''}" is not in Redis.`,
      remedy: { text: 'It may have expired or been deleted since it was listed. Skip it, or try again.' },
    },
    asked,
  );
}

export function changed(asked: Asked, overwrite: 'never' | 'same-version'): StorageError {
  const never = overwrite === 'never';
  const what = never ? 'is already in Redis' : 'was changed in Redis after it was read here';
  return toError(
    {
      code: 'precondition-failed',
      message: `"${asked.key ?? ''}" ${what}. Nothing was overwritten.`,
      remedy: { text: never ? 'Choose another name.' : 'Read it again, then decide.' },
    },
    asked,
  );
}

export function noSuchName(asked: Asked): StorageError {
  return toError({ code: 'invalid-name', message: `No object can be named "${asked.key ?? ''}".` }, asked);
}

export function noAddress(asked: Asked): StorageError {
  const message = 'Redis has no addresses that open without its password.';
  return toError({ code: 'unexpected', message }, asked);
}

export function onlyDatabaseZero(asked: Asked): StorageError {
  const message = `Upstash has one database, 0, and no ${asked.settings.database}.`;
  return toError({ code: 'not-found', message, remedy: { text: 'Set the database to 0.' } }, asked);
}

/** The gateway answers, but the browser keeps the answer from this page. */
export function corsRemedy(settings: RedisSettings, host: Host): Remedy {
  const server = new URL(settings.endpoint).host;
  const headers = [
    `Access-Control-Allow-Origin: ${host.origin}`,
    'Access-Control-Allow-Methods: POST, PUT, OPTIONS',
    'Access-Control-Allow-Headers: Authorization, Content-Type, Upstash-Encoding',
  ];
  return {
    text:
      host.kind === 'extension'
        ? `Allow the extension to reach ${server}.`
        : `Webdis and Upstash allow every page on their own; serverless-redis-http and some proxies do not. Let the server at ${server} add these headers and answer OPTIONS with 200, or go on in the extension, which needs none.`,
    snippets: [{ title: 'Headers', text: headers.join('\n') }],
  };
}

function notAllowed(settings: RedisSettings, host: string): { message: string; remedy: Remedy } {
  return {
    message: `${host} does not allow these credentials every command that is needed.`,
    remedy: {
      text: 'Allow SCAN, TYPE, GET, GETRANGE, EXISTS, SELECT and EVAL_RO (EVAL before Redis 7) to read, and SET, DEL and EVAL to write. Webdis has a list of its own, `acl` in webdis.json, and is the user `default` of Redis unless it was told another.',
      snippets: [
        { title: 'Redis: read', text: redisAcl(settings, 'source') },
        { title: 'Redis: read and write', text: redisAcl(settings, 'target') },
      ],
    },
  };
}
