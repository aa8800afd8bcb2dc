/** Labels that have data: what hangs on them, what goes with them, and that undo puts all of it back. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { AnnotationSession } from '#core/annotate/session.ts';
import { jobLock } from '#core/annotate/job-lock.ts';
import type { Attribute, Label } from '#core/model/label.ts';
import type { Change } from '#core/model/log-entry.ts';
import { newTarget } from '#core/model/target.ts';
import { label, openRooms, type Rooms } from '#test/fakes/open-rooms.ts';
import { jobRow, taskRow } from '#test/fakes/rows.ts';
import { makeShape } from '#test/fakes/shapes.ts';

function attribute(id: number, name: string, values = ['a', 'b']): Attribute {
  return { id, name, inputType: 'select', mutable: false, values, defaultValue: values[0] ?? '' };
}

const car = label(1, 'car', { attributes: [attribute(1, 'make'), attribute(2, 'side')] });
const van = label(2, 'van');

/** A task with two jobs: boxes of both labels on several frames, some of it folded, some not, some undone. */
async function addTask({ house }: Rooms, fields = {}): Promise<{ taskId: number; jobs: number[] }> {
  const taskId = await house.tasks.add(taskRow({ name: 'Dock', labels: [car, van], ...fields }));
  const jobs: number[] = [];
  for (let index = 0; index < 2; index++) {
    const jobId = await house.database.jobs.add(jobRow(taskId));
    jobs.push(jobId);
    const add = async (seq: number, changes: Change[], kind: 'do' | 'undo' = 'do') =>
      house.annotations.append({ jobId, seq, kind, name: `Edit ${seq}`, changes, at: seq });
    const first = { ...makeShape(1), labelId: 1, attributes: { 1: 'a', 2: 'b' } };
    const second = { ...makeShape(2), labelId: 2 };
    await add(1, [{ frame: 0, after: first }]);
    await add(2, [{ frame: 1, after: second }]);
    await add(3, [{ frame: 3, after: { ...makeShape(4), labelId: 1, attributes: { 1: 'b' } } }]);
    await house.annotations.fold(jobId);
    await add(4, [{ frame: 1, before: second, after: { ...second, labelId: 1 } }]);
    await add(5, [{ frame: 1, before: { ...second, labelId: 1 }, after: second }], 'undo');
    await add(6, [{ frame: 3, after: { ...makeShape(5), labelId: 2 } }]);
  }
  return { taskId, jobs };
}

async function dump({ house }: Rooms) {
  const { annotations, log, jobs, tasks, projects } = house.database;
  for (const id of await jobs.toCollection().primaryKeys()) await house.annotations.fold(id);
  const rest = (row: object) => ({ ...row, updatedAt: 0 });
  return {
    annotations: await annotations.toArray(),
    log: await log.toArray(),
    jobs: (await jobs.toArray()).map(rest),
    tasks: (await tasks.toArray()).map(rest),
    projects: (await projects.toArray()).map(rest),
  };
}

async function labelsOn({ house }: Rooms, jobId: number): Promise<number[][]> {
  const found: number[][] = [];
  for await (const { shapes } of house.annotations.frames(jobId))
    found.push(shapes.map((shape) => shape.labelId));
  return found;
}

test('what hangs on a label or attribute is counted, also what is not folded yet', async () => {
  const rooms = openRooms();
  const { taskId } = await addTask(rooms);
  const { labels } = rooms.workspace;
  expect(await labels.uses({ taskId }, 1)).toEqual({ objects: 4, jobs: 2, tasks: 1 });
  expect(await labels.uses({ taskId }, 2)).toEqual({ objects: 4, jobs: 2, tasks: 1 });
  expect(await labels.uses({ taskId }, 1, 2)).toEqual({ objects: 2, jobs: 2, tasks: 1 });
  expect(await labels.uses({ taskId }, 9)).toEqual({ objects: 0, jobs: 0, tasks: 0 });
});

test('a label takes its objects along, from documents, log and counts; undo brings all back', async () => {
  const rooms = openRooms();
  const { taskId, jobs } = await addTask(rooms);
  const before = await dump(rooms);
  const undo = await rooms.workspace.labels.save({ taskId }, [van]);
  expect(await labelsOn(rooms, jobs[0] ?? 0)).toEqual([[2], [2]]);
  expect(await rooms.workspace.jobs.get(jobs[0] ?? 0)).toMatchObject({ annotatedFrames: 2, objectCount: 2 });
  const log = await rooms.house.annotations.log(jobs[0] ?? 0);
  expect(log.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(JSON.stringify(log)).not.toContain('"labelId":1');
  await undo();
  expect(await dump(rooms)).toEqual(before);
});

test('undo in the editor stays true after a label went', async () => {
  const rooms = openRooms();
  const { taskId, jobs } = await addTask(rooms);
  await rooms.workspace.labels.save({ taskId }, [van]);
  const { annotations, ports } = rooms.house;
  const jobId = jobs[0] ?? 0;
  const session = await AnnotationSession.open(jobId, {
    annotations,
    clock: ports.clock,
    fold: async (id) => annotations.fold(id),
  });
  for (let step = 0; step < 9; step++) await session.undo();
  for (let step = 0; step < 9; step++) await session.redo();
  await session.close();
  expect(new Set((await labelsOn(rooms, jobId)).flat())).toEqual(new Set([2]));
});

test('an attribute takes its values along; names and new labels leave data alone', async () => {
  const rooms = openRooms();
  const { taskId, jobs } = await addTask(rooms);
  const before = await dump(rooms);
  const renamed: Label = { ...car, name: 'auto', attributes: [attribute(2, 'flank')] };
  const undo = await rooms.workspace.labels.save({ taskId }, [renamed, van, label(3, 'bus')]);
  const shape = (await rooms.house.annotations.frame(jobs[0] ?? 0, 0)).get(1);
  expect(shape?.attributes).toEqual({ 2: 'b' });
  expect(await labelsOn(rooms, jobs[0] ?? 0)).toEqual([[1], [2], [1, 2]]);
  await undo();
  expect(await dump(rooms)).toEqual(before);
});

test('what is written by itself is written again where its names changed', async () => {
  const rooms = openRooms();
  const targets = [{ ...newTarget(1, ''), automatic: true }];
  const { taskId, jobs } = await addTask(rooms, { targets });
  for (const id of jobs) await rooms.house.annotations.fold(id);
  await rooms.house.database.outbox.clear();
  await rooms.workspace.labels.save({ taskId }, [{ ...car, color: '#000000' }, van]);
  expect(await rooms.house.database.outbox.count()).toBe(0);
  await rooms.workspace.labels.save({ taskId }, [{ ...car, name: 'auto' }, van]);
  expect(await rooms.house.database.outbox.count()).toBe(3);
});

test('a project’s list is that of all its tasks, also of those in the bin', async () => {
  const rooms = openRooms();
  const { workspace } = rooms;
  const projectId = await workspace.projects.create({
    name: 'Cars',
    labels: [car, van],
    bugTracker: '',
    sources: [],
    targets: [],
  });
  const one = await addTask(rooms, { projectId });
  const two = await addTask(rooms, { projectId });
  await workspace.tasks.remove(two.taskId);
  const before = await dump(rooms);
  expect(await workspace.labels.uses({ projectId }, 1)).toEqual({ objects: 8, jobs: 4, tasks: 2 });
  await expect(workspace.labels.save({ taskId: one.taskId }, [van])).rejects.toMatchObject({
    message: 'This task has the labels of its project.',
  });
  const undo = await workspace.labels.save({ projectId }, [van]);
  await workspace.bin.restore([{ resource: 'tasks', id: two.taskId }]);
  expect((await workspace.tasks.get(two.taskId))?.labels).toEqual([van]);
  expect(await labelsOn(rooms, two.jobs[1] ?? 0)).toEqual([[2], [2]]);
  await workspace.tasks.remove(two.taskId);
  await undo();
  const after = await dump(rooms);
  expect({ ...after, tasks: [] }).toEqual({ ...before, tasks: [] });
});

test('while a job is open nothing is taken away from under it, but labels may come', async () => {
  const rooms = openRooms();
  const { taskId, jobs } = await addTask(rooms);
  const release = await rooms.house.ports.locks.hold(jobLock(jobs[1] ?? 0));
  const { labels } = rooms.workspace;
  await expect(labels.save({ taskId }, [van])).rejects.toMatchObject({
    message: `Job #${jobs[1]} of “Dock” is open in a tab.`,
    remedy: { text: 'Close it there, then do this again.' },
  });
  await labels.save({ taskId }, [car, van, label(3, 'bus')]);
  release();
  await labels.save({ taskId }, [van]);
});

test('once a job was edited the labels are not taken back over it', async () => {
  const rooms = openRooms();
  const { taskId, jobs } = await addTask(rooms);
  const undo = await rooms.workspace.labels.save({ taskId }, [van]);
  const jobId = jobs[0] ?? 0;
  await rooms.house.annotations.append({ jobId, seq: 7, kind: 'do', name: 'Draw', changes: [], at: 7 });
  const before = await dump(rooms);
  await expect(undo()).rejects.toMatchObject({ where: `job ${jobId}` });
  expect(await dump(rooms)).toEqual(before);
});

test('a list that cannot stand changes nothing', async () => {
  const rooms = openRooms();
  const { taskId } = await addTask(rooms);
  const before = await dump(rooms);
  for (const list of [[], [car, { ...van, name: 'car' }]])
    await expect(rooms.workspace.labels.save({ taskId }, list)).rejects.toMatchObject({
      tag: 'invalid-data',
    });
  expect(await dump(rooms)).toEqual(before);
});

async function moveScene() {
  const rooms = openRooms();
  const { taskId, jobs } = await addTask(rooms);
  const project = {
    name: 'Cars',
    // The same numbers for other things: nothing may be matched by them.
    labels: [
      label(1, 'van', { attributes: [attribute(1, 'other')] }),
      label(2, 'car', { attributes: [attribute(2, 'make'), attribute(3, 'side', ['left'])] }),
    ],
    bugTracker: '',
    sources: [],
    targets: [],
  };
  const projectId = await rooms.workspace.projects.create(project);
  return { rooms, taskId, jobs, projectId, labels: rooms.workspace.labels };
}

test('labels go to their namesakes; attributes that are the same keep their values; undo is exact', async () => {
  const { rooms, taskId, jobs, projectId, labels } = await moveScene();
  const before = await dump(rooms);
  expect(await labels.proposeMapping(taskId, projectId)).toEqual({
    fates: { car: { kind: 'match', labelId: 2 }, van: { kind: 'match', labelId: 1 } },
    clearAttributes: false,
  });
  const undo = await labels.moveTask(taskId, projectId);
  expect(await labelsOn(rooms, jobs[0] ?? 0)).toEqual([[2], [1], [2, 1]]);
  expect((await rooms.house.annotations.frame(jobs[0] ?? 0, 0)).get(1)?.attributes).toEqual({ 2: 'a' });
  expect(await rooms.workspace.tasks.get(taskId)).toMatchObject({ projectId });
  expect((await rooms.workspace.projects.get(projectId))?.dimension).toBe('2d');
  await undo();
  const after = await dump(rooms);
  expect({ ...after, projects: [] }).toEqual({ ...before, projects: [] });
  expect((await rooms.workspace.projects.get(projectId))?.dimension).toBeUndefined();
});

test('a label is made in the project, or dropped with its objects; attributes can be cleared', async () => {
  const { rooms, taskId, jobs, projectId, labels } = await moveScene();
  const other = await rooms.house.tasks.add(taskRow({ projectId }));
  const before = await dump(rooms);
  const undo = await labels.moveTask(taskId, projectId, {
    fates: { car: { kind: 'create' }, van: { kind: 'drop' } },
    clearAttributes: true,
  });
  const made = (await rooms.workspace.projects.get(projectId))?.labels.at(-1);
  expect(made).toMatchObject({ id: 3, name: 'car 2', attributes: [{ id: 4 }, { id: 5 }] });
  expect((await rooms.workspace.tasks.get(other))?.labels).toHaveLength(3);
  expect(await labelsOn(rooms, jobs[0] ?? 0)).toEqual([[3], [3]]);
  expect((await rooms.house.annotations.frame(jobs[0] ?? 0, 0)).get(1)?.attributes).toEqual({});
  await undo();
  const after = await dump(rooms);
  expect({ ...after, projects: [], tasks: [] }).toEqual({ ...before, projects: [], tasks: [] });
  expect((await rooms.workspace.tasks.get(other))?.projectId).toBe(projectId);
  expect((await rooms.workspace.projects.get(projectId))?.labels).toHaveLength(2);
});

test('out of a project the labels become its own, and it may go back', async () => {
  const { rooms, taskId, projectId, labels } = await moveScene();
  await labels.moveTask(taskId, projectId);
  const undo = await labels.moveTask(taskId, undefined);
  const own = await rooms.workspace.tasks.get(taskId);
  expect(own?.projectId).toBeUndefined();
  expect(own?.labels.map(({ name }) => name)).toEqual(['van', 'car']);
  await labels.save({ taskId }, [...(own?.labels ?? []), label(9, 'bus')]);
  await labels.save({ taskId }, own?.labels ?? []);
  await undo();
  expect((await rooms.workspace.tasks.get(taskId))?.projectId).toBe(projectId);
});

test('many tasks are moved, those that cannot be are told, and undo takes them out again', async () => {
  const { rooms, taskId, projectId } = await moveScene();
  const making = await rooms.house.tasks.add(taskRow({ name: 'Yard', ready: false, labels: [car] }));
  const clouds = await rooms.house.tasks.add(taskRow({ name: 'Sky', dimension: '3d', labels: [car] }));
  const outcome = await rooms.workspace.bulk.change('tasks', [taskId, making, clouds], {
    kind: 'project',
    projectId,
  });
  expect(outcome).toMatchObject({
    changed: 1,
    failures: [
      { name: `Task #${making} “Yard”`, error: { message: 'It is still being made.' } },
      { id: clouds, error: { where: 'dimension' } },
    ],
  });
  await outcome.undo?.();
  expect((await rooms.workspace.tasks.get(taskId))?.projectId).toBeUndefined();
});
