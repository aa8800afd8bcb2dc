import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { wholeSource } from '#core/model/source.ts';
import type { CreateTaskInput } from '#core/workspace/workspace.ts';
import { label, openRooms, type Rooms } from '#test/fakes/open-rooms.ts';
import { jobRow } from '#test/fakes/rows.ts';

const project = { name: ' Cars ', labels: [label(1, 'car')], bugTracker: '', sources: [], targets: [] };
const task: CreateTaskInput = { name: 'Dock', labels: [], sources: [wholeSource(1)], targets: [] };

async function addTask({ workspace }: Rooms, fields: Partial<CreateTaskInput>): Promise<number> {
  return (await workspace.tasks.create({ ...task, ...fields })).taskId;
}

test('a project is made in the open workspace, by whoever is at this device', async () => {
  const { workspace } = openRooms();
  const workspaceId = await workspace.workspaces.add('Lab');
  await workspace.workspaces.open(workspaceId);
  const id = await workspace.projects.create(project);
  const me = await workspace.people.me();
  expect(await workspace.projects.get(id)).toMatchObject({
    name: 'Cars',
    workspaceId,
    ownerId: me.id,
    status: 'annotation',
    dimension: undefined,
  });
  await expect(workspace.projects.create({ ...project, name: ' ' })).rejects.toMatchObject({
    where: 'name',
  });
  await expect(workspace.projects.update(id, { bugTracker: 'javascript:1' })).rejects.toMatchObject({
    where: 'bugTracker',
  });
  await workspace.projects.update(id, { name: ' Vans ', bugTracker: 'https://bugs.example/1' });
  expect(await workspace.projects.get(id)).toMatchObject({ name: 'Vans' });
});

test('its tasks have its labels, workspace and dimension', async () => {
  const rooms = openRooms();
  const { workspace } = rooms;
  const lab = await workspace.workspaces.add('Lab');
  const projectId = await workspace.projects.create(project);
  await workspace.projects.moveToWorkspace(projectId, lab);
  const taskId = await addTask(rooms, { projectId, subset: 'Train', labels: [label(7, 'van')] });
  await addTask(rooms, { projectId, subset: 'Test' });
  await addTask(rooms, { projectId, subset: 'Train' });
  expect(await workspace.tasks.get(taskId)).toMatchObject({ workspaceId: lab, labels: project.labels });
  expect(await workspace.projects.get(projectId)).toMatchObject({ dimension: '2d' });
  expect(await workspace.projects.subsets(projectId)).toEqual(['Test', 'Train']);
  await expect(addTask(rooms, { projectId, dimension: '3d' })).rejects.toMatchObject({
    where: 'dimension',
    message: '“Cars” holds tasks of images, and this one is of point clouds.',
  });
  await workspace.projects.moveToWorkspace(projectId, 0);
  expect(await workspace.tasks.get(taskId)).toMatchObject({ workspaceId: 0 });
});

test('a project is as far as the least advanced of its tasks that are there', async () => {
  const rooms = openRooms();
  const { house, workspace } = rooms;
  const projectId = await workspace.projects.create(project);
  const status = async () => (await workspace.projects.get(projectId))?.status;
  const jobOf = async (taskId: number) => house.database.jobs.add(jobRow(taskId));
  const taskId = await addTask(rooms, { projectId });
  const [first, truth] = [
    await jobOf(taskId),
    await house.database.jobs.add(jobRow(taskId, { type: 'ground_truth' })),
  ];
  await workspace.jobs.setStage(first, 'acceptance');
  expect(await status()).toBe('validation');
  await workspace.jobs.setState(first, 'completed');
  expect(await status()).toBe('completed');
  await workspace.jobs.setStage(truth, 'annotation');
  expect(await status()).toBe('completed');

  const other = await addTask(rooms, { projectId });
  expect(await status()).toBe('annotation');
  await workspace.tasks.remove(other);
  expect(await status()).toBe('completed');

  const second = await jobOf(taskId);
  await workspace.jobs.setStage(second, 'validation');
  expect(await status()).toBe('validation');
  await workspace.jobs.remove(second);
  expect(await status()).toBe('completed');
});

test('a new stage begins anew, and time worked adds up without touching anything else', async () => {
  const rooms = openRooms();
  const taskId = await addTask(rooms, { labels: [label(1, 'car')] });
  const id = await rooms.house.database.jobs.add(jobRow(taskId, { state: 'completed' }));
  const { jobs } = rooms.workspace;
  await jobs.setStage(id, 'validation');
  expect(await jobs.get(id)).toMatchObject({ stage: 'validation', state: 'new' });
  const before = await jobs.get(id);
  await jobs.addWorked(id, 4000);
  await jobs.addWorked(id, 2500);
  await jobs.addWorked(id, -1);
  expect(await jobs.get(id)).toEqual({ ...before, workedMs: 6500 });
});

test('the first edit begins a job, and no later one changes its state', async () => {
  const rooms = openRooms();
  const { house } = rooms;
  const taskId = await addTask(rooms, { labels: [label(1, 'car')] });
  const id = await house.database.jobs.add(jobRow(taskId));
  const edit = async (seq: number) => {
    await house.annotations.append({ jobId: id, seq, kind: 'do', name: 'Draw', changes: [], at: seq });
    await house.annotations.fold(id);
    return (await house.jobs.get(id))?.state;
  };
  expect(await edit(1)).toBe('in progress');
  await rooms.workspace.jobs.setState(id, 'completed');
  expect(await edit(2)).toBe('completed');
});
