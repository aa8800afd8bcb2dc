/** One request, and what its answer or silence means; for both of Google's interfaces. */
import { StorageError, type Remedy } from '../../errors.ts';
import type { GcsCredentials, GcsSettings } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';
import { diagnoseUnanswered, noteAnswer } from '../diagnose.ts';
import type { WriteOptions } from '../object-store.ts';
import type { Operation } from '../refusal.ts';
import { toStorageError, type Asked } from './errors.ts';

export interface Call {
  readonly operation: Operation;
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  /** Whole, with its query. */
  readonly url: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Blob | string;
  readonly signal?: AbortSignal | undefined;
  readonly overwrite?: Asked['overwrite'];
}

export interface Caller {
  /** The answer, whatever its status. */
  readonly send: (call: Call) => Promise<Response>;
  /** Waits for `answer`; says why there was none. */
  readonly unlessUnanswered: <T>(call: Call, answer: Promise<T>) => Promise<T>;
  readonly refuse: (call: Call, response: Response) => Promise<never>;
}

export interface Connection {
  readonly settings: GcsSettings;
  readonly credentials: GcsCredentials | undefined;
  readonly ports: Ports;
  readonly corsRemedy: Remedy;
  /** What to say where a page is not let in although no rule is missing. */
  readonly blocked?: string;
}

export function makeCaller({ settings, credentials, ports, corsRemedy, blocked }: Connection): Caller {
  async function unlessUnanswered<T>(call: Call, answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (cause) {
      // What `fetch` says of every failure of the network.
      if (call.signal?.aborted || !(cause instanceof TypeError)) throw cause;
      throw await diagnoseUnanswered(
        {
          url: call.url,
          name: settings.bucket,
          operation: call.operation,
          method: call.method,
          cause,
          corsRemedy,
          signal: call.signal,
          ...(call.key === undefined ? {} : { key: call.key }),
          ...(blocked === undefined ? {} : { blocked }),
        },
        ports,
      );
    }
  }

  return {
    unlessUnanswered,
    async send(call) {
      const response = await unlessUnanswered(call, ports.fetch(call.url, toInit(call)));
      noteAnswer({ url: call.url, name: settings.bucket, method: call.method }, ports);
      return response;
    },
    async refuse(call, response) {
      const body = await response.text().catch(() => '');
      const { operation, key, overwrite } = call;
      throw toStorageError(
        { status: response.status, headers: response.headers, body },
        { operation, key, overwrite, settings, credentials, now: ports.clock.now() },
      );
    },
  };
}

function toInit({ method, headers, body, signal }: Call): RequestInit {
  return {
    method,
    credentials: 'omit',
    // Google's 304 lacks the CORS header, so browsers must not ask whether a copy is still good (crbug.com/1214563).
    cache: 'no-store',
    ...(headers ? { headers } : {}),
    ...(body === undefined ? {} : { body }),
    ...(signal ? { signal } : {}),
  };
}

/**
 * The generation a write may replace: `0` for none, undefined for any.
 * @throws StorageError `precondition-failed` where `ifMatch` is no generation, so that no object can have it;
 * `cors` where it is empty, as the bucket's rule hides generations.
 */
export function generationToMatch(
  { ifMatch, ifNoneMatch }: WriteOptions,
  key: string,
  bucket: string,
): string | undefined {
  if (ifNoneMatch) return '0';
  if (ifMatch === undefined || /^[1-9]\d*$/.test(ifMatch)) return ifMatch;
  if (ifMatch === '') {
    const hidden = `This page may not see the versions in "${bucket}", so it cannot tell whether "${key}" was changed. Nothing was overwritten.`;
    throw new StorageError('cors', hidden, {
      operation: 'write',
      key,
      remedy: { text: 'Add x-goog-generation to responseHeader in the rule of the bucket.' },
    });
  }
  const message = `"${key}" was changed in "${bucket}" after it was read here. Nothing was overwritten.`;
  throw new StorageError('precondition-failed', message, {
    operation: 'write',
    key,
    remedy: { text: 'Read it again, then decide.' },
  });
}

export function overwriteOf({ ifMatch, ifNoneMatch }: WriteOptions): Asked['overwrite'] {
  if (ifNoneMatch) return 'never';
  return ifMatch === undefined ? undefined : 'same-version';
}
