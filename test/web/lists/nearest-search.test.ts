import { expect, test } from 'vitest';
import { nearestWord } from '#web/lists/nearest-search.ts';

test.each([
  ['forklfit', 'forklift'],
  ['forkli', 'forkli'],
  ['dokc', 'dock'],
  ['zzzzzz', undefined],
  ['xq', undefined],
])('the nearest word to %s', (word, nearest) => {
  expect(nearestWord(word, new Set(['forklift', 'dock', 'cam', 'aisle']))).toBe(nearest);
});
