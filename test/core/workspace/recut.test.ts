/** Jobs are cut anew: what is annotated goes with its frames, and comes back with undo. */
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jobLock } from '#core/annotate/job-lock.ts';
import { segments } from '#core/model/segments.ts';
import { frameShapes } from '#core/requests/frame-shapes.ts';
import { openRooms, type Rooms } from '#test/fakes/open-rooms.ts';
import { jobRow, taskRow } from '#test/fakes/rows.ts';
import { makeShape } from '#test/fakes/shapes.ts';

const size = 12;

async function makeScene(
  cut: { segmentSize: number; overlap: number },
  annotated: readonly number[] = [0, 3, 4, 5, 11],
) {
  const rooms = openRooms();
  const { house } = rooms;
  const taskId = await house.tasks.add(taskRow({ name: 'Dock', size, ...cut }));
  for (const [index, segment] of segments({ size, ...cut }).entries()) {
    const jobId = await house.database.jobs.add(jobRow(taskId, { ...segment, workedMs: 1000 }));
    let seq = 0;
    for (const frame of annotated) {
      if (frame < segment.startFrame || frame > segment.stopFrame) continue;
      seq++;
      // In an overlap one object is the same in both jobs, and one is only in one of them.
      const after = [makeShape(2 * seq - 1, { points: [frame, 0, 100, 100] })];
      after.push(makeShape(2 * seq, { points: [frame, index, 50, 60] }));
      const changes = after.map((shape) => ({ frame, after: shape }));
      await house.annotations.append({ jobId, seq, kind: 'do', name: 'Draw', changes, at: seq });
    }
  }
  return { ...rooms, taskId };
}

/** What a task's exports hold: the objects of each frame, without the numbers they have in their jobs. */
async function exported({ house }: Rooms, taskId: number): Promise<string[]> {
  const jobs = await house.jobs.ordinaryOfTask(taskId);
  const found: string[] = [];
  for (let frame = 0; frame < size; frame++) {
    for (const { points } of await frameShapes(house.annotations, jobs, frame))
      found.push(`${frame}: ${points.join()}`);
  }
  return found.sort();
}

async function rows({ house }: Rooms, taskId: number) {
  const jobs = await house.jobs.ofTask(taskId);
  const documents = await house.database.annotations
    .where('jobId')
    .anyOf(jobs.map(({ id }) => id))
    .toArray();
  const task = await house.tasks.get(taskId);
  return { jobs, documents, task: { ...task, updatedAt: 0 } };
}

test('whatever the cuts, no object is lost or doubled, numbers are single, and undo is exact', async () => {
  const cut = fc
    .record({ segmentSize: fc.nat(7), overlap: fc.nat(3) })
    .filter(({ segmentSize, overlap }) => segmentSize === 0 || overlap < segmentSize);
  await fc.assert(
    fc.asyncProperty(cut, cut, fc.uniqueArray(fc.nat(size - 1)), async (from, to, annotated) => {
      const scene = await makeScene(from, annotated);
      const { house, workspace, taskId } = scene;
      for (const { id } of await house.jobs.ofTask(taskId)) await house.annotations.fold(id);
      const [before, was] = [await exported(scene, taskId), await rows(scene, taskId)];
      const undo = await workspace.tasks.recut(taskId, to);
      const jobs = await workspace.jobs.ofTask(taskId);
      expect(jobs.map(({ startFrame, stopFrame }) => ({ startFrame, stopFrame }))).toEqual(
        segments({ size, ...to }),
      );
      expect(await exported(scene, taskId)).toEqual(before);
      for (const { id, objectCount } of jobs) {
        const ids: number[] = [];
        for await (const { shapes } of house.annotations.frames(id))
          ids.push(...shapes.map((shape) => shape.id));
        expect(new Set(ids).size).toBe(objectCount);
        const { nextShapeId } = await house.annotations.journal(id);
        for (const each of ids) expect(each).toBeLessThan(nextShapeId);
      }
      await undo();
      expect(await rows(scene, taskId)).toEqual(was);
      expect(await workspace.bin.list()).toEqual([]);
      await house.database.delete();
    }),
    { numRuns: 25 },
  );
});

test('frames of a job that was deleted come back without what was in it, which stays in the bin', async () => {
  const scene = await makeScene({ segmentSize: 4, overlap: 0 });
  const { workspace, taskId } = scene;
  const [first] = await workspace.jobs.ofTask(taskId);
  await workspace.jobs.remove(first?.id ?? 0);
  await workspace.tasks.recut(taskId, { segmentSize: 6, overlap: 0 });
  const jobs = await workspace.jobs.ofTask(taskId);
  expect(jobs.map(({ startFrame, objectCount }) => [startFrame, objectCount])).toEqual([
    [0, 4],
    [6, 2],
  ]);
  expect((await workspace.bin.list()).map(({ id }) => id)).toContain(first?.id);
});

test('replicas are cut with their jobs, ground truth stays', async () => {
  const scene = await makeScene({ segmentSize: 6, overlap: 0 });
  const { house, workspace, taskId } = scene;
  for (const { id, startFrame, stopFrame } of await house.jobs.ofTask(taskId)) {
    const fields = { startFrame, stopFrame, type: 'consensus_replica' as const, parentJobId: id };
    for (let replica = 0; replica < 2; replica++) await house.database.jobs.add(jobRow(taskId, fields));
  }
  const truth = await house.database.jobs.add(jobRow(taskId, { type: 'ground_truth', frames: [2, 7] }));
  await workspace.tasks.recut(taskId, { segmentSize: 4, overlap: 0 });
  const jobs = await workspace.jobs.ofTask(taskId);
  const ordinary = jobs.filter(({ type }) => type === 'annotation');
  const replicas = jobs.filter(({ type }) => type === 'consensus_replica');
  expect([ordinary.length, replicas.length]).toEqual([3, 6]);
  for (const { parentJobId, startFrame } of replicas)
    expect(ordinary.find(({ id }) => id === parentJobId)?.startFrame).toBe(startFrame);
  expect(jobs.filter(({ type }) => type === 'ground_truth').map(({ id }) => id)).toEqual([truth]);
});

test('it is refused while a job is open, or for a cut that never ends; undo once a new job was edited', async () => {
  const { house, workspace, taskId } = await makeScene({ segmentSize: 6, overlap: 0 });
  const [job] = await workspace.jobs.ofTask(taskId);
  const release = await house.ports.locks.hold(jobLock(job?.id ?? 0));
  await expect(workspace.tasks.recut(taskId, { segmentSize: 3, overlap: 0 })).rejects.toMatchObject({
    message: `Job #${job?.id} of “Dock” is open in a tab.`,
  });
  release();
  await expect(workspace.tasks.recut(taskId, { segmentSize: 3, overlap: 3 })).rejects.toMatchObject({
    where: 'overlap',
  });
  const undo = await workspace.tasks.recut(taskId, { segmentSize: 3, overlap: 0 });
  const [made] = await workspace.jobs.ofTask(taskId);
  const jobId = made?.id ?? 0;
  await house.annotations.append({ jobId, seq: 1, kind: 'do', name: 'Draw', changes: [], at: 1 });
  await expect(undo()).rejects.toMatchObject({ where: `job ${jobId}` });
  expect(await workspace.jobs.ofTask(taskId)).toHaveLength(4);
});
