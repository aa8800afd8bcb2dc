/** What is known of the local copies of objects; kept in the database, among all tabs (`core/db/local-copies.ts`). */

export interface CopyRecord {
  /** Uid of the storage. */
  readonly scope: string;
  readonly key: string;
  readonly etag: string;
  /** Bytes. */
  readonly size: number;
  readonly contentType: string;
  /** Milliseconds since 1970, to the minute or so. */
  readonly usedAt: number;
  /** Name of the file; never used for anything else before or after. */
  readonly file: string;
}

/** One record for each scope and key. Every step is atomic among tabs. */
export interface CopyIndex {
  get(scope: string, key: string): Promise<CopyRecord | undefined>;
  /** Gives what was there before, whose file is now nobody's. */
  put(record: CopyRecord): Promise<CopyRecord | undefined>;
  /** Only if it is still the same copy. */
  touch(record: CopyRecord, usedAt: number): Promise<void>;
  /** Only if it is still the same copy; true if it was. */
  remove(record: CopyRecord): Promise<boolean>;
  /** Bytes of all copies of a scope. */
  usedBytes(scope: string): Promise<number>;
  /** Least recently used first. */
  leastUsed(scope: string, count: number): Promise<CopyRecord[]>;
  /** Names of all files, of all scopes. */
  files(): Promise<Set<string>>;
}
