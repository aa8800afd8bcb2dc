/** The files of a lent folder, however it was lent. */
import type { Clock } from '../../ports.ts';

/** A file; or, where a walk groups, a folder's name with its slash. */
export type Found = { readonly key: string; readonly open: () => Promise<File> } | string;

export interface Walk {
  readonly prefix: string;
  /** Only keys after this one; empty for all. */
  readonly startAfter: string;
  /** Folders below the prefix are named, not entered. */
  readonly grouped: boolean;
  /** Awaited often: lets others have the thread now and then. */
  readonly rest: () => Promise<void>;
}

export interface Tree {
  /** In the order of the UTF-8 bytes of the keys. */
  walk(walk: Walk): AsyncIterable<Found>;
  /** Rejects with a `DOMException` as file systems do. */
  file(path: { readonly folders: readonly string[]; readonly file: string }): Promise<File>;
}

const atOnceMs = 12;

/** Gives the thread away after some milliseconds of work; throws once aborted. */
export function makeRest(clock: Clock, signal: AbortSignal | undefined): () => Promise<void> {
  let since = clock.now();
  return async () => {
    signal?.throwIfAborted();
    if (clock.now() - since < atOnceMs) return;
    await clock.sleep(0, signal);
    since = clock.now();
  };
}
