/** A workspace on a database of its own, with tasks, jobs and projects in it. */
import { openHouse, openWorkspace } from '#core/workspace/open-workspace.ts';
import type { Workspace } from '#core/workspace/workspace.ts';
import { makePorts } from '#test/fakes/ports.ts';
import { job, request, task } from '../fake-rows.ts';

export async function openFull(tasks = 60): Promise<Workspace> {
  const house = openHouse(makePorts(), `lists-${crypto.randomUUID()}`);
  const { database } = house;
  const now = Date.now();
  await database.people.bulkAdd([
    { id: 101, uid: 'maya', name: 'Maya Lindqvist', color: '#2f6f4f' },
    { id: 102, uid: 'aiko', name: 'Aiko Hara', color: '#3463a6' },
  ]);
  await database.projects.bulkAdd(
    ['Dock safety', 'Yard'].map((name, index) => ({
      id: index + 1,
      uid: name,
      workspaceId: 0,
      name,
      labels: task(1, '').labels,
      bugTracker: '',
      guide: '',
      ownerId: 101,
      assigneeId: undefined,
      sources: [],
      targets: [],
      status: 'annotation' as const,
      dimension: '2d' as const,
      createdAt: now,
      updatedAt: now,
    })),
  );
  const ids = Array.from({ length: tasks }, (_, index) => index + 1);
  await database.tasks.bulkAdd(
    ids.map((id) =>
      task(id, `${id % 2 === 0 ? 'Aisle' : 'Forklift calls'} ${id}`, {
        sources: [],
        storageIds: [],
        ownerId: 101,
        projectId: id % 3 === 0 ? 1 : undefined,
        assigneeId: [undefined, 101, 102][id % 3],
        ready: id !== tasks,
      }),
    ),
  );
  await database.jobs.bulkAdd(
    ids.flatMap((id) => [
      job(id * 10, id, { state: 'in progress', annotatedFrames: 60, assigneeId: 101 }),
      job(id * 10 + 1, id, { startFrame: 240, stopFrame: 479, stage: 'validation' }),
    ]),
  );
  await database.requests.bulkAdd([
    request(1, { params: { kind: 'create-task', taskId: tasks } }),
    request(2, {
      status: 'failed',
      params: { kind: 'sync-task', taskId: 1 },
      error: { tag: 'storage', code: 'offline', message: 'The bucket does not answer.' },
    }),
  ]);
  return openWorkspace(house);
}
