import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { condition, groupOf } from '#core/query/filter.ts';
import { noQuery } from '#core/query/list-query.ts';
import { isBare, parseKept, printKept, readAddress, writeAddress } from '#web/lists/list-address.ts';
import { usualSettings } from '#web/lists/list-kind.ts';

const usual = usualSettings({ pageSizes: [10, 20, 50, 100], rowHeight: 44, view: 'table' }, 900);

describe('a list in the address bar', () => {
  test('is not there while it stands as it usually does', () => {
    expect(writeAddress('tasks', '', usual, usual)).toBe('');
    expect(readAddress('tasks', '', usual)).toEqual({ ...usual, errors: [] });
  });

  test('comes back whole', () => {
    const settings = fc.record({
      view: fc.constantFrom('table' as const, 'cards' as const),
      query: fc.record({
        search: fc.string().filter((text) => text === '' || text.trim() !== ''),
        filter: fc.constantFrom(
          undefined,
          condition('name', 'like', 'a&b=c#?'),
          groupOf([
            condition('label', 'any_in', ['ü', 'b']),
            groupOf([condition('id', 'equal', 1)], 'any', true),
          ]),
        ),
        quick: fc.subarray(['assigned-to-me', 'not-completed']),
        sort: fc.constantFrom([], [{ field: 'name', descending: true }]),
        page: fc.integer({ min: 1, max: 9999 }),
        pageSize: fc.constantFrom(10, 20, 50, 100),
      }),
    });
    fc.assert(
      fc.property(settings, (given) => {
        const { errors, ...read } = readAddress('tasks', writeAddress('tasks', '', given, usual), usual);
        expect({ errors, read }).toEqual({ errors: [], read: given });
      }),
    );
  });

  test('keeps what is of others, and takes away its own', () => {
    const address = writeAddress('storages', '?bucket=scans&search=x&page=2', usual, usual);
    expect(address).toBe('?bucket=scans');
    expect(isBare(address)).toBe(true);
    expect(isBare('?sort=-id')).toBe(false);
  });

  test('says the size of its pages from the second on: another screen has another', () => {
    const query = { ...usual.query, page: 2 };
    expect(writeAddress('tasks', '', { query, view: 'table' }, usual)).toBe(
      `?page=2&pageSize=${usual.query.pageSize}`,
    );
  });

  test('says what it cannot take, and takes the rest', () => {
    const { query, errors } = readAddress('tasks', '?filter={"=="&search=dock&sort=colour', usual);
    expect(query).toMatchObject({ search: 'dock', filter: undefined });
    expect(errors).toHaveLength(2);
  });
});

test('a page fills a screen, and never lacks a size', () => {
  const sizeAt = (height: number) =>
    usualSettings({ pageSizes: [12, 24, 48, 96], rowHeight: 44, view: 'table' }, height).query.pageSize;
  expect([500, 900, 1200, 9000].map(sizeAt)).toEqual([12, 24, 24, 96]);
  expect(usual.query).toEqual({ ...noQuery, pageSize: 20 });
});

test('what is kept is read again, and nonsense is nothing', () => {
  const kept = { address: '?page=2&pageSize=20', scroll: 120, selected: [3, 1] };
  expect(parseKept(printKept(kept))).toEqual(kept);
  expect(parseKept(printKept({ ...kept, selected: Array.from({ length: 9000 }, (_, id) => id) }))).toEqual({
    ...kept,
    selected: [],
  });
  expect([undefined, '', '{', '{"address":1}'].map((text) => parseKept(text))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
