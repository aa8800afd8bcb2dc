import { expect, test } from 'vitest';
import { nearestFrame, stepFrame } from '#core/model/job-frames.ts';

const range = { startFrame: 10, stopFrame: 19 };
const chosen = { startFrame: 3, stopFrame: 50, frames: [3, 8, 9, 50] };

test.each([
  [range, 0, 10],
  [range, 15, 15],
  [range, 99, 19],
  [chosen, -5, 3],
  [chosen, 5, 3],
  [chosen, 6, 8],
  [chosen, 9, 9],
  [chosen, 30, 50],
  [chosen, 29, 9],
  [chosen, 99, 50],
])('of %j the nearest to %i is %i', (job, frame, nearest) => {
  expect(nearestFrame(job, frame)).toBe(nearest);
});

test.each([
  [range, 12, 1, 13],
  [range, 12, -10, 10],
  [range, 12, 10, 19],
  [chosen, 3, 1, 8],
  [chosen, 9, 1, 50],
  [chosen, 50, -2, 8],
  [chosen, 8, -10, 3],
  [chosen, 8, 10, 50],
])('in %j from %i by %i one comes to %i', (job, frame, by, there) => {
  expect(stepFrame(job, frame, by)).toBe(there);
});
