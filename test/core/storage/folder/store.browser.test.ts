import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FolderAccess } from '#core/model/storage.ts';
import type { ObjectStore } from '#core/storage/object-store.ts';
import { openFolderStore } from '#core/storage/folder/store.ts';
import { browserPorts } from '#core/worker/browser-ports.ts';

const ports = browserPorts({ origin: location.origin, kind: 'web' });
let name: string;
let handle: FileSystemDirectoryHandle;

beforeEach(async () => {
  name = `lent ${crypto.randomUUID()}`;
  handle = await (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
});

afterEach(async () => {
  await (await navigator.storage.getDirectory()).removeEntry(name, { recursive: true });
});

function open(access: FolderAccess = { kind: 'folder-handle', handle }, writable = true): ObjectStore {
  return openFolderStore({ provider: 'folder', folder: 'f', name, prefix: '', writable }, access, ports);
}

async function keys(store: ObjectStore, prefix = '', delimiter = ''): Promise<string[]> {
  const found: string[] = [];
  for await (const { objects, prefixes } of store.list({ prefix, delimiter })) {
    found.push(...objects.map(({ key }) => key), ...prefixes);
  }
  return found;
}

const odd = ['a/b.jpg', '.git/config', 'a/.thumbs/b.jpg', 'a/.hidden.jpg', 'a/b.jpg.crswap', 'a-b.jpg', 'a0'];

describe.each(['a handle', 'files'])('lent by %s', (by) => {
  const lend = async (): Promise<ObjectStore> => {
    if (by === 'files') {
      return open({ kind: 'folder-files', files: new Map(odd.map((key) => [key, new File([key], key)])) });
    }
    const store = open();
    for (const key of odd) await store.write(key, new Blob([key]));
    return store;
  };

  test('lists neither what is hidden nor swap files, unless a prefix names the dot', async () => {
    const store = await lend();
    expect(await keys(store)).toEqual(['a-b.jpg', 'a/b.jpg', 'a0']);
    expect(await keys(store, '.git/')).toEqual(['.git/config']);
    expect(await keys(store, 'a/.')).toEqual(['a/.hidden.jpg', 'a/.thumbs/b.jpg']);
    expect(await (await store.read('a/.hidden.jpg')).text()).toBe('a/.hidden.jpg');
  });

  test('groups by slashes, and by anything', async () => {
    const store = await lend();
    expect(await keys(store, '', '/')).toEqual(['a-b.jpg', 'a0', 'a/']);
    expect(await keys(store, '', 'b.')).toEqual(['a0', 'a-b.', 'a/b.']);
  });

  test.each(['', '/a', 'a//b', 'a/./b', '../a', 'a/..', 'nul\0'])('refuses the name %j', async (key) => {
    await expect((await lend()).read(key)).rejects.toMatchObject({ code: 'invalid-name', key });
  });
});

test('files alone can be read, not written', async () => {
  const store = open({ kind: 'folder-files', files: new Map([['a', new File(['x'], 'a')]]) });
  expect(store.capabilities.write).toBe(false);
  expect(await store.read('a')).toBeInstanceOf(File);
  await expect(store.write('b', new Blob(['x']))).rejects.toMatchObject({ code: 'forbidden', key: 'b' });
});

test('writes nowhere where it was lent to read only', async () => {
  const store = open(undefined, false);
  await expect(store.write('b', new Blob(['x']))).rejects.toMatchObject({ code: 'forbidden', key: 'b' });
  await expect(store.remove('b')).rejects.toMatchObject({ code: 'forbidden' });
});

test('what was cut off leaves the old file, or none', async () => {
  const store = open();
  await store.write('old', new Blob(['before']));
  const stop = new AbortController();
  const endless = new Blob([new Uint8Array(50_000_000)]);
  for (const key of ['old', 'new']) {
    const writing = store.write(key, endless, { signal: stop.signal });
    queueMicrotask(() => stop.abort());
    await expect(writing).rejects.toMatchObject({ name: 'AbortError' });
  }
  expect(await keys(store)).toEqual(['old']);
  expect(await (await store.read('old')).text()).toBe('before');
});

test('a file and a folder of one name exclude each other', async () => {
  const store = open();
  await store.write('a/b', new Blob(['x']));
  await expect(store.write('a', new Blob(['x']))).rejects.toMatchObject({ code: 'invalid-name', key: 'a' });
  await expect(store.read('a')).rejects.toMatchObject({ code: 'not-found', key: 'a' });
  await expect(store.write('a/b/c', new Blob(['x']))).rejects.toMatchObject({ code: 'invalid-name' });
});

test.each([
  ['prompt', 'credentials-expired'],
  ['denied', 'forbidden'],
])('a lapsed permission (%s) is told as %s, with what to press', async (state, code) => {
  const refuse = async (): Promise<never> => {
    throw new DOMException('', 'NotAllowedError');
  };
  const lapsed = Object.assign(handle, {
    queryPermission: async () => state,
    requestPermission: async () => state,
    getFileHandle: refuse,
    values: () => ({ [Symbol.asyncIterator]: () => ({ next: refuse }) }),
  });
  const store = open({ kind: 'folder-handle', handle: lapsed });
  const told = { tag: 'storage', code, remedy: { text: expect.stringContaining('Allow the folder again') } };
  await expect(keys(store)).rejects.toMatchObject({ ...told, operation: 'list' });
  await expect(store.read('a')).rejects.toMatchObject({ ...told, operation: 'read', key: 'a' });
  await expect(store.write('a', new Blob(['x']))).rejects.toMatchObject({ ...told, operation: 'write' });
});

test('says that the folder itself is gone', async () => {
  const root = await navigator.storage.getDirectory();
  const inner = await handle.getDirectoryHandle('inner', { create: true });
  const store = open({ kind: 'folder-handle', handle: inner });
  await handle.removeEntry('inner');
  expect(root.kind).toBe('directory');
  await expect(keys(store)).rejects.toMatchObject({ code: 'not-found', operation: 'list' });
  await expect(keys(store, 'below/')).rejects.toMatchObject({ code: 'not-found', operation: 'list' });
});
