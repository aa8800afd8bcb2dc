/** What looking for new objects in a task's sources has found. */
import type { ErrorReport } from '../errors.ts';
import type { NewFrame } from './frame.ts';
import type { RequestId, TaskId } from './ids.ts';
import type { Findings } from './request.ts';

/** Label Studio's words. */
export type SyncStatus =
  | 'initialized'
  | 'queued'
  | 'in progress'
  | 'completed'
  | 'completed with errors'
  | 'failed';

export interface SyncState {
  readonly taskId: TaskId;
  readonly status: SyncStatus;
  readonly requestId: RequestId | undefined;
  /** When it last ended; undefined while it never has. */
  readonly finishedAt: number | undefined;
  /** Objects that were looked at. */
  readonly listed: number;
  /** Objects that are offered as new frames. */
  readonly offered: number;
  /** Frames whose object is another than it was. */
  readonly changed: number;
  /** Frames whose object is gone. */
  readonly vanished: number;
  readonly failures: Findings | undefined;
  readonly error: ErrorReport | undefined;
}

/** Says of a frame that its object is not what it was. */
export interface FrameMark {
  readonly taskId: TaskId;
  readonly frame: number;
  /** The frame's object, as the task knows it. */
  readonly key: string;
  /** As its source tells it now; undefined where it is gone. */
  readonly now: NewFrame | undefined;
  readonly at: number;
}
