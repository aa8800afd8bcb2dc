import { describe, expect, test } from 'vitest';
import { readAddress, addressText } from '#web/pages/storages/browse/browse-address.ts';
import { parseOrder, turned } from '#web/pages/storages/browse/entry.ts';
import { layOut, rowAt, rowOf, rowsBetween, rowsOf, stepFrom } from '#web/pages/storages/browse/layout.ts';

const grid = layOut({ view: 'grid', width: 888, folders: 6, objects: 100_003, rowHeight: 44 });
const list = layOut({ view: 'list', width: 888, folders: 6, objects: 100_003, rowHeight: 44 });

describe('the layout', () => {
  test('puts five pictures side by side at 1440, and four folders', () => {
    expect(grid.objects.columns).toBe(5);
    expect(grid.folders.columns).toBe(4);
    expect(rowsOf(grid)).toBe(2 + 20_001);
  });

  test.each([grid, list])('finds each entry where it stands', (layout) => {
    for (const entry of [0, 3, 4, 5, 6, 7, 10, 11, 50_000, 100_008]) {
      const row = rowOf(layout, entry);
      expect(row.start).toBeLessThanOrEqual(entry);
      expect(row.end).toBeGreaterThan(entry);
      expect(rowAt(layout, row.number)).toEqual(row);
      expect(rowsBetween(layout, row.top + 1, row.top + 2)).toContain(row.number);
    }
  });

  test('has no more rows on the page than are seen', () => {
    for (const top of [0, 40, 400, 1_000_000, grid.height - 10]) {
      expect(rowsBetween(grid, top, top + 900).length).toBeLessThan(10);
    }
    expect(rowsBetween(list, 0, 879)).toEqual(Array.from({ length: 20 }, (_, i) => i));
    expect(rowsBetween(grid, grid.height + 5000, grid.height + 6000)).toEqual([]);
  });

  test('keys go from folders to pictures and back, and stay inside', () => {
    expect(stepFrom(grid, 0, 'ArrowDown', 800)).toBe(4);
    expect(stepFrom(grid, 3, 'ArrowDown', 800)).toBe(5);
    expect(stepFrom(grid, 5, 'ArrowDown', 800)).toBe(7);
    expect(stepFrom(grid, 7, 'ArrowUp', 800)).toBe(5);
    expect(stepFrom(grid, 0, 'ArrowUp', 800)).toBe(0);
    expect(stepFrom(grid, 0, 'ArrowLeft', 800)).toBe(0);
    expect(stepFrom(grid, 12, 'End', 800)).toBe(100_008);
    expect(stepFrom(list, 100_008, 'ArrowDown', 800)).toBe(100_008);
    expect(stepFrom(list, 0, 'PageDown', 880)).toBe(19);
    expect(stepFrom(list, 0, 'x', 880)).toBeUndefined();
  });
});

describe('the address', () => {
  test.each(['a b#c/%/?+&=/🚚/', '', 'ünï/'])('keeps the folder %s', (folder) => {
    const said = addressText(3, {
      folder,
      find: '*.p?g',
      below: true,
      view: 'list',
      order: parseOrder('-size'),
    });
    const query = Object.fromEntries(new URLSearchParams(said.split('?').slice(1).join('?')));
    expect(readAddress(query, 'own/')).toEqual({
      folder,
      find: '*.p?g',
      below: true,
      view: 'list',
      order: { by: 'size', down: true },
    });
  });

  test('a prefix that ends within a name is looked for in its folder; none is the storage’s own', () => {
    expect(readAddress({ prefix: 'a/b/cam' }, '')).toMatchObject({ folder: 'a/b/', find: 'cam' });
    expect(readAddress({}, 'own/')).toMatchObject({ folder: 'own/', find: '', below: false });
  });
});

test('a column’s head sorts, turns, and lets be', () => {
  expect(turned(undefined, 'name')).toEqual({ by: 'name', down: false });
  expect(turned({ by: 'name', down: false }, 'name')).toEqual({ by: 'name', down: true });
  expect(turned({ by: 'name', down: true }, 'name')).toBeUndefined();
  expect(turned({ by: 'name', down: true }, 'size')).toEqual({ by: 'size', down: true });
});
