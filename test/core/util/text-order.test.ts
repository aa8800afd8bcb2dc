import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareNatural, compareUtf8 } from '#core/util/text-order.ts';

test('compares as UTF-8 bytes do', () => {
  const encoder = new TextEncoder();
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      expect(Math.sign(compareUtf8(a, b))).toBe(Buffer.compare(encoder.encode(a), encoder.encode(b)));
    }),
  );
});

test('sorts numbers by their value, naturally', () => {
  const names = ['img10.jpg', 'img9.jpg', 'img1.jpg', 'b/img2.jpg', 'a/img11.jpg', 'img01.jpg'];
  expect(names.sort(compareNatural)).toEqual([
    'a/img11.jpg',
    'b/img2.jpg',
    'img01.jpg',
    'img1.jpg',
    'img9.jpg',
    'img10.jpg',
  ]);
});

test('is an order: the same for any start, and never equal for different names', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme' }), { maxLength: 20 }), (names) => {
      const sorted = [...names].sort(compareNatural);
      expect([...names].reverse().sort(compareNatural)).toEqual(sorted);
    }),
  );
});
