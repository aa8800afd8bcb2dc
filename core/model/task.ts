/** An ordered list of frames with labels of its own. */
import type { PersonId, ProjectId, StorageId, TaskId, WorkspaceId } from './ids.ts';
import type { Label } from './label.ts';
import type { Source } from './source.ts';
import type { TaskStatus } from './status.ts';
import type { Target } from './target.ts';

/** `predefined` is the order in which the sources name them, `random` a shuffle that the seed repeats. */
export const sortings = ['lexicographical', 'natural', 'predefined', 'random'] as const;
export type Sorting = (typeof sortings)[number];

export const dimensions = ['2d', '3d'] as const;
export type Dimension = (typeof dimensions)[number];

/** CVAT's words: still images, or frames of a video. */
export const modes = ['annotation', 'interpolation'] as const;
export type Mode = (typeof modes)[number];

/** Which of the sorted objects become frames: every `step`th from `start` to `stop`, both inclusive. */
export interface FrameRange {
  readonly start: number;
  /** Undefined for the last. */
  readonly stop: number | undefined;
  readonly step: number;
}

export const everyFrame: FrameRange = { start: 0, stop: undefined, step: 1 };

/** Frames against which the others are measured, drawn by chance: in a job of their own. */
interface GroundTruth {
  /** Number of frames. */
  readonly frames: number;
  readonly seed: number;
}

/** How a task's frames are put in order and cut into jobs. */
export interface TaskCut {
  readonly sorting: Sorting;
  /** Of a random order. */
  readonly seed: number;
  readonly range: FrameRange;
  /** Frames in a job; 0 for one job. */
  readonly segmentSize: number;
  readonly overlap: number;
  /** Names of the frames of each job, which then also say the order; the rest of the cut does not count. */
  readonly jobFiles?: readonly (readonly string[])[];
  /** 0, or 2 to 10: each job once more for so many people. */
  readonly replicas: number;
  readonly groundTruth?: GroundTruth;
}

export const defaultCut: TaskCut = {
  sorting: 'natural',
  seed: 0,
  range: everyFrame,
  segmentSize: 0,
  overlap: 0,
  replicas: 0,
};

export interface Task extends TaskCut {
  readonly id: TaskId;
  readonly uid: string;
  /** Its project's, where it is in one. */
  readonly workspaceId: WorkspaceId;
  readonly projectId: ProjectId | undefined;
  readonly name: string;
  /** Of a dataset; empty for none. CVAT proposes Train, Test and Validation. */
  readonly subset: string;
  readonly dimension: Dimension;
  readonly mode: Mode;
  readonly ownerId: PersonId | undefined;
  readonly assigneeId: PersonId | undefined;
  /** Web address; empty for none. */
  readonly bugTracker: string;
  /** Markdown; empty for none. A task of a project has its project's. */
  readonly guide: string;
  /** In force: its own, or its project's list, which every task of the project holds. */
  readonly labels: readonly Label[];
  readonly sources: readonly Source[];
  readonly targets: readonly Target[];
  /** Storages that its frames lie in, whatever its sources: task files name objects of others too. */
  readonly frameStorageIds?: readonly StorageId[];
  /** Every storage that it reads from or writes to. */
  readonly storageIds: readonly StorageId[];
  /** Another task, whose syncs find what is new in the sources that both have; this one was made of an offer of it. */
  readonly offeredBy?: TaskId;
  /** Number of frames; 0 while the task is being made. */
  readonly size: number;
  readonly status: TaskStatus;
  /** False until its frames and jobs are all on disk. */
  readonly ready: boolean;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** When it went into the bin. */
  readonly deletedAt?: number;
}

/** The storages of sources, targets and frames, each once. */
export function storageIdsOf({
  sources,
  targets,
  frameStorageIds = [],
}: Pick<Task, 'sources' | 'targets' | 'frameStorageIds'>): StorageId[] {
  return [...new Set([...[...sources, ...targets].map(({ storageId }) => storageId), ...frameStorageIds])];
}
