/** What a target holds after each thing that may happen between us and it. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { StorageError } from '#core/errors.ts';
import { readFrameFile, toShapes } from '#core/requests/frame-file/read.ts';
import type { TaskId } from '#core/model/ids.ts';
import { wholeSource } from '#core/model/source.ts';
import { newTarget, type Target } from '#core/model/target.ts';
import { createTask } from '#core/requests/create-task.ts';
import { runOutbox } from '#core/requests/outbox.ts';
import { writeTarget } from '#core/requests/write-target.ts';
import { makeMutableStore, type MutableStore } from '#test/fakes/mutable-store.ts';
import { makeRequestHouse, type RequestHouse, s3Settings } from '#test/fakes/request-house.ts';
import { makeShape } from '#test/fakes/shapes.ts';

interface Scene {
  readonly house: RequestHouse;
  readonly target: MutableStore;
  readonly taskId: TaskId;
  readonly targetId: number;
}

async function makeScene(
  fields: Partial<Target> = {},
  names = ['a/1.jpg', 'a/2.jpg', 'a/3.jpg'],
): Promise<Scene> {
  const house = makeRequestHouse();
  const sourceId = await house.attach(makeMutableStore(names.map((name) => [name, 'v1'] as const)));
  const target = makeMutableStore([]);
  const targetId = await house.attach(target, s3Settings('out'));
  const taskId = await house.addTask([wholeSource(sourceId)]);
  const targets = [{ ...newTarget(targetId, 'ann/'), ...fields }];
  await house.tasks.update(taskId, { targets, storageIds: [sourceId, targetId] });
  await createTask({ kind: 'create-task', taskId }, house.context());
  return { house, target, taskId, targetId };
}

let seq = 0;

/** Draws one box, or takes all away. */
async function annotate({ house, taskId }: Scene, frame: number, left: number | undefined): Promise<void> {
  const job = (await house.jobs.ofTask(taskId)).find(
    (each) => frame >= each.startFrame && frame <= each.stopFrame,
  );
  const shapes = left === undefined ? [] : [{ ...makeShape(1), points: [left, 2, left + 10, 12] as const }];
  await house.annotations.replaceFrame(job?.id ?? 0, frame, shapes, { name: 'draw', at: ++seq });
}

const write = async ({ house, taskId }: Scene): Promise<string> =>
  (await writeTarget({ kind: 'write-target', taskId }, house.context())).words;

const leftOf = (text: string | undefined): number | undefined =>
  readFrameFile(text ?? '', 'file').shapes[0]?.points[0];

test('writes a readable file for each annotated frame, once', async () => {
  const scene = await makeScene();
  await annotate(scene, 0, 5);
  await annotate(scene, 2, 7);
  expect(await write(scene)).toBe('2 files written');
  expect([...scene.target.objects.keys()].sort()).toEqual(['ann/a/1.json', 'ann/a/3.json']);
  expect(await write(scene)).toBe('0 files written, 2 unchanged');
  await annotate(scene, 2, 8);
  expect(await write(scene)).toBe('1 file written, 1 unchanged');
  expect(leftOf(scene.target.objects.get('ann/a/3.json'))).toBe(8);
});

test('what is written is a task for Label Studio, and reads back without loss', async () => {
  const scene = await makeScene();
  const { house, taskId } = scene;
  await house.frames.keepSize(taskId, 0, { width: 200, height: 100 });
  await annotate(scene, 0, 5);
  await write(scene);
  const text = scene.target.objects.get('ann/a/1.json') ?? '';
  expect(JSON.parse(text)).toMatchObject({
    data: { image: 's3://cams/a/1.jpg' },
    annotations: [
      {
        result: [
          {
            type: 'rectanglelabels',
            from_name: 'label',
            to_name: 'image',
            original_width: 200,
            original_height: 100,
            value: { x: 2.5, y: 2, width: 5, height: 10, rotation: 0, rectanglelabels: ['box'] },
          },
        ],
      },
    ],
  });
  const task = await house.tasks.get(taskId);
  const [job] = await house.jobs.ofTask(taskId);
  const shapes = [...(await house.annotations.frame(job?.id ?? 0, 0)).values()];
  expect(toShapes(readFrameFile(text, 'file'), task?.labels ?? [])).toEqual({ shapes, unknown: [] });
});

test('frames of the same name get files of their own', async () => {
  const scene = await makeScene({ name: '{name}.json' }, ['a/1.jpg', 'a/1.png', 'b/1.jpg']);
  for (const frame of [0, 1, 2]) await annotate(scene, frame, 10 + frame);
  await write(scene);
  await write(scene);
  const { objects } = scene.target;
  expect(new Set([...objects.values()].map(leftOf))).toEqual(new Set([10, 11, 12]));
  expect([...objects.keys()].every((key) => /^ann\/1(\.\d{6})?\.json$/.test(key))).toBe(true);
});

test('a file that somebody else wrote over is left alone, and both sides are kept', async () => {
  const scene = await makeScene();
  await annotate(scene, 0, 5);
  await write(scene);
  scene.target.objects.set('ann/a/1.json', 'theirs');
  await annotate(scene, 0, 6);
  expect(await write(scene)).toBe('0 files written, 1 conflict');
  expect(scene.target.objects.get('ann/a/1.json')).toBe('theirs');
  expect(await scene.house.targets.conflicts(scene.taskId)).toMatchObject([
    { frame: 0, key: 'ann/a/1.json', theirs: 'theirs' },
  ]);
});

test('a file that is there already when the first one is to be written is left alone', async () => {
  const scene = await makeScene();
  scene.target.objects.set('ann/a/1.json', 'theirs');
  await annotate(scene, 0, 5);
  expect(await write(scene)).toBe('0 files written, 1 conflict');
  expect(scene.target.objects.get('ann/a/1.json')).toBe('theirs');
});

test('a file that was removed there is a conflict too', async () => {
  const scene = await makeScene();
  await annotate(scene, 0, 5);
  await write(scene);
  scene.target.objects.clear();
  await annotate(scene, 0, 6);
  expect(await write(scene)).toBe('0 files written, 1 conflict');
  expect(await scene.house.targets.conflicts(scene.taskId)).toMatchObject([{ frame: 0, theirs: undefined }]);
});

test.each([
  ['nothing was changed since', 5],
  ['it was drawn again since', 6],
])('killed before the answer came it knows its own object, when %s', async (_, left) => {
  const scene = await makeScene();
  await annotate(scene, 0, 5);
  scene.target.afterWrite = () => {
    throw new StorageError('offline', 'cut', { operation: 'write' });
  };
  await expect(write(scene)).rejects.toThrow('cut');
  scene.target.afterWrite = () => undefined;
  await annotate(scene, 0, left);
  await write(scene);
  expect(await scene.house.targets.conflicts(scene.taskId)).toEqual([]);
  expect(leftOf(scene.target.objects.get('ann/a/1.json'))).toBe(left);
});

test.each([
  [true, undefined],
  [false, 0],
])('an emptied frame with deletions mirrored %s', async (mirrorDeletion, left) => {
  const scene = await makeScene({ mirrorDeletion });
  await annotate(scene, 0, 5);
  await write(scene);
  await annotate(scene, 0, undefined);
  await write(scene);
  const text = scene.target.objects.get('ann/a/1.json');
  expect(text === undefined ? undefined : readFrameFile(text, 'file').shapes.length).toBe(left);
});

test('a file that somebody else changed is not removed', async () => {
  const scene = await makeScene({ mirrorDeletion: true });
  await annotate(scene, 0, 5);
  await write(scene);
  scene.target.objects.set('ann/a/1.json', 'theirs');
  await annotate(scene, 0, undefined);
  expect(await write(scene)).toBe('0 files written, 1 conflict');
  expect(scene.target.objects.get('ann/a/1.json')).toBe('theirs');
});

test('every failure is counted and named, and does not stop the others', async () => {
  const scene = await makeScene();
  for (const frame of [0, 1, 2]) await annotate(scene, frame, 5);
  scene.target.beforeWrite = (key) => {
    if (key === 'ann/a/2.json') throw new StorageError('forbidden', 'No.', { operation: 'write', key });
  };
  const result = await writeTarget({ kind: 'write-target', taskId: scene.taskId }, scene.house.context());
  expect(result.words).toBe('2 files written, 1 failed');
  expect(result.findings).toEqual({ total: 1, items: [{ where: 'frame 1', what: 'No.' }] });
});

test('a change is written by itself, and again after the network was away', async () => {
  const scene = await makeScene({ automatic: true });
  const { house, target, taskId } = scene;
  let now = 0;
  house.ports.clock.now = () => now;
  let cut = true;
  target.beforeWrite = () => {
    if (cut) throw new StorageError('offline', 'away', { operation: 'write' });
  };
  await annotate(scene, 0, 5);
  const stop = new AbortController();
  const slept: number[] = [];
  house.ports.clock.sleep = async (ms, signal) => {
    signal?.throwIfAborted();
    slept.push(ms);
    now += ms;
    const [waiting] = await house.targets.waitingOf(taskId);
    if (waiting?.failures === 2) cut = false;
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  target.afterWrite = () => queueMicrotask(() => stop.abort());
  await expect(runOutbox(house, stop.signal)).rejects.toThrow();
  expect(leftOf(target.objects.get('ann/a/1.json'))).toBe(5);
  await expect.poll(() => house.targets.waitingOf(taskId)).toEqual([]);
});

test('a frame that is changed while it is written is written again', async () => {
  const scene = await makeScene({ automatic: true });
  const { house, target, taskId } = scene;
  let now = 0;
  house.ports.clock.now = () => now;
  house.ports.clock.sleep = async (ms, signal) => {
    signal?.throwIfAborted();
    now += ms;
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  await annotate(scene, 0, 5);
  const stop = new AbortController();
  let writes = 0;
  target.beforeWrite = async () => {
    writes++;
    if (writes === 1) await annotate(scene, 0, 6);
  };
  target.afterWrite = () => {
    if (writes === 2) queueMicrotask(() => stop.abort());
  };
  await expect(runOutbox(house, stop.signal)).rejects.toThrow();
  expect(leftOf(target.objects.get('ann/a/1.json'))).toBe(6);
  await expect.poll(() => house.targets.waitingOf(taskId)).toEqual([]);
});
