/** How far tasks and projects are, from their jobs. CVAT's rules, but ground truth and replicas hold nothing back. */
import type { Job, JobType } from './job.ts';

/** CVAT's status of jobs, tasks and projects. */
export const statuses = ['annotation', 'validation', 'completed'] as const;
export type TaskStatus = (typeof statuses)[number];

type Advance = Pick<Job, 'stage' | 'state'>;

/** Annotation until the stage leaves it, completed once accepted and done. */
export function jobStatus({ stage, state }: Advance): TaskStatus {
  if (stage === 'annotation') return 'annotation';
  return stage === 'acceptance' && state === 'completed' ? 'completed' : 'validation';
}

/** True for the jobs that say how far a task is. */
export function counts(type: JobType): boolean {
  return type === 'annotation';
}

/** A whole is as far as its least advanced part; without parts it is in annotation. */
export function leastAdvanced(parts: Iterable<TaskStatus>): TaskStatus {
  let least: TaskStatus | undefined;
  for (const part of parts) {
    if (least === undefined || statuses.indexOf(part) < statuses.indexOf(least)) least = part;
  }
  return least ?? 'annotation';
}

/** Of a task with these jobs, among them ground truth and replicas, which do not count. */
export function taskStatus(jobs: readonly (Advance & Pick<Job, 'type'>)[]): TaskStatus {
  return leastAdvanced(jobs.filter(({ type }) => counts(type)).map(jobStatus));
}
