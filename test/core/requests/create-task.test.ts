/** How a task's frames are put in order, chosen and cut into jobs. */
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeDivider, rangeSize } from '#core/model/frame-range.ts';
import { mappedSegments, segments } from '#core/model/segments.ts';
import { type Source, wholeSource } from '#core/model/source.ts';
import type { FrameRange, Task } from '#core/model/task.ts';
import { addFrames } from '#core/requests/add-frames.ts';
import { createTask } from '#core/requests/create-task.ts';
import { syncTask } from '#core/requests/sync-task.ts';
import { draw, hash32 } from '#core/util/chance.ts';
import { makeMutableStore } from '#test/fakes/mutable-store.ts';
import { makeRequestHouse } from '#test/fakes/request-house.ts';

async function make(
  names: readonly string[],
  fields: Partial<Task>,
  { pageSize = 3, source = {} }: { pageSize?: number; source?: Partial<Source> } = {},
) {
  const house = makeRequestHouse();
  const store = makeMutableStore(
    names.map((name) => [name, 'v1'] as const),
    pageSize,
  );
  const storageId = await house.attach(store);
  const taskId = await house.addTask([{ ...wholeSource(storageId), ...source }]);
  await house.tasks.update(taskId, { sorting: 'lexicographical', segmentSize: 0, ...fields });
  const run = async () => createTask({ kind: 'create-task', taskId }, house.context());
  const keys = async () => (await house.frames.list(taskId, 0, 9999)).map(({ key }) => key);
  const jobs = async () => house.jobs.ofTask(taskId);
  const sync = async () => syncTask({ kind: 'sync-task', taskId }, house.context());
  const offered = async () => {
    const found: string[] = [];
    for await (const page of house.syncs.offers(taskId)) found.push(...page.map(({ key }) => key));
    return found;
  };
  return { house, store, taskId, run, keys, jobs, sync, offered };
}

const ten = Array.from({ length: 10 }, (_, index) => `f${index}.jpg`);

test('a random order is a shuffle that the seed repeats, however the listing comes', async () => {
  const names = Array.from({ length: 40 }, (_, index) => `f${index}.jpg`);
  const orders: string[][] = [];
  for (const [seed, pageSize] of [
    [7, 3],
    [7, 11],
    [8, 3],
  ] as const) {
    const { run, keys } = await make(names, { sorting: 'random', seed }, { pageSize });
    await run();
    orders.push(await keys());
  }
  const [first = [], same, other] = orders;
  expect(same).toEqual(first);
  expect(other).not.toEqual(first);
  expect(first.toSorted()).toEqual(names.toSorted());
  expect(first).not.toEqual(names.toSorted());
});

test('the shuffle stays the one that people have', () => {
  expect([hash32('', 0), hash32('a.jpg', 0), hash32('a.jpg', 1), hash32('ü😀', 7)]).toMatchInlineSnapshot(`
    [
      0,
      2018791492,
      3922397525,
      3277894549,
    ]
  `);
  expect(draw(5, 100, 42)).toMatchInlineSnapshot(`
    [
      6,
      29,
      62,
      75,
      99,
    ]
  `);
});

test('a predefined order is that of the sources, chosen objects and folders as they were chosen', async () => {
  const names = ['a/1.jpg', 'a/2.jpg', 'b.jpg', 'c.jpg', 'd.jpg'];
  const picked = ['d.jpg', 'b.jpg', 'a/', 'c.jpg'];
  const { run, keys } = await make(names, { sorting: 'predefined' }, { source: { picked } });
  await run();
  expect(await keys()).toEqual(['d.jpg', 'b.jpg', 'a/1.jpg', 'a/2.jpg', 'c.jpg']);
});

test.each<[FrameRange, number[]]>([
  [{ start: 2, stop: 7, step: 2 }, [2, 4, 6]],
  [{ start: 9, stop: undefined, step: 5 }, [9]],
  [{ start: 0, stop: 99, step: 1 }, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
  [{ start: 1, stop: 1, step: 3 }, [1]],
])('of the frames in order a task takes %j, and no sync offers the others', async (range, wanted) => {
  const { run, keys, sync, offered, store } = await make(ten, { range });
  await run();
  expect(await keys()).toEqual(wanted.map((index) => ten[index]));
  await sync();
  expect(await offered()).toEqual([]);
  store.objects.set('g.jpg', 'v1');
  await sync();
  expect(await offered()).toEqual(['g.jpg']);
});

test('a range that takes nothing says so', async () => {
  const { run } = await make(ten, { range: { start: 10, stop: undefined, step: 1 } });
  await expect(run()).rejects.toMatchObject({ message: 'There are 10 frames, and none from 10.' });
});

test('jobs have the files that are named for them, in that order, and no others', async () => {
  const { run, keys, jobs, sync, offered } = await make(ten, {
    jobFiles: [['f7.jpg', 'f1.jpg'], ['f0.jpg']],
    segmentSize: 1,
  });
  await run();
  expect(await keys()).toEqual(['f7.jpg', 'f1.jpg', 'f0.jpg']);
  expect((await jobs()).map(({ startFrame, stopFrame }) => [startFrame, stopFrame])).toEqual([
    [0, 1],
    [2, 2],
  ]);
  await sync();
  expect(await offered()).toEqual([]);
});

test.each<[string[][], string, string]>([
  [
    [
      ['x1', 'x2', 'x3'],
      ['x4', 'x5', 'x6', 'f1.jpg'],
    ],
    '6 files of the jobs were not found.',
    '"x1", "x2", "x3", "x4", "x5", …',
  ],
  [[['f1.jpg'], ['f2.jpg', 'f1.jpg']], '1 file of the jobs are in two jobs, or twice in one.', '"f1.jpg"'],
])('names %j cannot be given out', async (jobFiles, message, where) => {
  const { run } = await make(ten, { jobFiles });
  await expect(run()).rejects.toMatchObject({ message, where });
});

test('each job is there once more for each replica, and ground truth has its own', async () => {
  const { house, taskId, run, jobs } = await make(ten, {
    segmentSize: 5,
    replicas: 3,
    groundTruth: { frames: 4, seed: 42 },
  });
  await run();
  const all = await jobs();
  const ordinary = all.filter(({ type }) => type === 'annotation');
  const replicas = all.filter(({ type }) => type === 'consensus_replica');
  const [truth, ...others] = all.filter(({ type }) => type === 'ground_truth');
  expect([ordinary.length, replicas.length, others.length]).toEqual([2, 6, 0]);
  for (const { parentJobId, startFrame, stopFrame } of replicas) {
    const parent = ordinary.find(({ id }) => id === parentJobId);
    expect(parent).toMatchObject({ startFrame, stopFrame });
  }
  expect(truth?.frames).toEqual(draw(4, 10, 42));
  expect(truth).toMatchObject({ startFrame: truth?.frames?.[0], stopFrame: truth?.frames?.[3] });
  expect(await house.jobs.ordinaryOfTask(taskId)).toHaveLength(2);
});

test('ground truth of more frames than there are has all of them', async () => {
  const { run, jobs } = await make(['a.jpg', 'b.jpg'], { groundTruth: { frames: 9, seed: 1 } });
  await run();
  expect((await jobs()).find(({ type }) => type === 'ground_truth')?.frames).toEqual([0, 1]);
});

test('frames that are added keep their distance, and their jobs have replicas', async () => {
  const { house, store, taskId, run, keys, jobs, sync, offered } = await make(ten, {
    range: { start: 4, stop: 6, step: 2 },
    replicas: 2,
    groundTruth: { frames: 1, seed: 1 },
  });
  await run();
  for (const name of ['g0.jpg', 'g1.jpg', 'g2.jpg', 'g3.jpg']) store.objects.set(name, 'v1');
  await sync();
  await addFrames({ kind: 'add-frames', taskId }, house.context());
  expect(await keys()).toEqual(['f4.jpg', 'f6.jpg', 'g0.jpg', 'g2.jpg']);
  const types = (await jobs()).map(({ type, startFrame }) => `${type} ${startFrame}`).sort();
  expect(types.filter((each) => each.endsWith('2'))).toEqual([
    'annotation 2',
    'consensus_replica 2',
    'consensus_replica 2',
  ]);
  expect(types.filter((each) => each.startsWith('ground_truth'))).toHaveLength(1);
  await sync();
  expect(await offered()).toEqual([]);
});

/** `range(start, stop, step)` of Python, word for word from the formula. */
function* pythonRange(start: number, stop: number, step: number): Generator<number> {
  for (let at = start; at < stop; at += step) yield at;
}

test('frames and jobs are those of CVAT’s formula', () => {
  const whole = fc.nat(60);
  const input = fc.record({
    length: whole,
    start: whole,
    stop: fc.option(whole, { nil: undefined }),
    step: fc.integer({ min: 1, max: 9 }),
    segmentSize: whole,
    overlap: whole,
  });
  fc.assert(
    fc.property(input, ({ length, start, stop, step, segmentSize, overlap }) => {
      const frames = [...pythonRange(start, Math.min((stop ?? length - 1) + 1, length), step)];
      const divide = makeDivider({ start, stop, step });
      const names = Array.from({ length }, (_, index) => index);
      const taken = [names.slice(0, 7), names.slice(7)].flatMap((part) => divide(part).taken);
      expect(taken).toEqual(frames);
      const size = frames.length;
      expect(rangeSize({ start, stop, step }, length)).toBe(size);

      const seg = segmentSize > 0 && segmentSize <= size ? segmentSize : size;
      const over = Math.min(overlap, Math.floor(seg / 2));
      const jobs =
        size === 0
          ? []
          : [...pythonRange(0, size - over, seg - over)].map((s) => [s, Math.min(s + seg - 1, size - 1)]);
      expect(
        segments({ size, segmentSize, overlap }).map((each) => [each.startFrame, each.stopFrame]),
      ).toEqual(jobs);
    }),
    { numRuns: 1000 },
  );
});

test('lists of files are jobs one behind the other', () => {
  expect(mappedSegments([2, 1, 4])).toEqual([
    { startFrame: 0, stopFrame: 1 },
    { startFrame: 2, stopFrame: 2 },
    { startFrame: 3, stopFrame: 6 },
  ]);
});

test('what is drawn is so many, each once, and as likely as any other', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(50), fc.integer(), (count, size, seed) => {
      const drawn = draw(count, size, seed);
      expect(drawn).toHaveLength(Math.min(count, size));
      expect(
        drawn.every((frame, index) => frame >= 0 && frame < size && frame > (drawn[index - 1] ?? -1)),
      ).toBe(true);
    }),
  );
  const times = Array.from({ length: 10 }, () => 0);
  for (let seed = 0; seed < 4000; seed++)
    for (const frame of draw(3, 10, seed)) times[frame] = (times[frame] ?? 0) + 1;
  for (const time of times) expect(Math.abs(time - 1200)).toBeLessThan(150);
});
