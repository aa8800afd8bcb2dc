/** One request to a container: signed, sent, and its failures named. */
import type { AzureCredentials, AzureSettings } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';
import { diagnoseUnanswered, noteAnswer } from '../diagnose.ts';
import { encodeStrict } from '../s3/url.ts';
import { type Authorized, openAuthority } from './authority.ts';
import { blockedWords, corsRemedy } from './cors.ts';
import type { Operation } from '../refusal.ts';
import { toStorageError, type Asked } from './errors.ts';

export interface Call {
  readonly operation: Operation;
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Blob | Uint8Array<ArrayBuffer> | string;
  readonly signal?: AbortSignal | undefined;
  readonly overwrite?: Asked['overwrite'];
  readonly cache?: RequestCache;
}

export interface Caller {
  /** The answer, whatever its status. */
  readonly send: (call: Call) => Promise<Response>;
  /** Waits for a part of an answer; says why there was none. */
  readonly unlessUnanswered: <T>(call: Call, answer: Promise<T>) => Promise<T>;
  /** Throws what an answer means that is not 2xx. */
  readonly refuse: (call: Call, response: Response) => Promise<never>;
  /** The query that lets anyone read one blob; empty where everyone may. */
  readonly grantRead: (key: string, seconds: number) => Promise<string>;
}

export function makeCaller(
  settings: AzureSettings,
  credentials: AzureCredentials | undefined,
  ports: Ports,
): Caller {
  const { container } = settings;
  const authority = openAuthority(settings, credentials, ports);

  /** Authorised anew once where a token or a signature lapsed on the way. */
  async function send(call: Call): Promise<Response> {
    const first = await authority.authorize(call);
    const response = await sendOnce(call, first);
    if (!authority.isStale(first, response)) return response;
    return sendOnce(call, await authority.authorize(call));
  }

  async function sendOnce(call: Call, authorized: Authorized): Promise<Response> {
    const { method, url, query, headers, body, signal, cache } = call;
    const asked = Object.entries(query ?? {}).map(([name, value]) => `${name}=${encodeStrict(value)}`);
    const search = [...asked, authorized.query].filter((part) => part !== '').join('&');
    const response = await unlessUnanswered(
      call,
      ports.fetch(search === '' ? url : `${url}?${search}`, {
        method,
        credentials: 'omit',
        headers: { ...headers, ...authorized.headers },
        ...(body === undefined ? {} : { body }),
        ...(signal ? { signal } : {}),
        ...(cache ? { cache } : {}),
      }),
    );
    noteAnswer({ url, name: container, method }, ports);
    return response;
  }

  async function unlessUnanswered<T>(call: Call, answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (cause) {
      // What `fetch` says of every failure of the network.
      if (call.signal?.aborted || !(cause instanceof TypeError)) throw cause;
      const { url, operation, method, key, signal } = call;
      const verb = operation === 'write' || operation === 'remove' ? 'write to' : 'read';
      throw await diagnoseUnanswered(
        {
          url,
          name: container,
          operation,
          method,
          cause,
          signal,
          corsRemedy: corsRemedy(settings, ports.host),
          blocked: blockedWords(settings, verb, ports.host),
          ...(key === undefined ? {} : { key }),
        },
        ports,
      );
    }
  }

  async function refuse({ operation, key, overwrite }: Call, response: Response): Promise<never> {
    const body = await response.text().catch(() => '');
    throw toStorageError(
      { status: response.status, headers: response.headers, body },
      { operation, key, overwrite, settings, credentials, now: ports.clock.now() },
    );
  }

  return { send, unlessUnanswered, refuse, grantRead: (key, seconds) => authority.grantRead(key, seconds) };
}
