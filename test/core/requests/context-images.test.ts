/** Point clouds and context images, as a storage lists them. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { removeTask } from '#core/db/remove-for-good.ts';
import type { TaskId } from '#core/model/ids.ts';
import { wholeSource } from '#core/model/source.ts';
import type { Dimension, Task } from '#core/model/task.ts';
import { addFrames } from '#core/requests/add-frames.ts';
import { createTask } from '#core/requests/create-task.ts';
import { syncTask } from '#core/requests/sync-task.ts';
import { previewSource } from '#core/workspace/preview-source.ts';
import { makeMutableStore } from '#test/fakes/mutable-store.ts';
import { makeRequestHouse, type RequestHouse } from '#test/fakes/request-house.ts';

async function make(names: readonly string[], dimension: Dimension, fields: Partial<Task> = {}) {
  const house = makeRequestHouse();
  // So few a page that what belongs together comes apart.
  const store = makeMutableStore(
    names.map((name) => [name, 'v1'] as const),
    2,
  );
  const source = wholeSource(await house.attach(store));
  const taskId = await house.addTask([source]);
  await house.tasks.update(taskId, { dimension, sorting: 'lexicographical', ...fields });
  return { house, store, source, taskId };
}

/** Context images by the key of their frame. */
async function related(house: RequestHouse, taskId: TaskId): Promise<Record<string, readonly string[]>> {
  const rows = await house.frames.related(taskId, 0, 999);
  const of = new Map(rows.map(({ frame, keys }) => [frame, keys]));
  const frames = await house.frames.list(taskId, 0, 999);
  return Object.fromEntries(frames.map(({ key }, frame) => [key, of.get(frame) ?? []]));
}

const layouts: readonly [string, readonly string[], Record<string, readonly string[]>][] = [
  [
    'KITTI',
    [
      'IMAGE_00/data/0.png',
      'IMAGE_01/data/0.png',
      'notes.txt',
      'velodyne_points/data/0.bin',
      'velodyne_points/data/1.bin',
    ],
    {
      'velodyne_points/data/0.bin': ['IMAGE_00/data/0.png', 'IMAGE_01/data/0.png'],
      'velodyne_points/data/1.bin': [],
    },
  ],
  [
    'Supervisely',
    ['pointcloud/a.pcd', 'pointcloud/b.pcd', 'related_images/a_pcd/1.png', 'related_images/b_pcd/1.png'],
    {
      'pointcloud/a.pcd': ['related_images/a_pcd/1.png'],
      'pointcloud/b.pcd': ['related_images/b_pcd/1.png'],
    },
  ],
  ['same name', ['s/a.jpg', 's/a.pcd', 's/b.pcd'], { 's/a.pcd': ['s/a.jpg'], 's/b.pcd': [] }],
  [
    'own folder',
    ['s/x/left.jpg', 's/x/right.jpg', 's/x/x.pcd', 's/y/y.pcd'],
    { 's/x/x.pcd': ['s/x/left.jpg', 's/x/right.jpg'], 's/y/y.pcd': [] },
  ],
];

test.each(layouts)('point clouds in the layout %s with the images beside them', async (_, names, wanted) => {
  const { house, taskId, source } = await make(names, '3d');
  const result = await createTask({ kind: 'create-task', taskId }, house.context());
  expect(await related(house, taskId)).toEqual(wanted);
  expect(result.findings?.items.map(({ where }) => where) ?? []).toEqual(
    names.filter((name) => name.endsWith('.txt')),
  );

  const vault = { openWithSettings: async (id: number) => house.openStorage(id) };
  let last: object | undefined;
  const signal = new AbortController().signal;
  for await (const seen of previewSource({ ...house, vault }, source, 'natural', signal)) last = seen;
  expect(last).toMatchObject({
    clouds: {
      frames: Object.keys(wanted).length,
      contextImages: Object.values(wanted).flat().length,
      stray: 0,
    },
  });
});

test('images that belong to no point cloud are left out and told', async () => {
  const { house, taskId } = await make(['a.jpg', 'a.pcd', 'street.jpg'], '3d');
  const result = await createTask({ kind: 'create-task', taskId }, house.context());
  expect(await related(house, taskId)).toEqual({ 'a.pcd': ['a.jpg'] });
  expect(result.findings?.items).toEqual([
    { where: 'street.jpg', what: 'lies beside no frame of this task' },
  ]);
});

test('a task of images takes no point cloud, and its context images are no frames', async () => {
  const names = ['a.jpg', 'b.jpg', 'c.pcd', 'related_images/b_jpg/1.png', 'related_images/z_jpg/1.png'];
  const { house, taskId } = await make(names, '2d', { sorting: 'random', seed: 3 });
  const result = await createTask({ kind: 'create-task', taskId }, house.context());
  expect(await related(house, taskId)).toEqual({ 'a.jpg': [], 'b.jpg': ['related_images/b_jpg/1.png'] });
  expect(result.findings?.items).toEqual([
    { where: 'c.pcd', what: 'is a point cloud, and this task is of images' },
    { where: 'related_images/z_jpg/1.png', what: 'lies beside no frame of this task' },
  ]);
});

test('named jobs keep context images too', async () => {
  const { house, taskId } = await make(['a.jpg', 'a.pcd', 'b.pcd'], '3d', { jobFiles: [['b.pcd', 'a.pcd']] });
  await createTask({ kind: 'create-task', taskId }, house.context());
  expect(await related(house, taskId)).toEqual({ 'b.pcd': [], 'a.pcd': ['a.jpg'] });
});

test('a sync brings those of new frames, new ones of old frames, and takes what is gone', async () => {
  const { house, store, taskId } = await make(['a.jpg', 'a.pcd', 'b.pcd'], '3d');
  await createTask({ kind: 'create-task', taskId }, house.context());
  store.objects.delete('a.jpg');
  for (const name of ['b.jpg', 'c.jpg', 'c.pcd']) store.objects.set(name, 'v1');
  await syncTask({ kind: 'sync-task', taskId }, house.context());
  await addFrames({ kind: 'add-frames', taskId }, house.context());
  expect(await related(house, taskId)).toEqual({ 'a.pcd': [], 'b.pcd': ['b.jpg'], 'c.pcd': ['c.jpg'] });
});

test('a task that is deleted leaves none behind', async () => {
  const { house, taskId } = await make(['a.jpg', 'a.pcd'], '3d');
  await createTask({ kind: 'create-task', taskId }, house.context());
  expect(await house.database.related.count()).toBe(1);
  await removeTask(house.database, taskId);
  expect(await house.database.related.count()).toBe(0);
});
