/** Where a task's annotations are written: one object for each frame. */
import type { StorageId } from './ids.ts';

export interface Target {
  readonly storageId: StorageId;
  /** Put before each name. */
  readonly prefix: string;
  /** Name template: `{name}` the frame's object without ending, `{path}` with its folders, `{frame}`, `{task}`. */
  readonly name: string;
  /** Written a moment after each change; else only on demand. */
  readonly automatic: boolean;
  /** An object is removed when its frame holds nothing any more. */
  readonly mirrorDeletion: boolean;
}

const defaultTargetName = '{path}.json';

/** Writes on demand under a prefix, by readable names. */
export function newTarget(storageId: StorageId, prefix: string): Target {
  return { storageId, prefix, name: defaultTargetName, automatic: false, mirrorDeletion: false };
}
