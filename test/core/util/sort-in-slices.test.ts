import { expect, test } from 'vitest';
import { sortInSlices } from '#core/util/sort-in-slices.ts';
import { compareNatural } from '#core/util/text-order.ts';

const noRest = () => undefined;

test.each([0, 1, 2047, 2048, 2049, 30_001])('%i items come out as a plain sort has them', async (size) => {
  const items = Array.from({ length: size }, (_, i) => `img-${(i * 7919) % 10_007}.jpg`);
  const order = await sortInSlices(items, compareNatural, noRest);
  expect(Array.from(order, (at) => items[at])).toEqual([...items].sort(compareNatural));
});

test('what is alike keeps its order', async () => {
  const items = Array.from({ length: 10_000 }, (_, i) => ({ i, size: i % 3 }));
  const order = await sortInSlices(items, (a, b) => a.size - b.size, noRest);
  const expected = items.toSorted((a, b) => a.size - b.size).map(({ i }) => i);
  expect([...order]).toEqual(expected);
});

test('it rests often, and ends where resting throws', async () => {
  const items = Array.from({ length: 100_000 }, (_, i) => i % 1000);
  let rests = 0;
  const stopping = sortInSlices(
    items,
    (a, b) => a - b,
    () => {
      rests++;
      if (rests > 100) throw new Error('enough');
      return undefined;
    },
  );
  await expect(stopping).rejects.toThrow('enough');
  expect(rests).toBe(101);
});
