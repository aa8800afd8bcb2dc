import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { Database } from '#core/db/database.ts';
import { FrameRepository } from '#core/db/frames.ts';
import { TaskRepository } from '#core/db/tasks.ts';
import { newTarget } from '#core/model/target.ts';
import { wholeSource } from '#core/model/source.ts';

test('a database of version 1 keeps its tasks, frames and storages', async () => {
  const name = `version-1-${crypto.randomUUID()}`;
  const old = new Dexie(name);
  old.version(1).stores({
    storages: '++id, uid',
    tasks: '++id, updatedAt, sourceStorageId, targetStorageId',
    frames: '[taskId+page], taskId',
  });
  await old.table('storages').bulkAdd([{ uid: 'a' }, { uid: 'b' }, { uid: 'c' }]);
  const shared = { name: 'Dock', size: 2, ready: true };
  await old.table('tasks').bulkAdd([
    { ...shared, sourceStorageId: 2, targetStorageId: 3, selection: { prefix: 'x/', pattern: '*.png' } },
    { ...shared, sourceStorageId: 1, targetStorageId: undefined, selection: { prefix: '', pattern: '' } },
  ]);
  const page = { page: 0, rests: ['x/1.png', '2.png'], sizes: Float64Array.of(5, 6), etags: ['e', 'f'] };
  await old.table('frames').put({ taskId: 1, ...page, shared: Uint16Array.of(0, 2) });
  old.close();

  const database = new Database(name);
  const tasks = new TaskRepository(database);
  expect(await tasks.get(1)).toMatchObject({
    id: 1,
    ...shared,
    sources: [{ ...wholeSource(2, 'x/'), filter: { kind: 'glob', pattern: '*.png' } }],
    targets: [newTarget(3, '')],
    storageIds: [2, 3],
  });
  expect((await tasks.get(2))?.targets).toEqual([]);
  expect((await tasks.usingStorage(3)).map(({ id }) => id)).toEqual([1]);
  expect(await new FrameRepository(database).list(1, 0, 1)).toEqual([
    { storageId: 2, key: 'x/1.png', size: 5, etag: 'e' },
    { storageId: 2, key: 'x/2.png', size: 6, etag: 'f' },
  ]);
  expect(await database.storages.get(1)).toMatchObject({
    uid: 'a',
    description: '',
    manifests: [],
    owner: '',
  });
});
