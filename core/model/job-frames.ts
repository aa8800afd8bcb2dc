/** Going through a job's frames, whether they are a range or chosen ones. */
import type { Job } from './job.ts';

type Frames = Pick<Job, 'startFrame' | 'stopFrame' | 'frames'>;

/** The frame of the job that lies nearest; of two the earlier. */
export function nearestFrame({ startFrame, stopFrame, frames }: Frames, frame: number): number {
  if (!frames) return Math.min(Math.max(frame, startFrame), stopFrame);
  const after = placeOf(frames, frame);
  const [before, next] = [frames[after - 1], frames[after]];
  if (before === undefined) return next ?? startFrame;
  return next === undefined || frame - before <= next - frame ? before : next;
}

/** So many of the job's frames on, or back; no further than its first or last. `frame` is one of the job. */
export function stepFrame(job: Frames, frame: number, by: number): number {
  const { frames } = job;
  if (!frames) return nearestFrame(job, frame + by);
  const place = Math.min(Math.max(placeOf(frames, frame) + by, 0), frames.length - 1);
  return frames[place] ?? frame;
}

/** Where the frame stands among ascending ones, or would. */
export function placeOf(frames: readonly number[], frame: number): number {
  let low = 0;
  let high = frames.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((frames[middle] ?? 0) < frame) low = middle + 1;
    else high = middle;
  }
  return low;
}
