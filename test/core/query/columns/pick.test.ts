import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { missing } from '#core/query/columns/column.ts';
import { pick, type RankKey } from '#core/query/columns/pick.ts';

/** Enough that rows are dealt into buckets, several times over. */
const size = 30_000;

/** Values of a key: few different ones, many, far apart, or hardly any; some are missing. */
function valuesOf(kind: 'few' | 'many' | 'far' | 'none', seed: number): Float64Array {
  const values = new Float64Array(size);
  let state = seed;
  for (let row = 0; row < size; row++) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    const value = { few: state % 3, many: state % 50_000, far: state * 1000, none: missing }[kind];
    values[row] = state % 7 === 0 ? missing : value;
  }
  return values;
}

const key = fc.record({
  values: fc
    .tuple(fc.constantFrom('few' as const, 'many' as const, 'far' as const, 'none' as const), fc.nat(1000))
    .map(([kind, seed]) => valuesOf(kind, seed)),
  descending: fc.boolean(),
});
const ids: RankKey = { values: Int32Array.from({ length: size }, (_, row) => row), descending: true };

/** The whole order. */
function sorted(rows: Uint32Array, keys: readonly RankKey[]): number[] {
  return [...rows].sort((a, b) => {
    for (const { values, descending } of keys) {
      const [x = missing, y = missing] = [values[a], values[b]];
      if (x === y) continue;
      if (x === missing || y === missing) return x === missing ? 1 : -1;
      return descending ? y - x : x - y;
    }
    return 0;
  });
}

test('a page is the part of the whole order', () => {
  const rows = Uint32Array.from({ length: size }, (_, row) => row).filter((row) => row % 3 !== 1);
  fc.assert(
    fc.property(fc.array(key, { maxLength: 2 }), fc.nat(rows.length), fc.nat(100), (keys, from, length) => {
      const all = [...keys, ids];
      expect(pick(rows, all, from, from + length)).toEqual(sorted(rows, all).slice(from, from + length));
    }),
    { numRuns: 40 },
  );
});

test('a page behind the end is what is left', () => {
  const rows = Uint32Array.from([4, 5]);
  expect(pick(rows, [ids], 1, 9)).toEqual([4]);
  expect(pick(rows, [ids], 5, 9)).toEqual([]);
});
