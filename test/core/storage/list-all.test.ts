import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listAll, type ListAllQuery } from '#core/storage/list-all.ts';
import type { ListPage } from '#core/storage/object-store.ts';
import { makeMemoryStore } from '#test/fakes/memory-store.ts';

async function keysOf(pages: AsyncIterable<ListPage>): Promise<string[]> {
  const keys: string[] = [];
  for await (const page of pages) keys.push(...page.objects.map(({ key }) => key));
  return keys;
}

/** Keys that crowd around the places where a listing is cut. */
const part = fc.array(
  fc.constantFrom('a', 'b', '.', '-', '0', '~', '', 'é', '\u{ffff}', '\u{1f600}', '\u{10ffff}'),
  {
    maxLength: 3,
  },
);
const key = fc
  .array(part, { minLength: 1, maxLength: 4 })
  .map((parts) => parts.map((letters) => letters.join('')).join('/'))
  .filter((text) => text !== '');

describe('listing side by side', () => {
  test('gives exactly the keys of a plain listing, in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(key, { maxLength: 300 }),
        fc.option(key, { nil: undefined }),
        fc.constantFrom('', 'a', 'a/', 'b/'),
        fc.integer({ min: 1, max: 9 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 3 })),
        async (keys, startAfter, prefix, pageSize, delays) => {
          const wait = async (): Promise<void> => {
            for (let turns = delays.next().value ?? 0; turns > 0; turns--) await Promise.resolve();
          };
          const store = makeMemoryStore(keys, wait);
          const query: ListAllQuery = {
            prefix,
            pageSize,
            ...(startAfter === undefined ? {} : { startAfter }),
          };
          expect(await keysOf(listAll(store, query))).toEqual(await keysOf(store.list(query)));
        },
      ),
      { numRuns: 400 },
    );
  });

  test.each(['data/', ''])(
    'asks six times at once, and little more than a plain listing of "%s"',
    async (prefix) => {
      const keys = Array.from(
        { length: 40_000 },
        (_, i) => `data/${String(i % 40).padStart(3, '0')}/${i}.jpg`,
      );
      const store = makeMemoryStore(keys, () => new Promise((resolve) => setTimeout(resolve, 1)));
      const listed = await keysOf(listAll(store, { prefix }));
      expect(listed).toHaveLength(40_000);
      expect(store.mostAtOnce).toBe(6);
      expect(store.requests.length).toBeLessThan(50);
    },
  );

  test('asks no more than a plain listing where there are few objects and no folders', async () => {
    const store = makeMemoryStore(Array.from({ length: 3500 }, (_, i) => `a/${i}`));
    expect(await keysOf(listAll(store, { prefix: 'a/' }))).toHaveLength(3500);
    expect(store.requests.length).toBe(4);
  });

  test.each<[string, (i: number) => string]>([
    ['numbers', (i) => `a/${i}.jpg`],
    ['numbers of six digits', (i) => `a/frame_${String(i).padStart(6, '0')}.jpg`],
    ['names drawn by chance', (i) => `a/${(i * 2_654_435_761).toString(16)}`],
    ['times', (i) => `a/${new Date(1_790_000_000_000 + i * 61_000).toISOString()}.jpg`],
  ])('a long folder of %s is read side by side, without folders to cut at', async (_, name) => {
    const total = 120_000;
    const keys = Array.from({ length: total }, (__, i) => name(i));
    const store = makeMemoryStore(keys, () => new Promise((resolve) => setTimeout(resolve, 2)));
    const listed = await keysOf(listAll(store, { prefix: 'a/' }));
    expect(listed).toEqual([...new Set(keys)].sort());
    const full = store.requests.filter(({ pageSize }) => pageSize !== 1).length;
    expect(full).toBeLessThan(1.5 * (total / 1000));
    expect(store.requests.length - full).toBeLessThan(150);
    expect(store.mostAtOnce).toBeGreaterThanOrEqual(6);
  });

  test('does not ask once for each of many tiny folders', async () => {
    const store = makeMemoryStore(
      Array.from({ length: 20_000 }, (_, i) => `${String(i).padStart(6, '0')}/a.jpg`),
    );
    expect(await keysOf(listAll(store, {}))).toHaveLength(20_000);
    expect(store.requests.length).toBeLessThan(50);
  });

  test('stays within bounds when the reader is slow', async () => {
    const keys = Array.from({ length: 50_000 }, (_, i) => `${i % 50}/${i}`);
    const store = makeMemoryStore(keys);
    const pages = listAll(store, { pageSize: 100 })[Symbol.asyncIterator]();
    for (let i = 0; i < 5; i++) await pages.next();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(store.requests.length).toBeLessThan(220);
    await pages.return?.(undefined);
  });

  test('ends with an AbortError when aborted, and asks no more', async () => {
    const stop = new AbortController();
    const store = makeMemoryStore(Array.from({ length: 50_000 }, (_, i) => `${i % 50}/${i}`));
    const listing = (async () => {
      let pages = 0;
      for await (const _ of listAll(store, { signal: stop.signal })) if (++pages === 4) stop.abort();
    })();
    await expect(listing).rejects.toMatchObject({ name: 'AbortError' });
    const asked = store.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(store.requests.length).toBe(asked);
  });

  test('fails with the first failure of any stretch', async () => {
    const store = makeMemoryStore(Array.from({ length: 50_000 }, (_, i) => `${i % 50}/${i}`));
    const broken = {
      ...store,
      list: (query: Parameters<typeof store.list>[0]) => {
        if (query.prefix === '7/') throw new Error('broken');
        return store.list(query);
      },
    };
    await expect(keysOf(listAll(broken, {}))).rejects.toThrow('broken');
  });
});
