/** A store in memory that lists as S3 does: pages, grouping, UTF-8 order. Counts its requests. */
import { StorageError } from '#core/errors.ts';
import type { ListPage, ListQuery, ObjectInfo, ObjectStore } from '#core/storage/object-store.ts';

export interface MemoryStore extends ObjectStore {
  readonly requests: ListQuery[];
  /** The most listings under way at a time. */
  mostAtOnce: number;
}

const encoder = new TextEncoder();

function compareBytes(x: Uint8Array, y: Uint8Array): number {
  const shared = Math.min(x.length, y.length);
  for (let i = 0; i < shared; i++) {
    const difference = (x[i] ?? 0) - (y[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return x.length - y.length;
}

/** `wait` stands for the way to the server and back. */
export function makeMemoryStore(
  keys: Iterable<string>,
  wait = (): Promise<void> => Promise.resolve(),
): MemoryStore {
  const sorted = Array.from(new Set(keys), (key) => ({ key, bytes: encoder.encode(key) }));
  sorted.sort((a, b) => compareBytes(a.bytes, b.bytes));
  let atOnce = 0;
  const refuse = async (): Promise<never> => {
    throw new StorageError('unexpected', 'not in this fake', { operation: 'read' });
  };
  const store: MemoryStore = {
    requests: [],
    mostAtOnce: 0,
    capabilities: { write: false, conditionalWrite: false, presign: false, parallelList: true },
    list,
    stat: refuse,
    read: refuse,
    write: refuse,
    remove: refuse,
    presign: refuse,
  };

  async function* list(query: ListQuery): AsyncGenerator<ListPage> {
    const { prefix = '', delimiter = '', startAfter = '', pageSize = 1000, signal } = query;
    const after = encoder.encode(startAfter);
    const matching = sorted
      .filter(({ key, bytes }) => key.startsWith(prefix) && compareBytes(bytes, after) > 0)
      .map(({ key }) => key);
    let at = 0;
    do {
      signal?.throwIfAborted();
      store.requests.push(query);
      store.mostAtOnce = Math.max(store.mostAtOnce, ++atOnce);
      await wait();
      atOnce--;
      signal?.throwIfAborted();
      const objects: ObjectInfo[] = [];
      const prefixes: string[] = [];
      while (at < matching.length && objects.length + prefixes.length < pageSize) {
        const key = matching[at] ?? '';
        const end = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
        if (end < 0) {
          objects.push({ key, size: 1, etag: 'e', modified: 0 });
          at++;
          continue;
        }
        const group = key.slice(0, end + delimiter.length);
        prefixes.push(group);
        const beyond = matching.findIndex((other, index) => index > at && !other.startsWith(group));
        at = beyond < 0 ? matching.length : beyond;
      }
      yield { objects, prefixes };
    } while (at < matching.length);
  }

  return store;
}
