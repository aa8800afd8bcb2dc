/** An ordered list of frames with labels of its own. */
import type { StorageId, TaskId } from './ids.ts';
import type { Label } from './label.ts';

export const sortings = ['lexicographical', 'natural'] as const;
export type Sorting = (typeof sortings)[number];

/** CVAT's task status, derived from its jobs. */
export type TaskStatus = 'annotation' | 'validation' | 'completed';

export interface Task {
  readonly id: TaskId;
  readonly uid: string;
  readonly name: string;
  readonly labels: readonly Label[];
  readonly sourceStorageId: StorageId;
  readonly targetStorageId: StorageId | undefined;
  /** What was chosen from the source; a glob over the key behind the prefix, empty for all images. */
  readonly selection: { readonly prefix: string; readonly pattern: string };
  readonly sorting: Sorting;
  readonly segmentSize: number;
  readonly overlap: number;
  /** Number of frames; 0 while the task is being made. */
  readonly size: number;
  readonly status: TaskStatus;
  /** False until its frames and jobs are all on disk. */
  readonly ready: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
}
