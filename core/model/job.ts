/** A range of a task's frames that one person works on. */
import type { JobId, PersonId, TaskId } from './ids.ts';

export const stages = ['annotation', 'validation', 'acceptance'] as const;
export type Stage = (typeof stages)[number];

export const jobStates = ['new', 'in progress', 'rejected', 'completed'] as const;
export type JobState = (typeof jobStates)[number];

/** Ordinary; against which others are measured; the same frames once more for another person. */
export const jobTypes = ['annotation', 'ground_truth', 'consensus_replica'] as const;
export type JobType = (typeof jobTypes)[number];

/** True where a job has the frame. */
export function hasFrame(
  { startFrame, stopFrame, frames }: Pick<Job, 'startFrame' | 'stopFrame' | 'frames'>,
  frame: number,
): boolean {
  return frames ? frames.includes(frame) : frame >= startFrame && frame <= stopFrame;
}

export interface Job {
  readonly id: JobId;
  readonly taskId: TaskId;
  readonly type: JobType;
  readonly assigneeId: PersonId | undefined;
  /** The job that a replica repeats. */
  readonly parentJobId?: JobId;
  /** Chosen frames, ascending and task-relative, where it is no range: ground truth. */
  readonly frames?: readonly number[];
  readonly stage: Stage;
  readonly state: JobState;
  /** First and last frame, both inclusive and task-relative. */
  readonly startFrame: number;
  readonly stopFrame: number;
  /** Frames with at least one object. */
  readonly annotatedFrames: number;
  readonly objectCount: number;
  /** The frame last looked at. */
  readonly lastFrame: number;
  /** Time that somebody worked in it: pauses of 100 s and more are left out, as in CVAT's events. */
  readonly workedMs: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** When it went into the bin. */
  readonly deletedAt?: number;
}
