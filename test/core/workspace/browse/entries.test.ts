import { describe, expect, test } from 'vitest';
import { browseBelow, browseHere, type EntryPage } from '#core/workspace/browse/entry-pages.ts';
import { folderAbove, nameOf, sharedFolder, wayTo } from '#core/workspace/browse/names.ts';
import { makeMemoryStore } from '#test/fakes/memory-store.ts';

const odd = ['a b#c.jpg', 'what?.jpg', '50%.jpg', 'one+two.jpg', 'Ünï 🚚.jpg'];
const keys = [
  'cams/',
  ...odd.map((name) => `cams/${name}`),
  'cams/cam-1/1.jpg',
  'cams/cam-1/deep/TRUCK.PNG',
  'cams/cam-2/2.jpg',
  'cams/calibration/3.jpg',
  'elsewhere/4.jpg',
];

async function all(pages: AsyncIterable<EntryPage>) {
  const found = { folders: [] as string[], keys: [] as string[], looked: 0 };
  for await (const page of pages) {
    found.folders.push(...page.folders);
    found.keys.push(...page.objects.map(({ key }) => key));
    found.looked += page.looked;
  }
  return found;
}

describe('a folder', () => {
  test('holds its folders and objects, whatever their names, but not the object that stands for it', async () => {
    const found = await all(browseHere(makeMemoryStore(keys), { folder: 'cams/', find: '' }));
    expect(found.folders).toEqual(['cams/calibration/', 'cams/cam-1/', 'cams/cam-2/']);
    expect(new Set(found.keys)).toEqual(new Set(odd.map((name) => `cams/${name}`)));
  });

  test('is searched by the storage itself, by the start of names', async () => {
    const store = makeMemoryStore(keys);
    const found = await all(browseHere(store, { folder: 'cams/', find: 'ca' }));
    expect(store.requests.map(({ prefix }) => prefix)).toEqual(['cams/ca']);
    expect(found.folders).toEqual(['cams/calibration/', 'cams/cam-1/', 'cams/cam-2/']);
    expect(found.keys).toEqual([]);
  });

  test('is searched by a glob, whose start the storage looks for', async () => {
    const store = makeMemoryStore(keys);
    const found = await all(browseHere(store, { folder: 'cams/', find: 'cam-?' }));
    expect(store.requests.map(({ prefix }) => prefix)).toEqual(['cams/cam-']);
    expect(found.folders).toEqual(['cams/cam-1/', 'cams/cam-2/']);
  });

  test('finds what is typed out, though it is a sign of globs', async () => {
    expect(
      (await all(browseHere(makeMemoryStore(keys), { folder: 'cams/', find: 'what?.jpg' }))).keys,
    ).toEqual(['cams/what?.jpg']);
  });
});

describe('below a folder', () => {
  test('words are found in either case, and what was looked at is counted', async () => {
    const found = await all(browseBelow(makeMemoryStore(keys), { folder: 'cams/', find: 'truck' }));
    expect(found.keys).toEqual(['cams/cam-1/deep/TRUCK.PNG']);
    expect(found.looked).toBe(10);
  });

  test.each([
    ['*.PNG', ['cams/cam-1/deep/TRUCK.PNG']],
    ['cam-*/*.jpg', ['cams/cam-1/1.jpg', 'cams/cam-2/2.jpg']],
    ['**/deep/*', ['cams/cam-1/deep/TRUCK.PNG']],
  ])('the glob %s', async (find, expected) => {
    const found = await all(browseBelow(makeMemoryStore(keys), { folder: 'cams/', find }));
    expect(found.keys).toEqual(expected);
  });

  test('an abort ends the search', async () => {
    const stop = new AbortController();
    const store = makeMemoryStore(
      Array.from({ length: 20_000 }, (_, i) => `${i}.jpg`),
      () => new Promise((resolve) => setTimeout(resolve, 1)),
    );
    const pages = browseBelow(store, { folder: '', find: 'x', signal: stop.signal });
    await pages.next();
    stop.abort();
    await expect(all(pages)).rejects.toThrow('aborted');
    expect(store.requests.length).toBeLessThan(20);
  });
});

test('what a storage gives at once comes in pages of a thousand', async () => {
  const objects = Array.from({ length: 2500 }, (_, i) => ({ key: `${i}`, size: 1, etag: '', modified: 0 }));
  const store = {
    ...makeMemoryStore([]),
    async *list() {
      yield { objects, prefixes: ['f/'] };
    },
  };
  const sizes: number[] = [];
  for await (const page of browseHere(store, { folder: '', find: '' })) sizes.push(page.objects.length);
  expect(sizes).toEqual([1000, 1000, 500]);
});

test('names of folders and the way to them', () => {
  expect(nameOf('a/b c/')).toBe('b c');
  expect(nameOf('a/b')).toBe('b');
  expect(nameOf('plain')).toBe('plain');
  expect(wayTo('a/b//c/')).toEqual(['a/', 'a/b/', 'a/b//', 'a/b//c/']);
  expect(folderAbove('a/b/')).toBe('a/');
  expect(folderAbove('a/')).toBe('');
  expect(sharedFolder(['a/b/1', 'a/b/2', 'a/c/'])).toBe('a/');
  expect(sharedFolder(['a/b/', 'a/b/1'])).toBe('a/b/');
  expect(sharedFolder(['a/', 'b'])).toBe('');
});
