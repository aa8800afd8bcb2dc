import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { segments } from '#core/model/segments.ts';

test.each([
  { size: 10, segmentSize: 0, overlap: 0, cut: [[0, 9]] },
  {
    size: 10,
    segmentSize: 4,
    overlap: 0,
    cut: [
      [0, 3],
      [4, 7],
      [8, 9],
    ],
  },
  {
    size: 10,
    segmentSize: 4,
    overlap: 1,
    cut: [
      [0, 3],
      [3, 6],
      [6, 9],
    ],
  },
  {
    size: 10,
    segmentSize: 4,
    overlap: 9,
    cut: [
      [0, 3],
      [2, 5],
      [4, 7],
      [6, 9],
    ],
  },
  { size: 10, segmentSize: 11, overlap: 3, cut: [[0, 9]] },
  { size: 1, segmentSize: 1, overlap: 5, cut: [[0, 0]] },
  { size: 0, segmentSize: 5, overlap: 0, cut: [] },
])('cuts $size frames by $segmentSize with overlap $overlap as CVAT does', ({ cut, ...input }) => {
  expect(segments(input).map((each) => [each.startFrame, each.stopFrame])).toEqual(cut);
});

test('covers every frame, in order, with the overlap between neighbours', () => {
  const input = fc.record({
    size: fc.integer({ min: 1, max: 400 }),
    segmentSize: fc.nat(120),
    overlap: fc.nat(120),
  });
  fc.assert(
    fc.property(input, (given) => {
      const found = segments(given);
      expect(found[0]?.startFrame).toBe(0);
      expect(found.at(-1)?.stopFrame).toBe(given.size - 1);
      for (const [index, segment] of found.entries()) {
        const next = found[index + 1];
        if (!next) continue;
        expect(next.startFrame).toBeGreaterThan(segment.startFrame);
        expect(next.startFrame).toBeLessThanOrEqual(segment.stopFrame + 1);
        expect(segment.stopFrame - next.startFrame + 1).toBeLessThanOrEqual(given.overlap);
      }
    }),
  );
});
