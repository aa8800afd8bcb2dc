/** A store that keeps whole objects it has read on the device's own disk. */
import { isError } from '../errors.ts';
import type { CopyScope, LocalCopies } from './local-copies.ts';
import type { ObjectStore, ReadOptions, WriteOptions } from './object-store.ts';

interface CopyReadOptions extends ReadOptions {
  /** The version that is wanted, as it was listed. Without it the storage is asked first, which is one request more. */
  readonly etag?: string;
}

export interface CopyingStore extends ObjectStore {
  read(key: string, options?: CopyReadOptions): Promise<Blob>;
  /** Resolves when nothing is being written to the disk. */
  settled(): Promise<void>;
}

/** Objects that wait to be written; reading more waits for the disk. */
const mostPending = 8;

/**
 * Reads come from a copy of the same version where there is one, ranges too. Without a network, a copy of any version is
 * better than none. Objects of storages that tell no version are not kept.
 */
export function withLocalCopy(store: ObjectStore, copies: LocalCopies, scope: CopyScope): CopyingStore {
  const pending = new Set<Promise<void>>();

  async function read(key: string, { etag, ...options }: CopyReadOptions = {}): Promise<Blob> {
    options.signal?.throwIfAborted();
    const wanted = etag ?? (await currentEtag(key, options.signal));
    if (wanted === '') return store.read(key, options);
    const copy = await copies.find(scope, key, wanted, options.range);
    options.signal?.throwIfAborted();
    if (copy) return copy;
    const body = await store.read(key, options);
    if (options.range || wanted === undefined) return body;
    const keeping = copies.keep(scope, key, wanted, body).finally(() => pending.delete(keeping));
    pending.add(keeping);
    if (pending.size > mostPending) await Promise.race(pending);
    return body;
  }

  /** Undefined where there is no network: any copy will do then. */
  async function currentEtag(key: string, signal: AbortSignal | undefined): Promise<string | undefined> {
    try {
      return (await store.stat(key, signal ? { signal } : {})).etag;
    } catch (error) {
      if (isError(error, 'storage') && error.code === 'offline') return undefined;
      throw error;
    }
  }

  return {
    capabilities: store.capabilities,
    list: (query) => store.list(query),
    stat: (key, options) => store.stat(key, options),
    read,
    write: async (key: string, body: Blob, options?: WriteOptions) => {
      const info = await store.write(key, body, options);
      await copies.forget(scope, key);
      return info;
    },
    remove: async (key) => {
      await store.remove(key);
      await copies.forget(scope, key);
    },
    presign: (key, seconds) => store.presign(key, seconds),
    settled: async () => {
      await Promise.all(pending);
    },
  };
}
