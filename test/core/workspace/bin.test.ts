import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { makeClock, makePorts } from '#test/fakes/ports.ts';
import { openHouse, openWorkspace } from '#core/workspace/open-workspace.ts';
import { label, openRooms } from '#test/fakes/open-rooms.ts';
import { jobRow, taskRow } from '#test/fakes/rows.ts';

const project = { name: 'Cars', labels: [label(1, 'car')], bugTracker: '', sources: [], targets: [] };

async function makeScene() {
  const rooms = openRooms();
  const { house, workspace } = rooms;
  const projectId = await workspace.projects.create(project);
  const add = async (name: string, fields = {}) =>
    house.tasks.add(taskRow({ name, projectId, labels: project.labels, ...fields }));
  const [dock, yard] = [await add('Dock'), await add('Yard')];
  const alone = await add('Alone', { projectId: undefined });
  const jobId = await house.database.jobs.add(jobRow(dock));
  const names = async () => (await workspace.bin.list()).map(({ name }) => name);
  const live = async () => (await workspace.tasks.recent(100)).map(({ name }) => name).sort();
  return { ...rooms, projectId, dock, yard, alone, jobId, names, live };
}

test('what is in the bin is told by name, and a project with its tasks as one', async () => {
  const { workspace, names, live, ...ids } = await makeScene();
  await workspace.tasks.remove(ids.yard);
  await workspace.jobs.remove(ids.jobId);
  await workspace.projects.remove(ids.projectId);
  await workspace.tasks.remove(ids.alone);
  expect((await names()).sort()).toEqual(['Alone', 'Cars', `Job #${ids.jobId} of Dock`, 'Yard']);
  const [entry] = await workspace.bin.list();
  expect((entry?.until ?? 0) - (entry?.deletedAt ?? 0)).toBe(30 * 86_400_000);
  expect(await live()).toEqual([]);
  expect(await workspace.tasks.get(ids.dock)).toBeUndefined();
});

test('a project comes back with exactly the tasks that went with it', async () => {
  const { workspace, names, live, projectId, yard } = await makeScene();
  await workspace.tasks.remove(yard);
  await workspace.projects.remove(projectId);
  await workspace.bin.restore([{ resource: 'projects', id: projectId }]);
  expect(await live()).toEqual(['Alone', 'Dock']);
  expect(await names()).toEqual(['Yard']);
  await workspace.bin.restore([{ resource: 'tasks', id: yard }]);
  expect(await live()).toEqual(['Alone', 'Dock', 'Yard']);
  expect(await names()).toEqual([]);
});

test('a part does not come back without its whole, but with it in any order', async () => {
  const { workspace, live, projectId, yard, dock, jobId } = await makeScene();
  await workspace.tasks.remove(yard);
  await workspace.jobs.remove(jobId);
  await workspace.projects.remove(projectId);
  await expect(workspace.bin.restore([{ resource: 'tasks', id: yard }])).rejects.toMatchObject({
    message: 'Task “Yard” is of a project that is in the bin.',
    remedy: { text: 'Restore the project first.' },
  });
  await expect(
    workspace.bin.restore([
      { resource: 'tasks', id: yard },
      { resource: 'jobs', id: jobId },
    ]),
  ).rejects.toMatchObject({ message: expect.stringContaining('2 things did not come back.') });
  await workspace.bin.restore([
    { resource: 'jobs', id: jobId },
    { resource: 'tasks', id: yard },
    { resource: 'projects', id: projectId },
  ]);
  expect(await live()).toEqual(['Alone', 'Dock', 'Yard']);
  expect(await workspace.jobs.ofTask(dock)).toHaveLength(1);
});

test('for good, nothing is left of a project, its tasks and their jobs; others stay', async () => {
  const { house, workspace, names, projectId, yard, alone, jobId } = await makeScene();
  await house.annotations.append({ jobId, seq: 1, kind: 'do', name: 'Draw', changes: [], at: 1 });
  await workspace.tasks.remove(yard);
  await workspace.projects.remove(projectId);
  await workspace.bin.remove([
    { resource: 'projects', id: projectId },
    { resource: 'tasks', id: alone },
  ]);
  expect(await house.database.tasks.toCollection().primaryKeys()).toEqual([yard, alone]);
  expect(await house.database.jobs.count()).toBe(0);
  expect(await house.database.log.count()).toBe(0);
  expect(await names()).toEqual(['Yard']);
  await workspace.bin.restore([{ resource: 'tasks', id: yard }]);
  expect((await workspace.tasks.get(yard))?.projectId).toBeUndefined();
});

test('a storage stays while something in the bin would need it', async () => {
  const { house, workspace, alone } = await makeScene();
  await house.database.projects.clear();
  await house.database.tasks.where('projectId').above(0).delete();
  await workspace.tasks.remove(alone);
  await expect(workspace.storages.remove(1)).rejects.toMatchObject({
    message: '1 thing in the bin would need this storage again.',
    where: 'Alone',
  });
});

test('after 30 days it is gone', async () => {
  const name = `rooms-${crypto.randomUUID()}`;
  const now = openWorkspace(openHouse(makePorts(), name));
  const later = (days: number) =>
    openWorkspace(openHouse(makePorts({ clock: makeClock(days * 86_400_000) }), name));
  const id = await now.projects.create(project);
  await now.projects.remove(id);
  await later(29).bin.sweep();
  expect(await now.bin.list()).toHaveLength(1);
  await later(31).bin.sweep();
  expect(await now.bin.list()).toEqual([]);
});
