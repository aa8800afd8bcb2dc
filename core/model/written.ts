/** What was written of a task to its targets, what waits to be, and where somebody else wrote in between. */
import type { ErrorReport } from '../errors.ts';
import type { StorageId, TaskId } from './ids.ts';

/** The object that holds a frame's annotations in a target. */
export interface Written {
  readonly taskId: TaskId;
  readonly storageId: StorageId;
  readonly frame: number;
  readonly key: string;
  /** Version that we wrote; the next write is over this one only. Empty where no write is known to have arrived. */
  readonly etag: string;
  /** SHA-256 of the text that was written: the same is not written again. */
  readonly hash: string;
  /** SHA-256 of the text that was last sent, whether or not it arrived. */
  readonly sent: string;
}

/** A frame that was changed and is to be written by itself. */
export interface Waiting {
  readonly taskId: TaskId;
  readonly frame: number;
  /** Counts up with each change: what was written is the newest only if this is still the same. */
  readonly changes: number;
  /** Not to be written before. */
  readonly dueAt: number;
  /** How often it failed since the last change. */
  readonly failures: number;
  readonly error: ErrorReport | undefined;
}

/** The object in the target is not the one that we wrote, or there is one where there was none. */
export interface Conflict {
  readonly taskId: TaskId;
  readonly storageId: StorageId;
  readonly frame: number;
  readonly key: string;
  /** What stands there; undefined where it was removed. */
  readonly theirs: string | undefined;
  readonly theirEtag: string;
  readonly at: number;
}
