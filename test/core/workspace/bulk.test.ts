/** One change to many things: what is told of each, and that undo puts back what was. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { Job } from '#core/model/job.ts';
import type { BulkChange } from '#core/workspace/door/bulk.ts';
import { label, openRooms } from '#test/fakes/open-rooms.ts';
import { jobRow, taskRow } from '#test/fakes/rows.ts';

async function makeScene() {
  const rooms = openRooms();
  const { house, workspace } = rooms;
  const projectId = await workspace.projects.create({
    name: 'Cars',
    labels: [label(1, 'car')],
    bugTracker: '',
    sources: [],
    targets: [],
  });
  const dock = await house.tasks.add(taskRow({ name: 'Dock', projectId, labels: [label(1, 'car')] }));
  const yard = await house.tasks.add(taskRow({ name: 'Yard', labels: [label(1, 'car'), label(2, 'van')] }));
  const jobs: number[] = [];
  const states = ['new', 'completed', 'rejected', 'in progress'] as const;
  for (const [index, state] of states.entries()) {
    const taskId = index < 3 ? dock : yard;
    jobs.push(await house.database.jobs.add(jobRow(taskId, { state, stage: 'acceptance' })));
  }
  const rowsOf = async () => {
    const rows = await house.database.jobs.bulkGet(jobs);
    return rows.map((row) => row && essence(row));
  };
  const project = async () => workspace.projects.get(projectId);
  return { ...rooms, projectId, dock, yard, jobs, rowsOf, project };
}

function essence({ state, stage, assigneeId, deletedAt }: Job) {
  return { state, stage, assigneeId, deletedAt };
}

test.each<[string, BulkChange]>([
  ['state', { kind: 'state', state: 'completed' }],
  ['stage', { kind: 'stage', stage: 'validation' }],
  ['assignee', { kind: 'assignee', personId: 1 }],
  ['deletion', { kind: 'delete' }],
])('a new %s for all jobs, and back to exactly what each had', async (_, change) => {
  const { workspace, jobs, rowsOf, dock, project } = await makeScene();
  const before = await rowsOf();
  const status = (await workspace.tasks.get(dock))?.status;
  const outcome = await workspace.bulk.change('jobs', jobs, change);
  expect(outcome).toMatchObject({ failures: [], left: [] });
  expect(outcome.changed + outcome.unchanged).toBe(4);
  expect(outcome.changed).toBeGreaterThanOrEqual(3);
  expect(await rowsOf()).not.toEqual(before);
  const undone = await outcome.undo?.();
  expect(undone).toMatchObject({ changed: outcome.changed, failures: [] });
  expect(await rowsOf()).toEqual(before);
  await undone?.undo?.();
  const again = await workspace.bulk.change('jobs', jobs, change);
  expect(again).toMatchObject({ changed: 0, unchanged: 4, undo: undefined });
  await undone?.undo?.();
  expect((await project())?.status).toBe((await workspace.tasks.get(dock))?.status);
  expect(status).toBe('annotation');
});

test('tasks and projects follow from the jobs that were changed', async () => {
  const { workspace, jobs, dock, project } = await makeScene();
  const outcome = await workspace.bulk.change('jobs', jobs, { kind: 'state', state: 'completed' });
  expect((await workspace.tasks.get(dock))?.status).toBe('completed');
  expect((await project())?.status).toBe('completed');
  await outcome.undo?.();
  expect((await workspace.tasks.get(dock))?.status).toBe('validation');
  expect((await project())?.status).toBe('validation');
});

test('what is in the bin meanwhile fails by name, the others go on, and it can be tried again', async () => {
  const { workspace, jobs, yard } = await makeScene();
  const [first = 0, , , last = 0] = jobs;
  await workspace.jobs.remove(first);
  await workspace.tasks.remove(yard);
  const outcome = await workspace.bulk.change('jobs', [...jobs, 999], { kind: 'state', state: 'completed' });
  expect(outcome).toMatchObject({ changed: 1, unchanged: 1 });
  expect(outcome.failures).toMatchObject([
    { id: first, name: `Job #${first} of “Dock”`, error: { message: 'It is in the bin.' } },
    { id: last, name: `Job #${last} of “Yard”`, error: { message: 'Its task is in the bin.' } },
    { id: 999, name: 'Job #999', error: { message: 'It was removed for good.' } },
  ]);
  await workspace.bin.restore([
    { resource: 'jobs', id: first },
    { resource: 'tasks', id: yard },
  ]);
  const ids = outcome.failures.map(({ id }) => id);
  const again = await workspace.bulk.change('jobs', ids, { kind: 'state', state: 'completed' });
  expect(again).toMatchObject({ changed: 2, failures: [{ id: 999 }] });
});

test('undo says what it could not put back', async () => {
  const { workspace, jobs } = await makeScene();
  const outcome = await workspace.bulk.change('jobs', jobs, { kind: 'stage', stage: 'annotation' });
  await workspace.jobs.remove(jobs[0] ?? 0);
  const undone = await outcome.undo?.();
  expect(undone).toMatchObject({
    changed: 3,
    failures: [{ id: jobs[0], error: { message: 'It is in the bin.' } }],
  });
});

test('it stops where it is told to, and says what is left', async () => {
  const { house, workspace, dock } = await makeScene();
  const rows = Array.from({ length: 1200 }, () => jobRow(dock));
  const ids = await house.database.jobs.bulkAdd(rows, { allKeys: true });
  const stop = new AbortController();
  const told: number[] = [];
  const outcome = await workspace.bulk.change(
    'jobs',
    ids,
    { kind: 'assignee', personId: 1 },
    {
      signal: stop.signal,
      onProgress: (done) => {
        told.push(done);
        if (done >= 1000) stop.abort();
      },
    },
  );
  expect(told).toEqual([500, 1000]);
  expect(outcome.changed).toBe(1000);
  expect(outcome.left).toEqual(ids.slice(1000));
  const assigned = await house.database.jobs.filter(({ assigneeId }) => assigneeId === 1).count();
  expect(assigned).toBe(1000);
});

test('tasks: subset, workspace and deletion; those of a project stay in its workspace', async () => {
  const { workspace, dock, yard, projectId, project } = await makeScene();
  const lab = await workspace.workspaces.add('Lab');
  const subset = await workspace.bulk.change('tasks', [dock, yard], { kind: 'subset', subset: 'Train' });
  expect(await workspace.projects.subsets(projectId)).toEqual(['Train']);
  await subset.undo?.();
  expect(await workspace.projects.subsets(projectId)).toEqual([]);
  const moved = await workspace.bulk.change('tasks', [dock, yard], { kind: 'workspace', workspaceId: lab });
  expect(moved).toMatchObject({
    changed: 1,
    failures: [{ name: `Task #${dock} “Dock”`, error: { message: 'It is in the project “Cars”.' } }],
  });
  const deleted = await workspace.bulk.change('tasks', [dock, yard], { kind: 'delete' });
  expect(await workspace.tasks.recent(100)).toEqual([]);
  expect((await project())?.dimension).toBeUndefined();
  await deleted.undo?.();
  expect(await workspace.tasks.recent(100)).toHaveLength(2);
  expect((await project())?.dimension).toBe('2d');
});

test('projects: assignee, workspace with their tasks, colour of a label, deletion', async () => {
  const { workspace, projectId, dock, project } = await makeScene();
  const lab = await workspace.workspaces.add('Lab');
  const changes: [BulkChange, object, object][] = [
    [{ kind: 'assignee', personId: 1 }, { assigneeId: 1 }, { assigneeId: undefined }],
    [{ kind: 'workspace', workspaceId: lab }, { workspaceId: lab }, { workspaceId: 0 }],
  ];
  for (const [change, after, before] of changes) {
    const outcome = await workspace.bulk.change('projects', [projectId], change);
    expect(outcome.changed).toBe(1);
    expect(await project()).toMatchObject(after);
    await outcome.undo?.();
    expect({ assigneeId: undefined, ...(await project()) }).toMatchObject(before);
  }
  const colored = await workspace.bulk.change('projects', [projectId], {
    kind: 'label-color',
    label: 'car',
    color: '#ff0000',
  });
  expect((await workspace.tasks.get(dock))?.labels[0]?.color).toBe('#ff0000');
  await colored.undo?.();
  expect((await workspace.tasks.get(dock))?.labels[0]?.color).toBe('#3463a6');
  const deleted = await workspace.bulk.change('projects', [projectId], { kind: 'delete' });
  expect(await workspace.tasks.get(dock)).toBeUndefined();
  await deleted.undo?.();
  expect(await workspace.tasks.get(dock)).toBeDefined();
});

test('the colour of a label changes in tasks that have it, and is refused where it is a project’s', async () => {
  const { workspace, dock, yard } = await makeScene();
  const change = { kind: 'label-color', label: 'van', color: '#00ff00' } as const;
  expect(await workspace.bulk.change('tasks', [dock, yard], change)).toMatchObject({
    changed: 1,
    unchanged: 1,
  });
  expect((await workspace.tasks.get(yard))?.labels[1]?.color).toBe('#00ff00');
  const car = { ...change, label: 'car' };
  expect(await workspace.bulk.change('tasks', [dock, yard], car)).toMatchObject({
    changed: 1,
    failures: [{ id: dock, error: { message: 'It has the labels of its project.' } }],
  });
});

test('requests are cancelled, tried again and deleted, each as it stands', async () => {
  const { house, workspace } = await makeScene();
  const add = async () => house.requests.add({ kind: 'sync-task', taskId: 1 }, 0);
  const [waits, runs, done] = [await add(), await add(), await add()];
  await house.requests.start(runs, 1);
  await house.requests.end(done, { status: 'finished', result: { words: '' } }, 2);
  const ids = [waits, runs, done];
  expect(await workspace.bulk.change('requests', ids, { kind: 'delete' })).toMatchObject({
    changed: 2,
    failures: [{ id: runs, error: { message: 'It runs.' } }],
    undo: undefined,
  });
  const [again, failed] = [await add(), await add()];
  await house.requests.end(
    failed,
    { status: 'failed', error: { tag: 'disk', code: 'full', message: 'Full' } },
    2,
  );
  expect(await workspace.bulk.change('requests', [again, failed], { kind: 'cancel' })).toMatchObject({
    changed: 1,
    failures: [{ id: failed }],
  });
  expect(await workspace.bulk.change('requests', [again, failed, runs], { kind: 'retry' })).toMatchObject({
    changed: 2,
    unchanged: 1,
  });
});

test('a value that nothing could take, or a change that a resource does not know, fails for all', async () => {
  const { workspace, jobs, dock } = await makeScene();
  const nobody = await workspace.bulk.change('jobs', jobs, { kind: 'assignee', personId: 99 });
  expect(nobody.failures).toHaveLength(4);
  const unknown = await workspace.bulk.change('tasks', [dock], { kind: 'state', state: 'new' });
  expect(unknown.failures).toMatchObject([{ error: { message: 'Tasks know no such change.' } }]);
});
