import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Database } from '#core/db/database.ts';
import { ListEngine } from '#core/db/list-engine.ts';
import { TaskRepository } from '#core/db/tasks.ts';
import { condition } from '#core/query/filter.ts';
import { noQuery } from '#core/query/list-query.ts';
import { jobRow, taskRow } from '#test/fakes/rows.ts';

let db: Database;

beforeEach(() => {
  db = new Database(`lists-${crypto.randomUUID()}`);
});
afterEach(() => db.close());

const completed = { ...noQuery, filter: condition('state', 'equal', 'completed') };

async function addJobs(count: number): Promise<number> {
  const taskId = await db.tasks.add(taskRow({ name: 'Dock' }));
  await db.jobs.bulkAdd(Array.from({ length: count }, () => jobRow(taskId)));
  return taskId;
}

test('what was written is in the next answer, in this tab and in others', async () => {
  const here = new ListEngine(db);
  const other = new ListEngine(new Database(db.name));
  expect(await here.ask('jobs', noQuery, {})).toMatchObject({ total: 0, ids: [] });
  await addJobs(3);
  expect(await here.ask('jobs', noQuery, {})).toMatchObject({ total: 3, ids: [3, 2, 1] });
  await db.jobs.update(2, { state: 'completed' });
  expect(await here.ask('jobs', completed, {})).toMatchObject({ matching: 1, ids: [2] });
  expect(await other.ask('jobs', completed, {})).toMatchObject({ matching: 1, ids: [2] });
  await db.jobs.delete(2);
  expect(await here.ask('jobs', completed, {})).toMatchObject({ total: 2, matching: 0 });
});

test('a task in the bin takes its jobs out of the lists, and back with it', async () => {
  const engine = new ListEngine(db);
  const taskId = await addJobs(2);
  expect((await engine.ask('jobs', noQuery, {})).total).toBe(2);
  await new TaskRepository(db).update(taskId, { deletedAt: 5 });
  expect((await engine.ask('jobs', noQuery, {})).total).toBe(0);
  await db.tasks.update(taskId, { deletedAt: undefined });
  expect((await engine.ask('jobs', noQuery, {})).total).toBe(2);
});

test('what is kept is read again, and what was written since is read besides', async () => {
  await addJobs(2500);
  const first = new ListEngine(db);
  await first.ask('jobs', noQuery, {});
  await db.jobs.toCollection().modify({ state: 'completed' });
  expect((await first.ask('jobs', completed, {})).matching).toBe(2500);
  await first.keepWhenDue();
  expect(await db.listChanges.count()).toBe(1);

  await db.jobs.update(1, { state: 'rejected' });
  const second = new ListEngine(db);
  expect((await second.ask('jobs', completed, {})).matching).toBe(2499);
});

test('a tab that slept while another kept what changed catches up', async () => {
  await addJobs(2500);
  const sleeper = new ListEngine(db);
  await sleeper.ask('jobs', noQuery, {});
  const other = new ListEngine(db);
  await db.jobs.toCollection().modify({ state: 'completed' });
  await db.jobs.update(1, { stage: 'validation' });
  await other.ask('jobs', noQuery, {});
  await other.keepWhenDue();
  expect((await sleeper.ask('jobs', completed, {})).matching).toBe(2500);
});

test('an image of a tab that has seen less does not take the place of a newer one', async () => {
  await addJobs(2500);
  const behind = new ListEngine(db);
  await behind.ask('jobs', noQuery, {});
  await db.jobs.toCollection().modify({ state: 'completed' });
  await behind.ask('jobs', noQuery, {});
  const ahead = new ListEngine(db);
  await ahead.ask('jobs', noQuery, {});
  await db.jobs.toCollection().modify({ stage: 'validation' });
  await ahead.ask('jobs', noQuery, {});
  await ahead.keepWhenDue();
  await behind.keepWhenDue();
  await db.jobs.update(1, { stage: 'acceptance' });

  const asked = { ...noQuery, filter: condition('stage', 'equal', 'validation') };
  expect((await new ListEngine(db).ask('jobs', asked, {})).matching).toBe(2499);
  expect((await behind.ask('jobs', asked, {})).matching).toBe(2499);
});

test('a change is told, by whichever connection', async () => {
  const engine = new ListEngine(db);
  await engine.ask('jobs', noQuery, {});
  const told = new Promise<void>((resolve) => {
    const stop = engine.onChange(() => {
      stop();
      resolve();
    });
  });
  await addJobs(1);
  await told;
});

test('writing that fails leaves no note', async () => {
  await addJobs(1);
  const before = await db.listChanges.count();
  await expect(
    db.transaction('rw', db.jobs, async () => {
      await db.jobs.update(1, { state: 'completed' });
      throw new Error('stop');
    }),
  ).rejects.toThrow('stop');
  expect(await db.listChanges.count()).toBe(before);
});
