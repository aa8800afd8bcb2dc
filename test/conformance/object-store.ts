/** What every object store must do; each kind runs this same suite against the real thing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listAll } from '#core/storage/list-all.ts';
import type { ListPage, ObjectInfo, ObjectStore } from '#core/storage/object-store.ts';
import { compareUtf8 } from '#core/util/text-order.ts';
import { type NetworkTrials, testNetwork } from './network.ts';

export interface StoreUnderTest {
  readonly store: ObjectStore;
  readonly cleanUp: () => Promise<void>;
  /** What only stores behind a network can be tried with. */
  readonly network?: NetworkTrials;
}

export interface Traits {
  /** Names that this kind's server itself refuses. */
  readonly refusedKeys?: readonly string[];
  /** Neither content type nor time are kept; this kind stores bytes alone. */
  readonly onlyBytes?: boolean;
  /** Set where `make` gives `network`. */
  readonly hasNetwork?: boolean;
  /** Set where the server orders its keys by UTF-16 units, not by UTF-8 bytes. */
  readonly ordersByUtf16?: boolean;
}

const oddKeys = [
  'odd/plus+and space.jpg',
  'odd/100%.jpg',
  'odd/%41 is not A.jpg',
  'odd/#1?x=y&z.jpg',
  `odd/quotes'"()*!~.jpg`,
  'odd/back\\slash.jpg',
  'odd/<&>;.jpg',
  'odd/grüße-東京-😀.jpg',
  'odd/..hidden',
  'odd/trailing.',
  'odd/same',
  'odd/same/below.jpg',
  '/leading slash.jpg',
  'odd//double.jpg',
  `odd/${`${'n'.repeat(199)}/`.repeat(4)}${'k'.repeat(196)}`,
];

/** MinIO keeps objects as files: it drops a leading slash and refuses a doubled one. Amazon takes both. */
export const minioRefuses = ['/leading slash.jpg', 'odd//double.jpg'];

/** Azure turns a backslash into a slash; such a name is refused before it is sent. */
export const azureRefuses = ['odd/back\\slash.jpg'];

const many = 2500;

async function collect(pages: AsyncIterable<ListPage>): Promise<{ keys: string[]; prefixes: string[] }> {
  const all: { keys: string[]; prefixes: string[] } = { keys: [], prefixes: [] };
  for await (const { objects, prefixes } of pages) {
    all.keys.push(...objects.map(({ key }) => key));
    all.prefixes.push(...prefixes);
  }
  return all;
}

/** Runs `work` for all, some at a time. */
async function forAll<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const queue = [...items];
  const worker = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: 16 }, worker));
}

export function testObjectStore(
  name: string,
  make: () => Promise<StoreUnderTest>,
  traits: Traits = {},
): void {
  describe(name, () => {
    let made: StoreUnderTest;
    let store: ObjectStore;
    const keys = oddKeys.filter((key) => !traits.refusedKeys?.includes(key));
    const manyKeys = Array.from(
      { length: many },
      (_, i) => `many/${i % 5}/${String(i).padStart(5, '0')}.jpg`,
    );

    beforeAll(async () => {
      made = await make();
      store = made.store;
      await forAll(manyKeys, (key) => store.write(key, new Blob(['x'])));
    }, 60_000);

    afterAll(async () => {
      await made?.cleanUp();
    }, 60_000);

    test('gives back what was written, with its size and version', async () => {
      const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i % 256);
      const written = await store.write('a/bytes.jpg', new Blob([bytes]), { contentType: 'image/jpeg' });
      const info = await store.stat('a/bytes.jpg');
      expect(info).toMatchObject({
        key: 'a/bytes.jpg',
        size: 1000,
        etag: written.etag,
        ...(traits.onlyBytes ? { modified: 0 } : { contentType: 'image/jpeg' }),
      });
      expect(info.etag).not.toMatch(/^$|"/);
      if (!traits.onlyBytes) expect(Math.abs(info.modified - Date.now())).toBeLessThan(120_000);
      expect(new Uint8Array(await (await store.read('a/bytes.jpg')).arrayBuffer())).toEqual(bytes);
    });

    test('reads ranges, cut at the end of the object', async () => {
      await store.write('a/range', new Blob(['0123456789']));
      const read = async (start: number, end: number): Promise<string> =>
        (await store.read('a/range', { range: { start, end } })).text();
      expect(await read(2, 4)).toBe('234');
      expect(await read(0, 0)).toBe('0');
      expect(await read(8, 100)).toBe('89');
      expect(await read(10, 20)).toBe('');
    });

    test('keeps empty objects', async () => {
      await store.write('a/empty', new Blob([]));
      expect((await store.stat('a/empty')).size).toBe(0);
      expect((await store.read('a/empty')).size).toBe(0);
      expect((await store.read('a/empty', { range: { start: 0, end: 9 } })).size).toBe(0);
    });

    test.each(keys)('keeps the key %j as it is', async (key) => {
      await store.write(key, new Blob([key]));
      expect(await (await store.read(key)).text()).toBe(key);
      expect((await store.stat(key)).key).toBe(key);
      expect((await collect(store.list({ prefix: key }))).keys).toContain(key);
      await store.remove(key);
      await expect(store.stat(key)).rejects.toMatchObject({ code: 'not-found', key });
    });

    test('lists all of many objects once, in the order of their UTF-8 bytes', async () => {
      const sorted = [...manyKeys].sort(compareUtf8);
      expect((await collect(store.list({ prefix: 'many/' }))).keys).toEqual(sorted);
      expect((await collect(listAll(store, { prefix: 'many/', pageSize: 100 }))).keys).toEqual(sorted);
      const names = ['o/A', 'o/a-b', 'o/a.b', 'o/a/b', 'o/a0', 'o/Z', 'o/é', 'o/\u{ff5e}', 'o/😀'];
      await forAll(names, (key) => store.write(key, new Blob(['x'])));
      const listed = await collect(store.list({ prefix: 'o/', pageSize: 2 }));
      const inOrder = traits.ordersByUtf16 ? [...names].sort() : [...names].sort(compareUtf8);
      expect(listed.keys).toEqual(inOrder);
    });

    test('tells size and version in a listing', async () => {
      const written = await store.write('info/one', new Blob(['12345']));
      let found: ObjectInfo | undefined;
      for await (const page of store.list({ prefix: 'info/' })) found = page.objects[0];
      expect(found).toMatchObject({ key: 'info/one', size: 5, etag: written.etag });
      if (!traits.onlyBytes) expect(Math.abs((found?.modified ?? 0) - Date.now())).toBeLessThan(120_000);
    });

    test('groups behind a delimiter', async () => {
      await store.write('group/top.jpg', new Blob(['x']));
      await store.write('group/a b+/1.jpg', new Blob(['x']));
      await store.write('group/a b+/2.jpg', new Blob(['x']));
      await store.write('group/c/d/3.jpg', new Blob(['x']));
      expect(await collect(store.list({ prefix: 'group/', delimiter: '/' }))).toEqual({
        keys: ['group/top.jpg'],
        prefixes: ['group/a b+/', 'group/c/'],
      });
    });

    test('starts after a key and pages as asked', async () => {
      const query = { prefix: 'many/0/', startAfter: 'many/0/02000.jpg', pageSize: 30 };
      const pages: ListPage[] = [];
      for await (const page of store.list(query)) pages.push(page);
      expect(pages[0]?.objects).toHaveLength(30);
      expect(pages[0]?.objects[0]?.key).toBe('many/0/02005.jpg');
      expect(pages.flatMap((page) => page.objects)).toHaveLength(99);
    });

    test('lists nothing where there is nothing', async () => {
      expect(await collect(store.list({ prefix: 'nothing/here/' }))).toEqual({ keys: [], prefixes: [] });
    });

    test('stops listing when aborted', async () => {
      const stop = new AbortController();
      let seen = 0;
      const listing = (async () => {
        for await (const page of store.list({ prefix: 'many/', pageSize: 100, signal: stop.signal })) {
          seen += page.objects.length;
          stop.abort();
        }
      })();
      await expect(listing).rejects.toMatchObject({ name: 'AbortError' });
      expect(seen).toBe(100);
    });

    test('reads nothing when aborted', async () => {
      await store.write('a/abort', new Blob(['x']));
      await expect(store.read('a/abort', { signal: AbortSignal.abort() })).rejects.toMatchObject({
        name: 'AbortError',
      });
    });

    test('says that an object is not there', async () => {
      const missing = { tag: 'storage', code: 'not-found', key: 'a/missing' };
      await expect(store.stat('a/missing')).rejects.toMatchObject({ ...missing, operation: 'stat' });
      await expect(store.read('a/missing')).rejects.toMatchObject({ ...missing, operation: 'read' });
      await expect(store.remove('a/missing')).resolves.toBeUndefined();
    });

    test('writes only where nothing is when told so', async () => {
      await store.write('cond/new', new Blob(['first']), { ifNoneMatch: '*' });
      await expect(store.write('cond/new', new Blob(['second']), { ifNoneMatch: '*' })).rejects.toMatchObject(
        {
          code: 'precondition-failed',
          key: 'cond/new',
        },
      );
      expect(await (await store.read('cond/new')).text()).toBe('first');
    });

    test('writes only over the version it was told', async () => {
      const first = await store.write('cond/version', new Blob(['first']));
      const second = await store.write('cond/version', new Blob(['second!']), { ifMatch: first.etag });
      const stale = store.write('cond/version', new Blob(['third!!!']), { ifMatch: first.etag });
      await expect(stale).rejects.toMatchObject({ code: 'precondition-failed' });
      expect(await (await store.read('cond/version')).text()).toBe('second!');
      expect((await store.stat('cond/version')).etag).toBe(second.etag);
      const gone = store.write('cond/gone', new Blob(['x']), { ifMatch: first.etag });
      await expect(gone).rejects.toMatchObject({ code: 'precondition-failed' });
    });

    test('tells the bytes sent', async () => {
      const told: number[] = [];
      await store.write('a/progress', new Blob(['12345']), { onProgress: (sent) => told.push(sent) });
      expect(told.at(-1)).toBe(5);
    });

    test('refuses a name that it could not give back', async () => {
      await expect(store.write('half \ud83d surrogate', new Blob(['x']))).rejects.toMatchObject({
        code: 'invalid-name',
      });
      await expect(store.read('')).rejects.toMatchObject({ code: 'invalid-name' });
    });

    test('makes addresses that need no key, where it can', async () => {
      await store.write('a/shared +%.txt', new Blob(['shared']));
      if (!store.capabilities.presign) {
        await expect(store.presign('a/shared +%.txt', 60)).rejects.toMatchObject({ operation: 'presign' });
        return;
      }
      const answer = await fetch(await store.presign('a/shared +%.txt', 60));
      expect(await answer.text()).toBe('shared');
    });

    if (traits.hasNetwork) testNetwork(() => made);
  });
}
