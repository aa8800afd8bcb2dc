/** How far jobs and tasks are, as words and as parts of a bar. */
import type { Job } from '#core/model/job.ts';
import { count } from '#web/ui/format.ts';
import type { Part } from '#web/ui/progress-bar.tsx';

export function framesOf(job: Job): number {
  return job.stopFrame - job.startFrame + 1;
}

/** "0 to 239". */
export function frameRange(job: Job): string {
  return `${job.startFrame} to ${job.stopFrame}`;
}

/** The share of its frames that hold an object; a completed job is whole. */
export function shareOf(job: Job): number {
  return job.state === 'completed' ? 1 : job.annotatedFrames / framesOf(job);
}

export function toneOf(job: Job): Part['tone'] {
  if (job.state === 'completed' && job.stage === 'acceptance') return 'completed';
  return job.stage === 'annotation' && job.state !== 'completed' ? 'annotation' : 'validation';
}

/** "111 of 240 frames", or what is left to be done with it. */
export function jobWords(job: Job): string {
  if (job.state === 'completed') return job.stage === 'acceptance' ? 'Completed' : `Completed, ${job.stage}`;
  return `${count(job.annotatedFrames)} of ${count(framesOf(job))} frames`;
}

/** How many jobs are past annotation, in it, and not begun; their frames as parts of one bar. */
export interface JobsSummary {
  readonly frames: number;
  readonly annotatedFrames: number;
  readonly objects: number;
  readonly completed: number;
  readonly review: number;
  readonly annotation: number;
  readonly waiting: number;
  readonly parts: readonly Part[];
}

export function summarise(jobs: readonly Job[]): JobsSummary {
  const frames = jobs.reduce((sum, job) => sum + framesOf(job), 0);
  const kinds = { completed: 0, validation: 0, annotation: 0, waiting: 0 };
  const shares = { completed: 0, validation: 0, annotation: 0 };
  let annotatedFrames = 0;
  let objects = 0;
  for (const job of jobs) {
    const kind = kindOf(job);
    kinds[kind] += 1;
    annotatedFrames += job.annotatedFrames;
    objects += job.objectCount;
    if (kind !== 'waiting') shares[kind] += (shareOf(job) * framesOf(job)) / Math.max(frames, 1);
  }
  return {
    frames,
    annotatedFrames,
    objects,
    completed: kinds.completed,
    review: kinds.validation,
    annotation: kinds.annotation,
    waiting: kinds.waiting,
    parts: [
      { share: shares.completed, tone: 'completed' },
      { share: shares.validation, tone: 'validation' },
      { share: shares.annotation, tone: 'annotation' },
    ],
  };
}

function kindOf(job: Job): 'completed' | 'validation' | 'annotation' | 'waiting' {
  if (job.state === 'completed' && job.stage !== 'validation') return 'completed';
  if (job.stage !== 'annotation') return 'validation';
  return job.state === 'new' && job.annotatedFrames === 0 ? 'waiting' : 'annotation';
}

/** What *Open next job* opens: the first that is not completed, else the first. */
export function nextJob(jobs: readonly Job[]): Job | undefined {
  return jobs.find((job) => job.state !== 'completed') ?? jobs[0];
}
