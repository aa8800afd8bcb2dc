/** An ordered list of frames with labels of its own. */
import type { StorageId, TaskId } from './ids.ts';
import type { Label } from './label.ts';
import type { Source } from './source.ts';
import type { Target } from './target.ts';

export const sortings = ['lexicographical', 'natural'] as const;
export type Sorting = (typeof sortings)[number];

/** CVAT's task status, derived from its jobs. */
export type TaskStatus = 'annotation' | 'validation' | 'completed';

export interface Task {
  readonly id: TaskId;
  readonly uid: string;
  readonly name: string;
  readonly labels: readonly Label[];
  readonly sources: readonly Source[];
  readonly targets: readonly Target[];
  /** Every storage that it reads from or writes to. */
  readonly storageIds: readonly StorageId[];
  /** Another task, whose syncs find what is new in the sources that both have; this one was made of an offer of it. */
  readonly offeredBy?: TaskId;
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

/** The storages of sources and targets, each once. */
export function storageIdsOf({ sources, targets }: Pick<Task, 'sources' | 'targets'>): StorageId[] {
  return [...new Set([...sources, ...targets].map(({ storageId }) => storageId))];
}
