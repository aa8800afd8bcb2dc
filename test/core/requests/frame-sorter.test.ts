import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { framesPerPage, type NewFrame } from '#core/model/frame.ts';
import { FrameSorter } from '#core/requests/frame-sorter.ts';
import { compareNatural, compareUtf8 } from '#core/util/text-order.ts';

const frameOf = (key: string, size = 0): NewFrame => ({ storageId: 1, key, size, etag: '' });

test('gives what a plain sort gives, in whatever order and portions frames come', () => {
  const keys = fc.array(fc.string({ unit: 'grapheme', maxLength: 6 }), { maxLength: 40 });
  fc.assert(
    fc.property(
      fc.array(keys, { maxLength: 8 }),
      fc.constantFrom(compareNatural, compareUtf8),
      (portions, compare) => {
        const sorter = new FrameSorter(compare);
        for (const portion of portions) sorter.add(portion.map((key) => frameOf(key)));
        const sorted = [...sorter.sorted()].flat().map(({ key }) => key);
        expect(sorted).toEqual(portions.flat().toSorted(compare));
        expect(sorter.size).toBe(sorted.length);
      },
    ),
  );
});

test('merges runs that do not come in order, and keeps equal keys as they came', () => {
  const sorter = new FrameSorter(compareNatural);
  const count = 3 * framesPerPage + 17;
  const numbers = Array.from({ length: count }, (_, n) => (n * 7919) % count);
  for (let at = 0; at < count; at += 1000) {
    sorter.add(numbers.slice(at, at + 1000).map((n) => frameOf(`img${Math.floor(n / 2)}`, n % 2)));
  }
  const came = new Map<string, number[]>();
  for (const n of numbers) {
    const key = `img${Math.floor(n / 2)}`;
    came.set(key, [...(came.get(key) ?? []), n % 2]);
  }
  const sorted = [...sorter.sorted()].flat();
  expect(sorted.map(({ key }) => key)).toEqual(
    numbers.map((n) => `img${Math.floor(n / 2)}`).sort(compareNatural),
  );
  const given = new Map<string, number[]>();
  for (const { key, size } of sorted) given.set(key, [...(given.get(key) ?? []), size]);
  expect(given).toEqual(came);
});

test('keeps what is known of a frame beside its key', () => {
  const sorter = new FrameSorter(compareUtf8);
  const item = {
    storageId: 1,
    key: 'tasks.json',
    row: 4,
    etag: 'e',
    fingerprint: 'f',
    whole: { data: { image: 's3://b/a' } },
  };
  sorter.add([
    { ...frameOf('b'), picture: { width: 7, height: 5 } },
    { ...frameOf('a'), item },
  ]);
  expect([...sorter.sorted()].flat()).toEqual([
    { ...frameOf('a'), item },
    { ...frameOf('b'), picture: { width: 7, height: 5 } },
  ]);
});
