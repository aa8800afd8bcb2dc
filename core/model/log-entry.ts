/** What was done in a job, in order. The log is the first thing an edit writes, and all undo stands on it. */
import type { JobId } from './ids.ts';
import type { Shape } from './shape.ts';

/** One object before and after: created without `before`, deleted without `after`. */
export interface Change {
  readonly frame: number;
  readonly before?: Shape;
  readonly after?: Shape;
}

export interface LogEntry {
  readonly jobId: JobId;
  /** 1, 2, 3 ... without gaps; never given twice. */
  readonly seq: number;
  /** `undo` and `redo` carry the changes that they made, so that the log only ever grows. */
  readonly kind: 'do' | 'undo' | 'redo';
  readonly name: string;
  readonly changes: readonly Change[];
  readonly at: number;
}

/** How far a job's frame documents have taken in its log. */
export interface Journal {
  readonly jobId: JobId;
  /** All entries up to this one are in the frame documents. */
  readonly foldedSeq: number;
  readonly nextShapeId: number;
}
