/** One request to a container: signed, sent, and its failures named. */
import { StorageError } from '../../errors.ts';
import type { AzureCredentials, AzureSettings } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';
import { diagnoseUnanswered } from '../diagnose.ts';
import { encodeStrict } from '../s3/url.ts';
import { blockedWords, corsRemedy } from './cors.ts';
import type { Operation } from '../refusal.ts';
import { toStorageError, type Asked } from './errors.ts';
import { bareSas, makeMinter, type Permissions } from './sas.ts';

/** As long as signatures for single requests hold. */
const requestMs = 15 * 60_000;
/** A signature is used for so long, so that the same object has the same address for a while. */
const reuseMs = 5 * 60_000;

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

const permissions: Readonly<Record<Operation, Permissions>> = {
  list: 'rl',
  stat: 'r',
  read: 'r',
  presign: 'r',
  // Reading too: an upload asks which of its parts are there.
  write: 'rcw',
  remove: 'd',
};

export function makeCaller(
  settings: AzureSettings,
  credentials: AzureCredentials | undefined,
  ports: Ports,
): Caller {
  const { account, container } = settings;
  const mint = credentials?.kind === 'azure-key' ? makeMinter(credentials.key) : undefined;
  const pasted = credentials?.kind === 'azure-sas' ? bareSas(credentials.sas) : '';
  const minted = new Map<Permissions, { readonly query: Promise<string>; readonly at: number }>();

  function requireMint(operation: Operation): NonNullable<typeof mint> {
    if (mint) return mint;
    throw new StorageError('credentials-invalid', 'This account key is not whole: it is no base64.', {
      operation,
      remedy: { text: 'Copy "Key" from "Access keys" in the portal again, to its end.' },
    });
  }

  async function signatureFor(operation: Operation): Promise<string> {
    if (credentials?.kind !== 'azure-key') return pasted;
    const now = ports.clock.now();
    const allowed = permissions[operation];
    const known = minted.get(allowed);
    if (known && Math.abs(now - known.at) < reuseMs) return known.query;
    const expires = now + requestMs;
    const query = requireMint(operation)({ account, container, permissions: allowed, expires });
    minted.set(allowed, { query, at: now });
    return query;
  }

  async function send(call: Call): Promise<Response> {
    const { method, url, query, headers, body, signal, cache, operation } = call;
    const asked = Object.entries(query ?? {}).map(([name, value]) => `${name}=${encodeStrict(value)}`);
    const search = [...asked, await signatureFor(operation)].filter((part) => part !== '').join('&');
    return unlessUnanswered(
      call,
      ports.fetch(search === '' ? url : `${url}?${search}`, {
        method,
        credentials: 'omit',
        ...(headers ? { headers } : {}),
        ...(body === undefined ? {} : { body }),
        ...(signal ? { signal } : {}),
        ...(cache ? { cache } : {}),
      }),
    );
  }

  async function unlessUnanswered<T>(call: Call, answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (cause) {
      // What `fetch` says of every failure of the network.
      if (call.signal?.aborted || !(cause instanceof TypeError)) throw cause;
      const { url, operation, key, signal } = call;
      const verb = operation === 'write' || operation === 'remove' ? 'write to' : 'read';
      throw await diagnoseUnanswered(
        {
          url,
          name: container,
          operation,
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

  async function grantRead(key: string, seconds: number): Promise<string> {
    if (credentials?.kind !== 'azure-key') return pasted;
    const expires = ports.clock.now() + seconds * 1000;
    return requireMint('presign')({ account, container, key, permissions: 'r', expires });
  }

  return { send, unlessUnanswered, refuse, grantRead };
}
