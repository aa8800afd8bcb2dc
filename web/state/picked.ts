/** What was chosen in the browser on its way to the form that makes a task; a reload forgets it. */
import type { StorageId } from '#core/model/ids.ts';

interface Picked {
  readonly storageId: StorageId;
  readonly prefix: string;
  /** Objects, and folders with their `/`. */
  readonly keys: readonly string[];
}

let waiting: Picked | undefined;

export function handOver(picked: Picked): void {
  waiting = picked;
}

/** Gives once what was handed over for this storage and prefix, else nothing. */
export function takePicked(storageId: StorageId, prefix: string): readonly string[] {
  const taken = waiting;
  waiting = undefined;
  return taken?.storageId === storageId && taken.prefix === prefix ? taken.keys : [];
}
