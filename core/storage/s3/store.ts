/** Amazon S3 and everything that speaks it. Requests are presigned, unless told otherwise, and go by plain `fetch`. */
import type { S3Credentials, S3Settings } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';
import { diagnoseUnanswered, noteAnswer } from '../diagnose.ts';
import type {
  ListPage,
  ListQuery,
  ObjectInfo,
  ObjectStore,
  ReadOptions,
  WriteOptions,
} from '../object-store.ts';
import { type Authorized, openAuthority } from './authority.ts';
import { corsRemedy } from './cors.ts';
import type { Operation } from '../refusal.ts';
import { toStorageError, type Asked } from './errors.ts';
import { parseListPage } from './list-page.ts';
import { bucketUrl, objectUrl } from './url.ts';

/** Larger bodies go in parts, which can be tried again one by one and report progress. */
const singlePutLimit = 8 * 1024 * 1024;
interface Call {
  readonly operation: Operation;
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Blob;
  readonly signal?: AbortSignal | undefined;
  readonly overwrite?: Asked['overwrite'];
  readonly cache?: RequestCache;
}

/** Makes a store for one bucket. Nothing is asked of it yet. */
export function openS3Store(
  settings: S3Settings,
  credentials: S3Credentials | undefined,
  ports: Ports,
): ObjectStore {
  const authority = openAuthority(settings, credentials, ports);

  /** The answer, whatever its status; authorised anew once where keys or address lapsed on the way. */
  async function send(call: Call): Promise<Response> {
    const first = await authority.authorize(call);
    const response = await sendOnce(call, first);
    if (response.status < 400 || response.status > 403) return response;
    const body = await response
      .clone()
      .text()
      .catch(() => '');
    const stale = authority.isStale(first, { status: response.status, body });
    return stale ? sendOnce(call, await authority.authorize(call)) : response;
  }

  async function sendOnce(call: Call, authorized: Authorized): Promise<Response> {
    const { method, headers, body, signal, cache } = call;
    const response = await unlessUnanswered(
      call,
      ports.fetch(authorized.url, {
        method,
        credentials: 'omit',
        headers: { ...headers, ...authorized.headers },
        ...(body ? { body } : {}),
        ...(signal ? { signal } : {}),
        ...(cache ? { cache } : {}),
      }),
    );
    noteAnswer({ url: call.url, name: settings.bucket, method }, ports);
    return response;
  }

  /** Waits for `answer`; says why there was none. */
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
          corsRemedy: corsRemedy(settings, ports.host),
          signal: call.signal,
          ...(call.key === undefined ? {} : { key: call.key }),
        },
        ports,
      );
    }
  }

  async function refuse(call: Call, response: Response): Promise<never> {
    const body = await response.text().catch(() => '');
    const { operation, key, overwrite } = call;
    throw toStorageError(
      { status: response.status, headers: response.headers, body },
      { operation, key, overwrite, settings, credentials, now: ports.clock.now() },
    );
  }

  async function* list(query: ListQuery): AsyncGenerator<ListPage> {
    let next: { token?: string; startAfter?: string } | undefined =
      query.startAfter === undefined ? {} : { startAfter: query.startAfter };
    while (next !== undefined) {
      query.signal?.throwIfAborted();
      const call: Call = {
        operation: 'list',
        method: 'GET',
        url: `${bucketUrl(settings)}/`,
        cache: 'no-store',
        signal: query.signal,
        query: {
          'list-type': '2',
          'encoding-type': 'url',
          'max-keys': String(query.pageSize ?? 1000),
          ...(query.prefix ? { prefix: query.prefix } : {}),
          ...(query.delimiter ? { delimiter: query.delimiter } : {}),
          ...(next.startAfter === undefined ? {} : { 'start-after': next.startAfter }),
          ...(next.token === undefined ? {} : { 'continuation-token': next.token }),
        },
      };
      const response = await send(call);
      if (!response.ok) await refuse(call, response);
      const body = await unlessUnanswered(call, response.text());
      const page = parseListPage(body);
      if (page === undefined) {
        throw toStorageError(
          { status: response.status, headers: response.headers, body: '' },
          { operation: 'list', settings, credentials, now: ports.clock.now() },
        );
      }
      next = page.next;
      yield { objects: page.objects, prefixes: page.prefixes };
    }
  }

  async function stat(key: string, options: { signal?: AbortSignal } = {}): Promise<ObjectInfo> {
    const url = objectUrl(settings, key, 'stat');
    const call: Call = {
      operation: 'stat',
      method: 'HEAD',
      url,
      key,
      cache: 'no-store',
      signal: options.signal,
    };
    const infoOf = ({ headers }: Response): ObjectInfo =>
      toInfo(key, Number(headers.get('content-length') ?? 0), headers);
    const response = await send(call);
    if (response.ok) return infoOf(response);
    if (response.status === 404) return refuse(call, response);
    // An answer to HEAD has no body, so the reason must be asked for again.
    const again: Call = { ...call, method: 'GET', headers: { range: 'bytes=0-0' } };
    const reason = await send(again);
    if (!reason.ok) return refuse(call, reason);
    // What can be read was refused for keys or an address that lapsed.
    const second = await send(call);
    return second.ok ? infoOf(second) : refuse(call, second);
  }

  async function read(key: string, { range, signal }: ReadOptions = {}): Promise<Blob> {
    const call: Call = {
      operation: 'read',
      method: 'GET',
      url: objectUrl(settings, key, 'read'),
      key,
      signal,
      // Signed addresses change by the second, so a cache could only give back what was replaced since; and Chromium
      // runs ranges of one address one after another through its cache (crbug.com/969828).
      cache: 'no-store',
      ...(range ? { headers: { range: `bytes=${range.start}-${range.end}` } } : {}),
    };
    const response = await send(call);
    if (response.status === 416) return new Blob([]);
    if (!response.ok) await refuse(call, response);
    const blob = await unlessUnanswered(call, response.blob());
    return range && response.status === 200 ? blob.slice(range.start, range.end + 1) : blob;
  }

  async function write(key: string, body: Blob, options: WriteOptions = {}): Promise<ObjectInfo> {
    const { ifMatch, ifNoneMatch, signal, onProgress } = options;
    const overwrite = ifNoneMatch ? 'never' : ifMatch === undefined ? undefined : 'same-version';
    const url = objectUrl(settings, key, 'write');
    const contentType = options.contentType ?? (body.type || 'application/octet-stream');
    const conditions = {
      ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
      ...(ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch }),
    };
    const headers = { 'content-type': contentType, ...conditions };
    const call: Call = { operation: 'write', method: 'PUT', url, key, headers, body, signal, overwrite };
    if (body.size > singlePutLimit && credentials) {
      const { writeInParts } = await import('./multipart.ts');
      const answer = writeInParts({
        settings,
        credentials,
        authority,
        ports,
        key,
        body,
        contentType,
        options,
      });
      const etag = await unlessUnanswered(call, answer);
      return { key, size: body.size, etag, modified: ports.clock.now(), contentType };
    }
    const response = await send(call);
    // A version to replace that is gone is a version that changed.
    if (response.status === 404 && overwrite === 'same-version') {
      await refuse(call, new Response(null, { status: 412 }));
    }
    if (!response.ok) await refuse(call, response);
    onProgress?.(body.size);
    return { ...toInfo(key, body.size, response.headers), modified: ports.clock.now(), contentType };
  }

  async function remove(key: string): Promise<void> {
    const call: Call = {
      operation: 'remove',
      method: 'DELETE',
      url: objectUrl(settings, key, 'remove'),
      key,
    };
    const response = await send(call);
    if (!response.ok && response.status !== 404) await refuse(call, response);
  }

  async function presign(key: string, seconds: number): Promise<URL> {
    const url = objectUrl(settings, key, 'presign');
    return new URL(await authority.presign(url, seconds));
  }

  const capabilities = { write: true, conditionalWrite: true, presign: true, parallelList: true };
  return { capabilities, list, stat, read, write, remove, presign };
}

function toInfo(key: string, size: number, headers: Headers): ObjectInfo {
  const contentType = headers.get('content-type');
  return {
    key,
    size,
    etag: (headers.get('etag') ?? '').replace(/^W\/|"/g, ''),
    modified: Date.parse(headers.get('last-modified') ?? '') || 0,
    ...(contentType ? { contentType } : {}),
  };
}
