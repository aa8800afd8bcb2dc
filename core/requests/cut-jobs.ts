/** Cuts a task's new frames into jobs, or says that they would be too many. */
import { InvalidDataError } from '../errors.ts';
import { maxJobs, type Segment, segments } from '../model/segments.ts';
import type { Task } from '../model/task.ts';
import { formatCount, plural } from '../util/numbers.ts';

/** Frames `from` to `size - 1`; the task has `existing` jobs already. */
export function cutJobs(
  { segmentSize, overlap }: Pick<Task, 'segmentSize' | 'overlap'>,
  size: number,
  { from, existing }: { readonly from: number; readonly existing: number } = { from: 0, existing: 0 },
): Segment[] {
  const cut = segments({ size: size - from, segmentSize, overlap });
  const least = Math.ceil((size - from) / Math.max(1, maxJobs - existing));
  checkJobCount(cut.length, existing, `Take at least ${plural(least, 'frame')} a job.`);
  return cut.map(({ startFrame, stopFrame }) => ({
    startFrame: startFrame + from,
    stopFrame: stopFrame + from,
  }));
}

/** Throws where a task with `existing` ordinary jobs would have too many. Ground truth and replicas do not count. */
export function checkJobCount(
  added: number,
  existing: number,
  remedy = 'Put more frames into each job.',
): void {
  if (added + existing <= maxJobs) return;
  throw new InvalidDataError(
    `That would be ${plural(added + existing, 'job')}; a task holds ${formatCount(maxJobs)}.`,
    { where: 'frames in a job', remedy: { text: remedy } },
  );
}
