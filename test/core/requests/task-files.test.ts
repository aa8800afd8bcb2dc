/** Tasks made of task files and manifests, and what syncs of them find. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { plainAddress } from '#core/model/frame.ts';
import { type SourceReading, wholeSource } from '#core/model/source.ts';
import { createTask } from '#core/requests/create-task.ts';
import { syncTask } from '#core/requests/sync-task.ts';
import { makeMutableStore } from '#test/fakes/mutable-store.ts';
import { makeRequestHouse, s3Settings } from '#test/fakes/request-house.ts';

async function makeScene(
  objects: Record<string, string>,
  reading: SourceReading = { kind: 'tasks', dataKey: '' },
) {
  const house = makeRequestHouse();
  const store = makeMutableStore(Object.entries(objects), 2);
  const storageId = await house.attach(store);
  const otherId = await house.attach(makeMutableStore([]), s3Settings('other'));
  const taskId = await house.addTask([{ ...wholeSource(storageId), reading }]);
  const made = await createTask({ kind: 'create-task', taskId }, house.context());
  const sync = async (): Promise<string> =>
    (await syncTask({ kind: 'sync-task', taskId }, house.context())).words;
  const keys = async (): Promise<unknown[]> =>
    (await house.frames.list(taskId, 0, 99)).map(({ storageId: id, key }) => [id, key]);
  const offered = async (): Promise<string[]> => {
    const found: string[] = [];
    for await (const page of house.syncs.offers(taskId)) found.push(...page.map(({ key }) => key));
    return found;
  };
  return { house, store, storageId, otherId, taskId, made, sync, keys, offered };
}

const lines = (...names: string[]): string =>
  names.map((name) => `${JSON.stringify({ data: { image: `s3://cams/${name}` } })}\n`).join('\n');

test('one task, a list and lines become frames, wherever attached storages hold them', async () => {
  const { keys, made, storageId, otherId, house, taskId } = await makeScene({
    'a.json': JSON.stringify({ data: { image: 's3://other/x/1.jpg', n: 4 } }),
    'b.json': JSON.stringify([
      { image: 'https://example.org/2.png' },
      { photo: 'deep/3.jpg' },
      { text: 'no' },
    ]),
    'c.jsonl': lines('4.jpg', '5.jpg'),
    'd.json': '{"data":',
    'e.json': JSON.stringify({ data: { image: 's3://nowhere/6.jpg' } }),
    'readme.md': '# no task',
  });
  const frames = await keys();
  expect(frames).toHaveLength(5);
  expect(frames).toEqual(
    expect.arrayContaining([
      [otherId, 'x/1.jpg'],
      [plainAddress, 'https://example.org/2.png'],
      [storageId, 'deep/3.jpg'],
      [storageId, '4.jpg'],
      [storageId, '5.jpg'],
    ]),
  );
  const found = Object.fromEntries(made.findings?.items.map(({ where, what }) => [where, what]) ?? []);
  expect(Object.keys(found).sort()).toEqual(['b.json, row 2', 'd.json', 'e.json, row 0', 'readme.md']);
  expect(found['e.json, row 0']).toContain('s3://nowhere/6.jpg');
  const frame = frames.findIndex((each) => JSON.stringify(each) === JSON.stringify([otherId, 'x/1.jpg']));
  expect((await house.frames.item(taskId, frame))?.whole).toEqual({
    data: { image: 's3://other/x/1.jpg', n: 4 },
  });
  // Neither may be let go of: the task reads from both.
  for (const id of [storageId, otherId]) {
    expect((await house.tasks.usingStorage(id)).map((task) => task.id)).toEqual([taskId]);
  }
});

test('the data key chooses among several', async () => {
  const { keys, storageId } = await makeScene(
    { 'a.json': JSON.stringify({ data: { thumb: 's3://cams/t.jpg', full: 's3://cams/f.jpg' } }) },
    { kind: 'tasks', dataKey: 'full' },
  );
  expect(await keys()).toEqual([[storageId, 'f.jpg']]);
});

test('rows that were appended are offered, changed ones marked, those taken out marked, no file is read in vain', async () => {
  const scene = await makeScene({ 'c.jsonl': lines('1.jpg', '2.jpg', '3.jpg'), 'd.jsonl': lines('4.jpg') });
  expect(await scene.sync()).toBe('2 objects looked at: nothing new');
  const reads: string[] = [];
  const read = scene.store.read.bind(scene.store);
  scene.store.read = async (key, options) => {
    reads.push(key);
    return read(key, options);
  };
  scene.store.objects.set('c.jsonl', lines('1.jpg', 'two.jpg', '3.jpg', '5.jpg'));
  expect(await scene.sync()).toBe('2 objects looked at: 1 new, 1 changed');
  expect(new Set(reads)).toEqual(new Set(['c.jsonl']));
  expect(await scene.offered()).toEqual(['5.jpg']);
  await scene.house.syncs.acceptChanged(scene.taskId);
  expect((await scene.keys()).map(String).sort()).toEqual(
    ['1.jpg', '3.jpg', '4.jpg', 'two.jpg'].map((key) => `${scene.storageId},${key}`),
  );
  scene.store.objects.set('c.jsonl', lines('1.jpg'));
  expect(await scene.sync()).toBe('2 objects looked at: 2 gone');
});

test('a file that went half through is taken up when it is mended, and what failed is listed until then', async () => {
  const scene = await makeScene({ 'a.jsonl': `${lines('1.jpg')}{"data": nonsense}\n` });
  await scene.sync();
  expect(await scene.house.syncs.last(scene.taskId)).toMatchObject({ status: 'completed' });
  scene.store.objects.set('a.jsonl', `${lines('1.jpg')}{"data": nonsense\n`);
  await scene.sync();
  const last = await scene.house.syncs.last(scene.taskId);
  expect(last?.status).toBe('completed with errors');
  expect(last?.failures?.items[0]?.where).toBe('a.jsonl, row 1');
  scene.store.objects.set('a.jsonl', lines('1.jpg', '2.jpg'));
  await scene.sync();
  expect(await scene.offered()).toEqual(['2.jpg']);
  expect((await scene.house.syncs.last(scene.taskId))?.status).toBe('completed');
});

test('what was written here is no input, wherever it lies', async () => {
  const own = JSON.stringify({ data: { image: 's3://cams/1.jpg' }, bucketmark: { format: 'frame 1' } });
  const scene = await makeScene({ 'a.jsonl': lines('1.jpg'), 'annotations/1.json': own });
  expect(await scene.keys()).toHaveLength(1);
  scene.store.objects
    .set('annotations/2.json', own)
    .set('annotations/all.json', '{"bucketmark":{"format":"coco 1.0"},"images":[]}');
  await scene.sync();
  expect(await scene.offered()).toEqual([]);
  expect((await scene.house.syncs.last(scene.taskId))?.status).toBe('completed');
});

test('a manifest names the frames, with sizes and versions; nothing else is read', async () => {
  const manifest = [
    '{"version":"1.1"}',
    '{"type":"images"}',
    '{"name":"in/1","extension":".jpg","width":720,"height":405,"checksum":"c1"}',
    '{}',
    '{"name":"in/2","extension":".jpg","width":720,"height":405}',
  ];
  const scene = await makeScene(
    { 'data/manifest.jsonl': `${manifest.join('\n')}\n`, 'data/in/1.jpg': 'x' },
    { kind: 'manifest', key: 'data/manifest.jsonl', root: undefined },
  );
  const { house, storageId, taskId } = scene;
  expect(await house.frames.list(taskId, 0, 9)).toEqual([
    { storageId, key: 'data/in/1.jpg', size: 0, etag: 'c1' },
    { storageId, key: 'data/in/2.jpg', size: 0, etag: '' },
  ]);
  expect(await house.frames.sizes(taskId, 0, 9)).toEqual(
    new Map([0, 1].map((frame) => [frame, { width: 720, height: 405 }])),
  );
  const changed = [
    ...manifest.slice(0, 2),
    manifest[2]?.replace('c1', 'c2'),
    manifest[2]?.replace('in/1', 'in/3'),
  ];
  scene.store.objects.set('data/manifest.jsonl', changed.join('\n'));
  expect(await scene.sync()).toBe('2 objects looked at: 1 new, 1 changed, 1 gone');
  expect(await scene.offered()).toEqual(['data/in/3.jpg']);
});

test('several manifests of a storage, from a root that was chosen', async () => {
  const rows = (name: string): string =>
    `{"version":"1.0"}\n{"type":"images"}\n{"name":"${name}","extension":".png","width":1,"height":1}\n`;
  const house = makeRequestHouse();
  const store = makeMutableStore([
    ['lists/a.jsonl', rows('one')],
    ['lists/b.jsonl', rows('two')],
  ]);
  const id = await house.attach(store);
  const source = (key: string, root: string) => ({
    ...wholeSource(id),
    reading: { kind: 'manifest' as const, key, root },
  });
  const taskId = await house.addTask([source('lists/a.jsonl', ''), source('lists/b.jsonl', 'deep')]);
  await createTask({ kind: 'create-task', taskId }, house.context());
  const frames = await house.frames.list(taskId, 0, 9);
  expect(frames.map(({ key }) => key)).toEqual(['deep/two.png', 'one.png']);
});
