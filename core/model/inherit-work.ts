/** What jobs that are cut anew have of those that were there before. */
import { type Job, type JobState, type Stage, stages } from './job.ts';
import type { Segment } from './segments.ts';

export interface InheritedWork {
  readonly stage: Stage;
  readonly state: JobState;
  readonly assigneeId: Job['assigneeId'];
  readonly workedMs: number;
}

/** From the one with most left to do. */
const states: readonly JobState[] = ['new', 'rejected', 'in progress', 'completed'];

/**
 * For each segment: as far as the least advanced of the jobs that it holds frames of, whoever had all of them, and
 * of the time worked in each its share by frames. `segments` are ascending, and none lies within another.
 */
export function inheritWork(before: readonly Job[], segments: readonly Segment[]): InheritedWork[] {
  return segments.map((segment, index) => {
    const parts = before.filter((job) => shared(job, segment) > 0);
    const stage = stages.find((each) => parts.some((job) => job.stage === each)) ?? 'annotation';
    const people = new Set(parts.map(({ assigneeId }) => assigneeId));
    // Frames that two jobs have are worked on in the first.
    const owned = { ...segment, startFrame: (segments[index - 1]?.stopFrame ?? -1) + 1 };
    const worked = parts.map((job) => (job.workedMs * shared(job, owned)) / length(job));
    return {
      stage,
      state: leastState(parts.filter((job) => job.stage === stage)),
      assigneeId: people.size === 1 ? parts[0]?.assigneeId : undefined,
      workedMs: Math.round(worked.reduce((sum, ms) => sum + ms, 0)),
    };
  });
}

/** Where some were begun, the whole was. */
function leastState(jobs: readonly Job[]): JobState {
  const least = states.find((state) => jobs.some((job) => job.state === state)) ?? 'new';
  const isBegun = least === 'new' && jobs.some(({ state }) => state !== 'new');
  return isBegun ? 'in progress' : least;
}

function length({ startFrame, stopFrame }: Segment): number {
  return stopFrame - startFrame + 1;
}

function shared(a: Segment, b: Segment): number {
  return Math.max(0, Math.min(a.stopFrame, b.stopFrame) - Math.max(a.startFrame, b.startFrame) + 1);
}
