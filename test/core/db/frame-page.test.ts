import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { packFrames, placeOfFrame, unpackFrames } from '#core/db/frame-page.ts';

const frame = fc.record({
  storageId: fc.nat(3),
  key: fc.string({ unit: 'binary', maxLength: 1024 }),
  size: fc.nat(),
  etag: fc.string(),
});

test('gives back every key as it was, odd characters and all', () => {
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 60 }), (frames) => {
      expect(unpackFrames(packFrames(1, 0, frames))).toEqual(frames);
    }),
  );
});

test('keeps only what differs from the key before', () => {
  const frames = [1, 2].map((n) => ({ storageId: 1, key: `2026/aisle/000${n}.jpg`, size: n, etag: '' }));
  expect(packFrames(1, 0, frames).rests).toEqual(['2026/aisle/0001.jpg', '2.jpg']);
});

test('knows the page of a frame', () => {
  expect(placeOfFrame(4001)).toEqual({ page: 2, index: 1 });
});
