import { expect, test } from 'vitest';
import { Database } from '#core/db/database.ts';
import { LocalCopyRepository } from '#core/db/local-copies.ts';
import { StorageError } from '#core/errors.ts';
import type { Ports } from '#core/ports.ts';
import { LocalCopies } from '#core/storage/local-copies.ts';
import { withLocalCopy } from '#core/storage/local-copy.ts';
import type { ObjectStore } from '#core/storage/object-store.ts';
import { makeMemoryStore } from '#test/fakes/memory-store.ts';
import { makePorts } from '#test/fakes/ports.ts';

/** A store whose objects can be changed, that notes what was read. */
function makeStore() {
  const objects = new Map<string, { text: string; etag: string }>();
  const reads: string[] = [];
  const state = { offline: false };
  const find = (key: string, operation: string) => {
    const object = objects.get(key);
    if (state.offline) throw new StorageError('offline', 'no network', { operation, key });
    if (!object) throw new StorageError('not-found', 'none', { operation, key });
    return object;
  };
  const store: ObjectStore = {
    ...makeMemoryStore([]),
    stat: async (key) => {
      const { text, etag } = find(key, 'stat');
      return { key, etag, size: text.length, modified: 0 };
    },
    read: async (key, { range } = {}) => {
      const { text } = find(key, 'read');
      reads.push(key);
      return new Blob([range ? text.slice(range.start, range.end + 1) : text], { type: 'image/png' });
    },
    write: async (key, body) => {
      objects.set(key, { text: await body.text(), etag: crypto.randomUUID() });
      return store.stat(key);
    },
    remove: async (key) => {
      objects.delete(key);
    },
  };
  return { store, objects, reads, state };
}

interface World {
  readonly db: Database;
  readonly root: FileSystemDirectoryHandle;
  readonly clock: { now: number };
  readonly ports: Ports;
}

/** A disk and a database of their own. */
async function makeWorld(): Promise<World> {
  const name = `copies-${crypto.randomUUID()}`;
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
  const clock = { now: Date.now() };
  const ports = makePorts({
    clock: { now: () => clock.now, sleep: async () => {} },
    files: { root: async () => root, space: async () => ({ used: 0, available: 1e9, persistent: false }) },
  });
  return { db: new Database(name), root, clock, ports };
}

const open = ({ db, ports }: World) => new LocalCopies(new LocalCopyRepository(db), ports);
const scope = { uid: 'storage-1', limitBytes: 1000 };

async function filesOf({ root }: World): Promise<FileSystemFileHandle[]> {
  const found: FileSystemFileHandle[] = [];
  const folder = await root.getDirectoryHandle('copies', { create: true });
  for await (const handle of folder.values()) if (handle instanceof FileSystemFileHandle) found.push(handle);
  return found;
}

test('what was read once is read from the disk, ranges too, also in another tab', async () => {
  const world = await makeWorld();
  const { store, objects, reads } = makeStore();
  objects.set('a é/1.png', { text: '0123456789', etag: 'v1' });
  const first = withLocalCopy(store, open(world), scope);
  expect(await (await first.read('a é/1.png')).text()).toBe('0123456789');
  await first.settled();
  const other = withLocalCopy(store, open(world), scope);
  const whole = await other.read('a é/1.png');
  expect([await whole.text(), whole.type]).toEqual(['0123456789', 'image/png']);
  const part = await other.read('a é/1.png', { range: { start: 2, end: 4 }, etag: 'v1' });
  expect(await part.text()).toBe('234');
  expect(reads).toEqual(['a é/1.png']);
});

test('ranges of what is not there are passed on and not kept', async () => {
  const world = await makeWorld();
  const { store, objects, reads } = makeStore();
  objects.set('k', { text: '0123456789', etag: 'v1' });
  const copying = withLocalCopy(store, open(world), scope);
  for (let i = 0; i < 2; i++) {
    expect(await (await copying.read('k', { range: { start: 0, end: 1 } })).text()).toBe('01');
  }
  await copying.settled();
  expect([reads.length, await filesOf(world)]).toEqual([2, []]);
});

test('another version makes a copy stale; so do writing and removing', async () => {
  const world = await makeWorld();
  const { store, objects, reads } = makeStore();
  objects.set('k', { text: 'old', etag: 'v1' });
  const copying = withLocalCopy(store, open(world), scope);
  await copying.read('k');
  await copying.settled();
  objects.set('k', { text: 'new', etag: 'v2' });
  expect(await (await copying.read('k')).text()).toBe('new');
  await copying.settled();
  expect(await filesOf(world)).toHaveLength(1);
  await copying.write('k', new Blob(['newest']));
  expect(await filesOf(world)).toHaveLength(0);
  expect(await (await copying.read('k')).text()).toBe('newest');
  await copying.settled();
  await copying.remove('k');
  await expect(copying.read('k')).rejects.toMatchObject({ code: 'not-found' });
  expect([reads.length, await filesOf(world)]).toEqual([3, []]);
});

test('the least recently used goes first, each storage for itself', async () => {
  const world = await makeWorld();
  const { store, objects, reads } = makeStore();
  for (const key of ['a', 'b', 'c', 'd']) objects.set(key, { text: key.repeat(300), etag: 'v1' });
  const copying = withLocalCopy(store, open(world), scope);
  const other = withLocalCopy(store, open(world), { uid: 'storage-2', limitBytes: 1000 });
  const read = async (from: typeof copying, key: string): Promise<void> => {
    world.clock.now += 120_000;
    await from.read(key, { etag: 'v1' });
    await from.settled();
  };
  await read(other, 'b');
  for (const key of ['a', 'b', 'c', 'a', 'd']) await read(copying, key);
  reads.length = 0;
  for (const key of ['a', 'c', 'd']) await read(copying, key);
  await read(other, 'b');
  expect(reads).toEqual([]);
  await read(copying, 'b');
  expect(reads).toEqual(['b']);
  const repository = new LocalCopyRepository(world.db);
  expect(await repository.usedBytes(scope.uid)).toBeLessThanOrEqual(1000);
  expect(await filesOf(world)).toHaveLength(4);
  await open(world).clear(scope.uid);
  expect(await filesOf(world)).toHaveLength(1);
});

test('what is larger than all the room is read and not kept', async () => {
  const world = await makeWorld();
  const { store, objects } = makeStore();
  objects.set('k', { text: 'x'.repeat(1001), etag: 'v1' });
  const copying = withLocalCopy(store, open(world), scope);
  expect((await copying.read('k')).size).toBe(1001);
  await copying.settled();
  expect(await filesOf(world)).toEqual([]);
});

test('a copy that was cut short is never served, and what a killed tab left is swept', async () => {
  const world = await makeWorld();
  const { store, objects, reads } = makeStore();
  objects.set('k', { text: '0123456789', etag: 'v1' });
  const copies = open(world);
  const copying = withLocalCopy(store, copies, scope);
  await copying.read('k');
  await copying.settled();
  const [file] = await filesOf(world);
  const writable = await file?.createWritable();
  await writable?.write('0123');
  await writable?.close();
  expect(await (await copying.read('k')).text()).toBe('0123456789');
  await copying.settled();
  expect(reads).toHaveLength(2);

  const folder = await world.root.getDirectoryHandle('copies');
  await folder.getFileHandle('left-behind', { create: true });
  await copies.sweep();
  expect(await filesOf(world)).toHaveLength(2);
  world.clock.now += 2 * 3_600_000;
  await copies.sweep();
  expect(await filesOf(world)).toHaveLength(1);
  expect(await (await copying.read('k')).text()).toBe('0123456789');
  expect(reads).toHaveLength(2);
});

test('a record without its file costs a download', async () => {
  const world = await makeWorld();
  const { store, objects, reads } = makeStore();
  objects.set('k', { text: 'x', etag: 'v1' });
  const copying = withLocalCopy(store, open(world), scope);
  await copying.read('k');
  await copying.settled();
  await world.root.removeEntry('copies', { recursive: true });
  expect(await (await copying.read('k')).text()).toBe('x');
  expect(reads).toHaveLength(2);
  await copying.settled();
});

test('a full disk drops copies and fails no read', async () => {
  const world = await makeWorld();
  const { store, objects } = makeStore();
  for (const key of ['a', 'b']) objects.set(key, { text: key.repeat(100), etag: 'v1' });
  const before = withLocalCopy(store, open(world), scope);
  await before.read('a');
  await before.settled();
  const index = new LocalCopyRepository(world.db);
  const full = new DOMException('no room', 'QuotaExceededError');
  const put = async (): Promise<never> => {
    throw full;
  };
  const warnings: unknown[] = [];
  const ports = { ...world.ports, log: { warn: (_: string, details?: unknown) => warnings.push(details) } };
  const fullIndex = Object.assign(Object.create(index), {
    get: index.get.bind(index),
    leastUsed: index.leastUsed.bind(index),
    remove: index.remove.bind(index),
    put,
  });
  const copying = withLocalCopy(store, new LocalCopies(fullIndex, ports), scope);
  expect((await copying.read('b')).size).toBe(100);
  await copying.settled();
  expect(warnings).toEqual([full]);
  expect(await filesOf(world)).toEqual([]);
  expect(await index.usedBytes(scope.uid)).toBe(0);
});

test('without a network a copy of any version is served', async () => {
  const world = await makeWorld();
  const { store, objects, state } = makeStore();
  objects.set('k', { text: 'x', etag: 'v1' });
  const copying = withLocalCopy(store, open(world), scope);
  await copying.read('k');
  await copying.settled();
  state.offline = true;
  expect(await (await copying.read('k')).text()).toBe('x');
  await expect(copying.read('other')).rejects.toMatchObject({ code: 'offline' });
});

test('many tabs at a time agree on one copy of each object', async () => {
  const world = await makeWorld();
  const { store, objects } = makeStore();
  const keys = Array.from({ length: 12 }, (_, i) => `k${i}`);
  for (const key of keys) objects.set(key, { text: key.padEnd(90, '.'), etag: 'v1' });
  const tabs = Array.from({ length: 4 }, () => withLocalCopy(store, open(world), scope));
  await Promise.all(
    tabs.flatMap((tab) =>
      keys.map(async (key) => expect(await (await tab.read(key)).text()).toBe(key.padEnd(90, '.'))),
    ),
  );
  await Promise.all(tabs.map((tab) => tab.settled()));
  const names = new Set((await filesOf(world)).map(({ name }) => name));
  expect(await new LocalCopyRepository(world.db).files()).toEqual(names);
});
