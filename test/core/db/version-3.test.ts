import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { Database } from '#core/db/database.ts';
import { JobRepository } from '#core/db/jobs.ts';
import { ListEngine } from '#core/db/list-engine.ts';
import { PersonRepository } from '#core/db/people.ts';
import { SettingsRepository } from '#core/db/settings.ts';
import { condition } from '#core/query/filter.ts';
import { noQuery } from '#core/query/list-query.ts';

/** As version 2 wrote them. */
const task = {
  name: 'Dock',
  labels: [{ id: 1, name: 'person', color: '#2f80ff', type: 'any', attributes: [] }],
  sources: [{ storageId: 1, prefix: '' }],
  targets: [],
  storageIds: [1],
  sorting: 'natural',
  segmentSize: 5,
  overlap: 0,
  size: 10,
  status: 'annotation',
  ready: true,
  createdAt: 1,
  updatedAt: 2,
};
const job = {
  stage: 'annotation',
  state: 'new',
  startFrame: 0,
  stopFrame: 4,
  annotatedFrames: 1,
  objectCount: 1,
};

test('a database of version 2 gets its person, and tasks and jobs what they lacked', async () => {
  const name = `version-2-${crypto.randomUUID()}`;
  const old = new Dexie(name);
  old.version(2).stores({
    storages: '++id, uid',
    tasks: '++id, updatedAt, *storageIds',
    jobs: '++id, taskId, updatedAt',
    requests: '++id, status',
    frames: '[taskId+page], taskId',
  });
  await old.table('storages').add({ uid: 's', name: 'Cams', settings: { provider: 'urls', urls: [] } });
  await old.table('tasks').add(task);
  await old.table('jobs').bulkAdd([
    { ...job, taskId: 1, lastFrame: 0, createdAt: 1, updatedAt: 2 },
    { ...job, taskId: 1, lastFrame: 0, createdAt: 1, updatedAt: 2 },
  ]);
  old.close();

  const db = new Database(name);
  const me = await new SettingsRepository(db).id('me');
  expect(await new PersonRepository(db).get(me ?? 0)).toMatchObject({ name: 'Me' });
  expect(await db.tasks.get(1)).toMatchObject({
    ...task,
    workspaceId: 0,
    ownerId: me,
    dimension: '2d',
    mode: 'annotation',
    subset: '',
    bugTracker: '',
    replicas: 0,
    range: { start: 0, step: 1 },
  });
  expect(await new JobRepository(db).ofTask(1)).toMatchObject([
    { type: 'annotation', workedMs: 0 },
    { type: 'annotation', workedMs: 0 },
  ]);
  const asked = { ...noQuery, filter: condition('owner', 'equal', 'Me') };
  expect(await new ListEngine(db).ask('tasks', asked, { workspaceId: 0 })).toMatchObject({
    matching: 1,
    ids: [1],
    progress: [{ jobs: 2, annotation: 2, frames: 10, annotatedFrames: 2 }],
  });
  db.close();
});

test('a new database begins with a person', async () => {
  const db = new Database(`new-${crypto.randomUUID()}`);
  const me = await new SettingsRepository(db).id('me');
  expect(await new PersonRepository(db).get(me ?? 0)).toMatchObject({ name: 'Me' });
  db.close();
});
