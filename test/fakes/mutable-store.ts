/** A store in memory whose objects come, change and go between two listings. */
import { StorageError } from '#core/errors.ts';
import type { ObjectInfo, ObjectStore } from '#core/storage/object-store.ts';
import { compareUtf8 } from '#core/util/text-order.ts';

export interface MutableStore extends ObjectStore {
  /** Text by key; its version is the text itself. */
  readonly objects: Map<string, string>;
  /** Keys that listings have started behind. */
  readonly startedAfter: (string | undefined)[];
  /** Called before each page. */
  beforePage: (pagesSoFar: number) => void | Promise<void>;
  beforeWrite: (key: string) => void | Promise<void>;
  /** Called when the object is there, before the writer is told. */
  afterWrite: (key: string) => void | Promise<void>;
}

export function makeMutableStore(
  objects: Iterable<readonly [string, string]>,
  pageSize = 1000,
): MutableStore {
  const info = (key: string, text: string): ObjectInfo => ({
    key,
    size: text.length,
    etag: text,
    modified: 0,
  });
  const find = (key: string, operation: string): string => {
    const text = store.objects.get(key);
    if (text === undefined) throw new StorageError('not-found', `No object "${key}".`, { operation, key });
    return text;
  };
  const store: MutableStore = {
    objects: new Map(objects),
    startedAfter: [],
    beforePage: () => undefined,
    beforeWrite: () => undefined,
    afterWrite: () => undefined,
    capabilities: { write: true, conditionalWrite: true, presign: false, parallelList: false },
    async *list({ prefix = '', delimiter, startAfter, signal }) {
      store.startedAfter.push(startAfter);
      const keys = [...store.objects.keys()].sort(compareUtf8).filter((key) => {
        if (!key.startsWith(prefix) || (startAfter !== undefined && compareUtf8(key, startAfter) <= 0))
          return false;
        return delimiter === undefined || !key.includes(delimiter, prefix.length);
      });
      for (let start = 0; start === 0 || start < keys.length; start += pageSize) {
        await store.beforePage(start / pageSize);
        signal?.throwIfAborted();
        const page = keys.slice(start, start + pageSize);
        yield { objects: page.map((key) => info(key, store.objects.get(key) ?? '')), prefixes: [] };
      }
    },
    stat: async (key) => info(key, find(key, 'stat')),
    read: async (key, { range } = {}) => {
      const blob = new Blob([find(key, 'read')]);
      return range ? blob.slice(range.start, range.end + 1) : blob;
    },
    write: async (key, body, { ifMatch, ifNoneMatch } = {}) => {
      const text = await body.text();
      await store.beforeWrite(key);
      const there = store.objects.get(key);
      if (ifMatch === undefined ? ifNoneMatch && there !== undefined : there !== ifMatch) {
        throw new StorageError('precondition-failed', `"${key}" is another.`, { operation: 'write', key });
      }
      store.objects.set(key, text);
      await store.afterWrite(key);
      return info(key, text);
    },
    remove: async (key) => {
      store.objects.delete(key);
    },
    presign: async (key) => new URL(`https://store.example/${encodeURIComponent(key)}`),
  };
  return store;
}
