import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { SortedRuns } from '#core/util/sorted-runs.ts';

const inOrder = (numbers: readonly number[]): number[] => {
  const runs = new SortedRuns<number>((a, b) => a - b);
  for (const number of numbers) runs.add(number);
  return [...runs.inOrder()];
};

test('gives back what it was given, in order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), (numbers) => {
      expect(inOrder(numbers)).toEqual(numbers.toSorted((a, b) => a - b));
    }),
  );
});

test.each([2047, 2048, 2049, 20_000])('merges %i, with many alike', (count) => {
  const numbers = Array.from({ length: count }, (_, i) => (i * 7919) % 1009);
  expect(inOrder(numbers)).toEqual(numbers.toSorted((a, b) => a - b));
});
