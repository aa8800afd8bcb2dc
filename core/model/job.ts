/** A range of a task's frames that one person works on. */
import type { JobId, TaskId } from './ids.ts';

export const stages = ['annotation', 'validation', 'acceptance'] as const;
export type Stage = (typeof stages)[number];

export const jobStates = ['new', 'in progress', 'rejected', 'completed'] as const;
export type JobState = (typeof jobStates)[number];

export interface Job {
  readonly id: JobId;
  readonly taskId: TaskId;
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
  readonly createdAt: number;
  readonly updatedAt: number;
}
