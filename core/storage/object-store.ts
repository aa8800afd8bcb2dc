/** The one contract behind which every kind of storage stands (design, section 4). */

interface Capabilities {
  readonly write: boolean;
  /** `ifMatch` and `ifNoneMatch` are honoured by the storage itself. */
  readonly conditionalWrite: boolean;
  readonly presign: boolean;
  /** Listing can be split by prefix and run side by side. */
  readonly parallelList: boolean;
}

export interface ObjectInfo {
  /** The whole key, as the storage has it; never decoded or normalised. */
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** Opaque, without quotes; empty where the storage has none. */
  readonly etag: string;
  /** Milliseconds since 1970, 0 where unknown. */
  readonly modified: number;
  readonly contentType?: string;
}

export interface ListQuery {
  readonly prefix?: string;
  /** Groups keys behind the delimiter into `prefixes`; usually `/`. */
  readonly delimiter?: string;
  /** Only keys after this one, in the storage's order (UTF-8 bytes). */
  readonly startAfter?: string;
  readonly pageSize?: number;
  readonly signal?: AbortSignal;
}

export interface ListPage {
  readonly objects: readonly ObjectInfo[];
  readonly prefixes: readonly string[];
}

export interface ReadOptions {
  /** Bytes `start` to `end`, both inclusive. */
  readonly range?: { readonly start: number; readonly end: number };
  /** The version as it was listed. Only copies on this device look at it: no storage is asked for it. */
  readonly etag?: string;
  readonly signal?: AbortSignal;
}

export interface WriteOptions {
  readonly contentType?: string;
  /** Write only over this version; else `precondition-failed`. */
  readonly ifMatch?: string;
  /** `'*'`: write only where nothing is yet; else `precondition-failed`. */
  readonly ifNoneMatch?: '*';
  readonly signal?: AbortSignal;
  /** Told the bytes sent so far, where the storage can say. */
  readonly onProgress?: (sentBytes: number) => void;
}

/** Every failure is a `StorageError`; an abort is an `AbortError`. */
export interface ObjectStore {
  readonly capabilities: Capabilities;
  /** Pages in key order. Ends after the last page; aborting ends it with an `AbortError`. */
  list(query: ListQuery): AsyncIterable<ListPage>;
  stat(key: string, options?: { signal?: AbortSignal }): Promise<ObjectInfo>;
  read(key: string, options?: ReadOptions): Promise<Blob>;
  write(key: string, body: Blob, options?: WriteOptions): Promise<ObjectInfo>;
  remove(key: string): Promise<void>;
  /** An address anyone may read for `seconds`. Never stored, never logged. */
  presign(key: string, seconds: number): Promise<URL>;
}
