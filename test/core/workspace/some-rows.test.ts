import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openRooms } from '#test/fakes/open-rooms.ts';
import { taskRow } from '#test/fakes/rows.ts';

const error = { tag: 'storage', code: 'offline', message: 'The bucket does not answer.' } as const;

test('tasks are asked for by what they have in common, newest first, without those in the bin', async () => {
  const { house, workspace } = openRooms();
  const add = async (name: string, fields = {}) => house.tasks.add(taskRow({ name, ...fields }));
  await add('A', { projectId: 7, storageIds: [1, 2] });
  const binned = await add('B', { projectId: 7, storageIds: [1] });
  await add('C', { projectId: 7, storageIds: [2] });
  await add('D', { storageIds: [1] });
  await workspace.tasks.remove(binned);
  const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);
  expect(names(await workspace.tasks.recent(2))).toEqual(['D', 'C']);
  expect(names(await workspace.tasks.recent(9))).toEqual(['D', 'C', 'A']);
  expect(names(await workspace.projects.tasks(7))).toEqual(['C', 'A']);
  expect(names(await workspace.tasks.usingStorage(1, 9))).toEqual(['A', 'D']);
  expect(names(await workspace.tasks.usingStorage(1, 1))).toEqual(['A']);
});

test('requests are counted, found by their task, and cleared once they are at their end', async () => {
  const { house, workspace } = openRooms();
  const { requests } = house;
  const add = async (taskId: number) => requests.add({ kind: 'sync-task', taskId }, 0);
  const [running, failed, cancelled, waiting] = [await add(1), await add(2), await add(1), await add(2)];
  await requests.add({ kind: 'make-sample', storageId: 1 }, 0);
  await requests.start(running, 1);
  await requests.end(failed, { status: 'failed', error }, 2);
  await requests.cancel(cancelled, 2);
  const ids = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);
  expect(await workspace.requests.counts()).toEqual({ running: 1, waiting: 2, ended: 2 });
  expect(ids(await workspace.requests.ofTask(1))).toEqual([cancelled, running]);
  expect(ids(await workspace.requests.active())).toEqual([waiting + 1, waiting, running]);
  expect(ids(await workspace.requests.recent(2))).toEqual([waiting + 1, waiting]);
  await workspace.requests.clear();
  expect(await workspace.requests.counts()).toEqual({ running: 1, waiting: 2, ended: 0 });
  expect(ids(await workspace.requests.ofTask(2))).toEqual([waiting]);
});
