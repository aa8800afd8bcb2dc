import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { contrastUnderWhite, leastContrast, personColors } from '#core/model/person.ts';
import { openRooms } from '#test/fakes/open-rooms.ts';
import { jobRow, taskRow } from '#test/fakes/rows.ts';

test.each([...personColors, '#3463a6'])('white can be read on %s', (color) => {
  expect(contrastUnderWhite(color)).toBeGreaterThanOrEqual(leastContrast);
});

test('names are told apart without their case, and everybody has another colour at first', async () => {
  const { people } = openRooms().workspace;
  const ann = await people.add('  Ann  Lee ');
  expect(ann.name).toBe('Ann Lee');
  expect(ann.color).not.toBe((await people.me()).color);
  await expect(people.add('ANN LEE')).rejects.toMatchObject({ tag: 'invalid-data', where: 'name' });
  await expect(people.add('  ')).rejects.toMatchObject({ where: 'name' });
  await people.update(ann.id, { name: 'ann lee', color: '#000000' });
  await expect(people.update(ann.id, { name: 'me' })).rejects.toMatchObject({ where: 'name' });
  await expect(people.update(ann.id, { color: '#ffff00' })).rejects.toMatchObject({ where: 'color' });
  await expect(people.update(ann.id, { color: 'red' })).rejects.toMatchObject({ where: 'color' });
  expect((await people.list()).map(({ name, color }) => [name, color])).toEqual([
    ['ann lee', '#000000'],
    ['Me', '#3463a6'],
  ]);
});

test('who is removed stands nowhere any more', async () => {
  const { house, workspace } = openRooms();
  const { id } = await workspace.people.add('Ann');
  const me = (await workspace.people.me()).id;
  const taskId = await house.tasks.add(taskRow({ ownerId: id, assigneeId: me }));
  const jobId = await house.database.jobs.add(jobRow(taskId, { assigneeId: id }));
  await workspace.people.remove(id);
  const task = await workspace.tasks.get(taskId);
  expect([task?.ownerId, task?.assigneeId]).toEqual([undefined, me]);
  expect((await workspace.jobs.get(jobId))?.assigneeId).toBeUndefined();
  await expect(workspace.people.remove(me)).rejects.toMatchObject({ tag: 'invalid-data' });
});

test('a workspace is removed once it is empty, and the personal one is open then', async () => {
  const { house, workspace } = openRooms();
  const { workspaces } = workspace;
  const id = await workspaces.add('Lab');
  await expect(workspaces.add('lab')).rejects.toMatchObject({ where: 'name' });
  await workspaces.rename(id, 'Laboratory');
  await workspaces.open(id);
  const projectId = await workspace.projects.create({
    name: 'Cars',
    labels: [],
    bugTracker: '',
    sources: [],
    targets: [],
  });
  await expect(workspaces.remove(id)).rejects.toMatchObject({
    message: 'It holds 1 project and 0 tasks, the bin counted.',
  });
  await workspace.projects.moveToWorkspace(projectId, 0);
  await workspaces.remove(id);
  expect(await workspaces.current()).toBe(0);
  expect(await workspaces.list()).toEqual([]);
  expect((await house.projects.get(projectId))?.workspaceId).toBe(0);
  await expect(workspaces.open(id)).rejects.toMatchObject({ where: 'workspace' });
  await expect(workspace.projects.moveToWorkspace(projectId, id)).rejects.toMatchObject({
    message: 'This workspace was removed.',
  });
});
