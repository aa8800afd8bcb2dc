/** What a list of addresses must do: the part of the contract that only reads, in Node and in a page. */
import { describe, expect, test } from 'vitest';
import type { ListPage, ObjectStore } from '#core/storage/object-store.ts';
import { openUrlsStore } from '#core/storage/urls/store.ts';
import { makePorts } from '#test/fakes/ports.ts';
import { staticEndpoint } from '#test/servers/access.ts';

const content = Uint8Array.from({ length: 1000 }, (_, i) => i % 256);

/** A store of these paths of the static server, with their addresses. */
export function openPaths(...paths: string[]): { store: ObjectStore; keys: string[]; key: string } {
  const keys = paths.map((path) => `${staticEndpoint()}/${path}`);
  const store = openUrlsStore({ provider: 'urls', urls: keys, prefix: '' }, undefined, makePorts());
  return { store, keys, key: keys[0] ?? '' };
}

async function pagesOf(pages: AsyncIterable<ListPage>): Promise<string[][]> {
  const all: string[][] = [];
  for await (const { objects, prefixes } of pages) {
    expect(prefixes).toEqual([]);
    all.push(objects.map(({ key }) => key));
  }
  return all;
}

const odd = [
  'files/z.jpg',
  'files/a b+c.jpg?sig=1+2%2F3&x=/',
  'files/%41.jpg',
  'files/grüße-😀.jpg#part',
  'files/z.jpg',
];

export function testUrlsStore(name: string): void {
  describe(name, () => {
    test('lists the addresses in their order, each once, in pages', async () => {
      const { store, keys } = openPaths(...odd);
      const once = keys.slice(0, 4);
      expect(await pagesOf(store.list({}))).toEqual([once]);
      expect(await pagesOf(store.list({ delimiter: '/', pageSize: 3 }))).toEqual([
        once.slice(0, 3),
        once.slice(3),
      ]);
      expect(await pagesOf(store.list({ startAfter: once[1] ?? '' }))).toEqual([once.slice(2)]);
      expect(await pagesOf(store.list({ prefix: `${staticEndpoint()}/files/a` }))).toEqual([[once[1]]]);
      expect(await pagesOf(store.list({ prefix: 'nothing' }))).toEqual([[]]);
      await expect(pagesOf(store.list({ signal: AbortSignal.abort() }))).rejects.toMatchObject({
        name: 'AbortError',
      });
    });

    test.each(odd)('reads %s as it is, whole and in parts', async (path) => {
      const { store, key } = openPaths(path);
      expect(await store.stat(key)).toMatchObject({ key, size: 1000 });
      expect(new Uint8Array(await (await store.read(key)).arrayBuffer())).toEqual(content);
      const part = await store.read(key, { range: { start: 2, end: 4 } });
      expect(new Uint8Array(await part.arrayBuffer())).toEqual(content.slice(2, 5));
    });

    test.each(['files', 'no-head', 'no-ranges', 'hides-headers'])(
      'knows size, type and time, and reads ranges, of a server of the kind %s',
      async (kind) => {
        const { store, key } = openPaths(`${kind}/a.jpg`);
        expect(await store.stat(key)).toMatchObject({
          size: 1000,
          contentType: 'image/jpeg',
          modified: Date.UTC(2026, 2, 3, 10),
        });
        const read = async (start: number, end: number): Promise<Uint8Array> =>
          new Uint8Array(await (await store.read(key, { range: { start, end } })).arrayBuffer());
        expect(await read(0, 0)).toEqual(content.slice(0, 1));
        expect(await read(990, 2000)).toEqual(content.slice(990));
        expect(await read(1000, 2000)).toHaveLength(0);
      },
    );

    test('keeps the version where the server shows it', async () => {
      const { store, key } = openPaths('files/a.jpg');
      expect((await store.stat(key)).etag).toBe('version-1');
    });

    test('reads empty files', async () => {
      const { store, key } = openPaths('empty/a.jpg');
      expect((await store.stat(key)).size).toBe(0);
      expect((await store.read(key)).size).toBe(0);
      expect((await store.read(key, { range: { start: 0, end: 9 } })).size).toBe(0);
    });

    test.each([
      ['missing', 'not-found', 404],
      ['gone', 'not-found', 410],
      ['private', 'forbidden', 403],
      ['busy', 'throttled', 429],
      ['broken', 'unexpected', 501],
    ])('says why %s files cannot be read', async (kind, code, status) => {
      const { store, key } = openPaths(`${kind}/a.jpg`);
      await expect(store.read(key)).rejects.toMatchObject({ code, status, key, operation: 'read' });
      await expect(store.stat(key)).rejects.toMatchObject({ code, status, key, operation: 'stat' });
    });

    test('reads nothing that is not in the list, and nothing when aborted', async () => {
      const { store, key } = openPaths('files/a.jpg');
      await expect(store.read(`${staticEndpoint()}/files/b.jpg`)).rejects.toMatchObject({
        code: 'not-found',
      });
      await expect(store.read('')).rejects.toMatchObject({ code: 'invalid-name' });
      await expect(store.read(key, { signal: AbortSignal.abort() })).rejects.toMatchObject({
        name: 'AbortError',
      });
    });

    test('writes and removes nothing', async () => {
      const { store, key } = openPaths('files/a.jpg');
      const refusal = {
        code: 'forbidden',
        message: 'A list of addresses can only be read. Nothing was changed.',
      };
      await expect(store.write(key, new Blob(['x']))).rejects.toMatchObject(refusal);
      await expect(store.remove(key)).rejects.toMatchObject(refusal);
      expect(store.capabilities.write).toBe(false);
    });

    test('has the address itself to share', async () => {
      const { store, key } = openPaths('files/a.jpg');
      expect(String(await store.presign(key, 60))).toBe(key);
    });
  });
}
