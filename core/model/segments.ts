/** How a task's frames are cut into jobs: CVAT's `_generate_segment_params`, for image tasks. */

export interface Segment {
  /** First and last frame, both inclusive and task-relative. */
  readonly startFrame: number;
  readonly stopFrame: number;
}

/** CVAT's limit of ordinary jobs in a task. */
export const maxJobs = 5000;

/** Of the lengths that an explicit list of files says: one behind the other. */
export function mappedSegments(lengths: readonly number[]): Segment[] {
  let next = 0;
  return lengths.map((length) => {
    const startFrame = next;
    next += length;
    return { startFrame, stopFrame: next - 1 };
  });
}

/**
 * Cuts `size` frames into jobs.
 * `segmentSize` 0, or more than `size`, makes one job; `overlap` is capped at half a segment.
 */
export function segments(input: {
  readonly size: number;
  readonly segmentSize: number;
  readonly overlap: number;
}): Segment[] {
  const { size } = input;
  if (size <= 0) return [];
  const length = input.segmentSize > 0 && input.segmentSize <= size ? input.segmentSize : size;
  const overlap = Math.min(Math.max(0, input.overlap), Math.floor(length / 2));
  const found: Segment[] = [];
  for (let start = 0; start < size - overlap; start += length - overlap) {
    found.push({ startFrame: start, stopFrame: Math.min(start + length - 1, size - 1) });
  }
  return found;
}
