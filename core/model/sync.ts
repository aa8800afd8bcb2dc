/** What looking for new objects in a task's sources has found. */
import type { ErrorReport } from '../errors.ts';
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
  readonly kind: 'changed' | 'vanished';
  /** Of the object as it is now, where it is there. */
  readonly etag: string;
  readonly size: number;
  readonly at: number;
}
