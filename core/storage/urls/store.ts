/** A list of addresses as a storage: each address is a key. It only reads. */
import type { UrlsSettings } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';
import type { ListPage, ListQuery, ObjectInfo, ObjectStore, ReadOptions } from '../object-store.ts';
import { noName, notListed, onlyReads, refused, unanswered, type Asked } from './errors.ts';

interface Call extends Asked {
  readonly method: 'GET' | 'HEAD';
  readonly range?: ReadOptions['range'] | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Makes a store of the addresses in `settings.urls`, in their order. Nothing is asked of any server yet. */
export function openUrlsStore(settings: UrlsSettings, _credentials: undefined, ports: Ports): ObjectStore {
  const listed = new Set(settings.urls);
  return openAddresses([...listed], (key) => listed.has(key), ports);
}

/** A store of every address there is; it lists nothing. */
export function openAnyAddress(ports: Ports): ObjectStore {
  return openAddresses([], () => true, ports);
}

function openAddresses(
  urls: readonly string[],
  isListed: (key: string) => boolean,
  ports: Ports,
): ObjectStore {
  function check(asked: Asked): void {
    if (asked.key === '' || !URL.canParse(asked.key)) throw noName(asked);
    if (!isListed(asked.key)) throw notListed(asked);
  }

  /** The answer, whatever its status, with what `read` makes of its body. */
  async function send<T>(
    { method, range, signal, ...asked }: Call,
    read: (response: Response) => Promise<T>,
  ): Promise<T> {
    try {
      const response = await ports.fetch(asked.key, {
        method,
        credentials: 'omit',
        ...(signal ? { signal } : {}),
        // Chromium runs ranges of one address one after another through its cache (crbug.com/969828).
        ...(range ? { headers: { range: `bytes=${range.start}-${range.end}` }, cache: 'no-store' } : {}),
      });
      return await read(response);
    } catch (cause) {
      // What `fetch` says of every failure of the network.
      if (signal?.aborted || !(cause instanceof TypeError)) throw cause;
      throw await unanswered({ operation: asked.operation, key: asked.key }, cause, ports, signal);
    }
  }

  /** The list as it was given. It has no folders, so a delimiter groups nothing; sizes are not known yet. */
  async function* list(query: ListQuery): AsyncGenerator<ListPage> {
    const { prefix = '', startAfter, pageSize = 1000, signal } = query;
    signal?.throwIfAborted();
    const from = startAfter === undefined ? 0 : urls.indexOf(startAfter) + 1;
    const keys = urls.slice(from).filter((url) => url.startsWith(prefix));
    for (let start = 0; start === 0 || start < keys.length; start += pageSize) {
      signal?.throwIfAborted();
      const page = keys.slice(start, start + pageSize);
      yield { objects: page.map((key) => ({ key, size: 0, etag: '', modified: 0 })), prefixes: [] };
    }
  }

  /** By HEAD; where the server does not know it or tells no length, by the first byte; at last by all of it. */
  async function stat(key: string, { signal }: { signal?: AbortSignal } = {}): Promise<ObjectInfo> {
    const asked = { operation: 'stat', key } as const;
    check(asked);
    const head = await send({ ...asked, method: 'HEAD', signal }, async (response) => ({
      status: response.status,
      info: response.ok ? toInfo(key, response.headers, lengthOf(response.headers)) : undefined,
    }));
    if (head.info) return head.info;
    if (head.status === 404 || head.status === 410) throw refused(head.status, asked);
    const range = { start: 0, end: 0 };
    const first = await send({ ...asked, method: 'GET', range, signal }, async (response) => {
      if (response.status === 416) return toInfo(key, response.headers, 0);
      if (!response.ok) throw refused(response.status, asked);
      if (response.status === 206) return toInfo(key, response.headers, totalOf(response.headers));
      return toInfo(key, response.headers, (await response.blob()).size);
    });
    return first ?? send({ ...asked, method: 'GET', signal }, (response) => measure(asked, response));
  }

  async function measure(asked: Asked, response: Response): Promise<ObjectInfo> {
    const { size } = await response.blob();
    const info = response.ok ? toInfo(asked.key, response.headers, size) : undefined;
    if (!info) throw refused(response.status, asked);
    return info;
  }

  async function read(key: string, { range, signal }: ReadOptions = {}): Promise<Blob> {
    const asked = { operation: 'read', key } as const;
    signal?.throwIfAborted();
    check(asked);
    return send({ ...asked, method: 'GET', range, signal }, async (response) => {
      if (range && response.status === 416) return new Blob([]);
      if (!response.ok) throw refused(response.status, asked);
      const blob = await response.blob();
      // A server that knows no ranges sends everything.
      return range && response.status === 200 ? blob.slice(range.start, range.end + 1, blob.type) : blob;
    });
  }

  return {
    capabilities: { write: false, conditionalWrite: false, presign: true, parallelList: false },
    list,
    stat,
    read,
    write: async (key) => {
      throw onlyReads({ operation: 'write', key });
    },
    remove: async (key) => {
      throw onlyReads({ operation: 'remove', key });
    },
    /** The address itself, which anyone may read for as long as its server lets them. */
    presign: async (key) => {
      check({ operation: 'presign', key });
      return new URL(key);
    },
  };
}

/** Undefined where the size is not known. */
function toInfo(key: string, headers: Headers, size: number | undefined): ObjectInfo | undefined {
  if (size === undefined) return undefined;
  const contentType = headers.get('content-type');
  return {
    key,
    size,
    etag: (headers.get('etag') ?? '').replace(/^W\/|"/g, ''),
    modified: Date.parse(headers.get('last-modified') ?? '') || 0,
    ...(contentType ? { contentType } : {}),
  };
}

/** The length of the file; undefined where it is not told, or is that of its compressed form. */
function lengthOf(headers: Headers): number | undefined {
  const length = headers.get('content-length');
  return length === null || headers.has('content-encoding') ? undefined : Number(length);
}

/** The size behind the slash of `Content-Range`, which servers must expose for a page to see it. */
function totalOf(headers: Headers): number | undefined {
  const total = /\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1];
  return total === undefined ? undefined : Number(total);
}
