/** Where a task's frames come from: a part of a storage, and how its objects are to be understood. */
import type { StorageId } from './ids.ts';
import { everyKey, type KeyFilter } from './key-filter.ts';

/** What the objects of a source are. */
export type SourceReading =
  /** Each object is one frame. */
  | { readonly kind: 'objects' }
  /** Objects are task files (JSON, JSONL, Parquet) whose data name the frames. */
  | {
      readonly kind: 'tasks';
      /** The key of the data that holds the frame; empty for the first that looks like one. */
      readonly dataKey: string;
    }
  /** One of the storage's manifests names the frames. */
  | {
      readonly kind: 'manifest';
      readonly key: string;
      /** Prefix that its names hang from; undefined for the folder it lies in. */
      readonly root: string | undefined;
    };

export interface Source {
  readonly storageId: StorageId;
  /** Only whole keys that begin with this; empty for the whole storage. */
  readonly prefix: string;
  readonly filter: KeyFilter;
  /** False: nothing that lies behind a further `/`. */
  readonly recursive: boolean;
  /** Chosen objects, and folders with their `/`; empty for everything under the prefix. */
  readonly picked: readonly string[];
  readonly reading: SourceReading;
  /** Objects that were read are kept on this device up to so many bytes, the last used first; 0 keeps none. */
  readonly localCopyBytes: number;
}

/** Everything under a prefix, an object a frame. */
export function wholeSource(storageId: StorageId, prefix = ''): Source {
  return {
    storageId,
    prefix,
    filter: everyKey,
    recursive: true,
    picked: [],
    reading: { kind: 'objects' },
    localCopyBytes: 0,
  };
}
