/** What a sync finds, as a table of what may happen to a bucket between two of them. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { removeTask } from '#core/db/remove-for-good.ts';
import type { TaskId } from '#core/model/ids.ts';
import { type Source, wholeSource } from '#core/model/source.ts';
import { addFrames } from '#core/requests/add-frames.ts';
import { createTask } from '#core/requests/create-task.ts';
import { syncTask } from '#core/requests/sync-task.ts';
import { makeRequestHouse, type RequestHouse, s3Settings } from '#test/fakes/request-house.ts';
import { makeMutableStore, type MutableStore } from '#test/fakes/mutable-store.ts';

const names = ['a1.jpg', 'a2.jpg', 'a10.jpg', 'in/b1.jpg', 'in/b2.jpg'];

interface Scene {
  readonly house: RequestHouse;
  readonly store: MutableStore;
  readonly taskId: TaskId;
  readonly storageId: number;
}

async function makeScene(
  sourcesOf = (id: number): Source[] => [wholeSource(id)],
  pageSize = 2,
): Promise<Scene> {
  const house = makeRequestHouse();
  const store = makeMutableStore(
    names.map((name) => [name, 'v1'] as const),
    pageSize,
  );
  const storageId = await house.attach(store);
  const taskId = await house.addTask(sourcesOf(storageId));
  await createTask({ kind: 'create-task', taskId }, house.context());
  return { house, store, taskId, storageId };
}

async function sync({ house, taskId }: Pick<Scene, 'house' | 'taskId'>, id?: number): Promise<string> {
  const changes = id === undefined ? {} : { id };
  return (await syncTask({ kind: 'sync-task', taskId }, house.context(changes))).words;
}

async function found({ house, taskId }: Pick<Scene, 'house' | 'taskId'>) {
  const offered: string[] = [];
  for await (const page of house.syncs.offers(taskId)) offered.push(...page.map(({ key }) => key));
  const marks = await house.syncs.marks(taskId);
  return {
    offered,
    changed: marks.filter(({ now }) => now).map(({ key }) => key),
    gone: marks.filter(({ now }) => !now).map(({ key }) => key),
  };
}

const nothing = { offered: [], changed: [], gone: [] };

test.each<[string, (store: MutableStore) => void, Awaited<ReturnType<typeof found>>]>([
  ['nothing happened', () => undefined, nothing],
  [
    'objects came',
    (store) => store.objects.set('a3.jpg', 'v1').set('in/new/c.jpg', 'v1').set('notes.txt', 'v1'),
    { ...nothing, offered: ['a3.jpg', 'in/new/c.jpg'] },
  ],
  ['an object changed', (store) => store.objects.set('a2.jpg', 'v2'), { ...nothing, changed: ['a2.jpg'] }],
  ['an object went', (store) => store.objects.delete('in/b1.jpg'), { ...nothing, gone: ['in/b1.jpg'] }],
  [
    'an object was renamed',
    (store) => {
      store.objects.delete('a1.jpg');
      store.objects.set('a0.jpg', 'v1');
    },
    { offered: ['a0.jpg'], changed: [], gone: ['a1.jpg'] },
  ],
  ['everything went', (store) => store.objects.clear(), { ...nothing, gone: names }],
])('%s', async (_, happen, expected) => {
  const scene = await makeScene();
  happen(scene.store);
  await sync(scene);
  expect(await found(scene)).toEqual(expected);
  await sync(scene);
  expect(await found(scene)).toEqual(expected);
  expect(await scene.house.syncs.last(scene.taskId)).toMatchObject({
    status: 'completed',
    listed: scene.store.objects.size,
  });
});

test('an object that is back, and one that is as it was, lose their marks', async () => {
  const scene = await makeScene();
  scene.store.objects.set('a2.jpg', 'v2').delete('a1.jpg');
  expect(await sync(scene)).toBe('4 objects looked at: 1 changed, 1 gone');
  scene.store.objects.set('a2.jpg', 'v1').set('a1.jpg', 'v1');
  await sync(scene);
  expect(await found(scene)).toEqual(nothing);
});

test('changes that were accepted are no changes any more', async () => {
  const scene = await makeScene();
  scene.store.objects.set('a2.jpg', 'longer');
  await sync(scene);
  await scene.house.syncs.acceptChanged(scene.taskId);
  await sync(scene);
  expect(await found(scene)).toEqual(nothing);
  expect(await scene.house.frames.list(scene.taskId, 1, 1)).toEqual([
    { storageId: scene.storageId, key: 'a2.jpg', size: 6, etag: 'longer' },
  ]);
});

test('offered objects become frames behind the last, with jobs of their own, once', async () => {
  const scene = await makeScene();
  const { house, store, taskId } = scene;
  store.objects.set('a3.jpg', 'v1').set('a20.jpg', 'v1').set('a4.jpg', 'v1');
  await sync(scene);
  const added = await addFrames({ kind: 'add-frames', taskId }, house.context());
  expect(added.words).toBe('3 frames added in 2 jobs');
  const again = await addFrames({ kind: 'add-frames', taskId }, house.context());
  expect(again.words).toBe('Nothing was on offer any more');
  const frames = await house.frames.list(taskId, 0, 99);
  expect(frames.map(({ key }) => key)).toEqual([...names, 'a3.jpg', 'a4.jpg', 'a20.jpg']);
  expect((await house.tasks.get(taskId))?.size).toBe(8);
  expect((await house.jobs.ofTask(taskId)).map((job) => [job.startFrame, job.stopFrame])).toEqual([
    [0, 1],
    [2, 3],
    [4, 4],
    [5, 6],
    [7, 7],
  ]);
  await sync(scene);
  expect(await found(scene)).toEqual(nothing);
});

test('what was ignored is not offered again', async () => {
  const scene = await makeScene();
  scene.store.objects.set('a3.jpg', 'v1');
  await sync(scene);
  await scene.house.syncs.settle(scene.taskId);
  scene.store.objects.set('a4.jpg', 'v1');
  await sync(scene);
  expect((await found(scene)).offered).toEqual(['a4.jpg']);
});

test('a task made of the offer and deleted again stays deleted', async () => {
  const scene = await makeScene();
  const { house, store, taskId } = scene;
  store.objects.set('a3.jpg', 'v1');
  await sync(scene);
  const parent = await house.tasks.get(taskId);
  const childId = await house.addTask(parent?.sources ?? []);
  await house.tasks.update(childId, { offeredBy: taskId });
  await createTask({ kind: 'create-task', taskId: childId, offerOf: taskId }, house.context());
  expect((await house.frames.list(childId, 0, 9)).map(({ key }) => key)).toEqual(['a3.jpg']);
  store.objects.set('a4.jpg', 'v1');
  await sync({ house, taskId: childId });
  expect(await found({ house, taskId: childId })).toEqual(nothing);
  await removeTask(house.database, childId);
  await sync(scene);
  expect((await found(scene)).offered).toEqual(['a4.jpg']);
});

test('sources that overlap give each object once, when the task is made and when it is synced', async () => {
  const scene = await makeScene((id) => [wholeSource(id, 'in/'), wholeSource(id)]);
  const frames = await scene.house.frames.list(scene.taskId, 0, 99);
  expect(frames.map(({ key }) => key)).toEqual(names);
  scene.store.objects.set('in/b3.jpg', 'v1');
  await sync(scene);
  expect((await found(scene)).offered).toEqual(['in/b3.jpg']);
});

test('the same bucket attached a second time holds the same objects', async () => {
  const scene = await makeScene();
  const { house, store, taskId } = scene;
  const second = await house.attach(store, { ...s3Settings('cams'), prefix: 'in/' });
  const task = await house.tasks.get(taskId);
  await house.tasks.update(taskId, { sources: [...(task?.sources ?? []), wholeSource(second, 'in/')] });
  await sync(scene);
  expect(await found(scene)).toEqual(nothing);
});

test('another bucket holds others, whatever their keys', async () => {
  const scene = await makeScene();
  const { house, taskId } = scene;
  const second = await house.attach(makeMutableStore([['a1.jpg', 'v1']]), s3Settings('other'));
  const task = await house.tasks.get(taskId);
  await house.tasks.update(taskId, { sources: [...(task?.sources ?? []), wholeSource(second)] });
  await sync(scene);
  expect((await found(scene)).offered).toEqual(['a1.jpg']);
});

test('a source that does not look into folders offers nothing from them', async () => {
  const scene = await makeScene((id) => [{ ...wholeSource(id), recursive: false }]);
  expect((await scene.house.frames.list(scene.taskId, 0, 9)).map(({ key }) => key)).toEqual(
    names.slice(0, 3),
  );
  scene.store.objects.set('in/b3.jpg', 'v1').set('a3.jpg', 'v1');
  await sync(scene);
  expect((await found(scene)).offered).toEqual(['a3.jpg']);
});

test('chosen objects and folders are looked at, and nothing else', async () => {
  const scene = await makeScene((id) => [{ ...wholeSource(id), picked: ['a2.jpg', 'in/'] }]);
  expect((await scene.house.frames.list(scene.taskId, 0, 9)).map(({ key }) => key)).toEqual([
    'a2.jpg',
    'in/b1.jpg',
    'in/b2.jpg',
  ]);
  scene.store.objects.set('in/b3.jpg', 'v1').set('a3.jpg', 'v1').delete('a2.jpg');
  await sync(scene);
  expect(await found(scene)).toEqual({ offered: ['in/b3.jpg'], changed: [], gone: ['a2.jpg'] });
});

test('killed in the middle it goes on where it was, and finds what it would have found', async () => {
  const scene = await makeScene(undefined, 1);
  const { house, store, taskId } = scene;
  store.objects.set('a3.jpg', 'v1').set('in/b1.jpg', 'v2').set('z.jpg', 'v1').delete('a1.jpg');
  let ms = 0;
  house.ports.clock.now = () => (ms += 2000);
  store.beforePage = (pages) => {
    if (pages === 3) throw new Error('killed');
  };
  await expect(sync(scene, 77)).rejects.toThrow('killed');
  expect(await house.syncs.last(taskId)).toBeUndefined();
  store.beforePage = () => undefined;
  store.startedAfter.length = 0;
  expect(await sync(scene, 77)).toBe('6 objects looked at: 2 new, 1 changed, 1 gone');
  expect(store.startedAfter).toEqual(['a3.jpg']);
  expect(await found(scene)).toEqual({
    offered: ['a3.jpg', 'z.jpg'],
    changed: ['in/b1.jpg'],
    gone: ['a1.jpg'],
  });
});

test('cancelled it stops, and the next one begins anew', async () => {
  const scene = await makeScene(undefined, 1);
  const { house, store, taskId } = scene;
  store.objects.set('a0.jpg', 'v1');
  const stop = new AbortController();
  store.beforePage = (pages) => {
    if (pages === 2) stop.abort();
  };
  const cancelled = syncTask({ kind: 'sync-task', taskId }, house.context({ signal: stop.signal }));
  await expect(cancelled).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  store.beforePage = () => undefined;
  await sync(scene);
  expect(await found(scene)).toEqual({ ...nothing, offered: ['a0.jpg'] });
});

test('frames that were written ahead are put in order with those that came too late for that', async () => {
  const house = makeRequestHouse();
  const names = (folder: string): [string, string][] =>
    Array.from({ length: 4500 }, (_, index) => [`${folder}/${String(index).padStart(5, '0')}.jpg`, 'v1']);
  const storageId = await house.attach(makeMutableStore([...names('a'), ...names('b')]));
  const taskId = await house.addTask([wholeSource(storageId, 'b/'), wholeSource(storageId, 'a/')]);
  await house.tasks.update(taskId, { segmentSize: 100 });
  const made = await createTask({ kind: 'create-task', taskId }, house.context());
  expect(made.words).toBe('9,000 frames in 90 jobs');
  const keys = (await house.frames.list(taskId, 0, 8999)).map(({ key }) => key);
  expect(keys).toEqual([...names('a'), ...names('b')].map(([key]) => key));
  expect((await house.tasks.get(taskId))?.size).toBe(9000);
});
