/** Takes rows off the device with everything that hangs on them. */
import type { JobId, ProjectId, TaskId } from '../model/ids.ts';
import type { Database } from './database.ts';

export async function removeTask(db: Database, id: TaskId): Promise<void> {
  const byTask = [
    db.frames,
    db.frameSizes,
    db.items,
    db.related,
    db.thumbnails,
    db.offers,
    db.settled,
    db.frameMarks,
    db.written,
    db.outbox,
    db.conflicts,
  ];
  const tables = [...byTask, ...jobTables(db), db.tasks, db.syncs, db.syncProgress];
  await db.transaction('rw', tables, async () => {
    await removeJobs(db, await db.jobs.where('taskId').equals(id).primaryKeys());
    for (const table of byTask) await table.where('taskId').equals(id).delete();
    await db.syncs.delete(id);
    await db.syncProgress.delete(id);
    await db.tasks.delete(id);
  });
}

/** With their annotations; within a transaction on `jobTables`, or without one. */
export async function removeJobs(db: Database, ids: readonly JobId[]): Promise<void> {
  await db.transaction('rw', jobTables(db), async () => {
    await db.annotations.where('jobId').anyOf(ids).delete();
    await db.log.where('jobId').anyOf(ids).delete();
    await db.journals.bulkDelete([...ids]);
    await db.jobs.bulkDelete([...ids]);
  });
}

function jobTables(db: Database) {
  return [db.jobs, db.annotations, db.log, db.journals];
}

/** With the tasks that were deleted with it; those that were in the bin before belong to no project then. */
export async function removeProject(db: Database, id: ProjectId): Promise<void> {
  const deletedAt = (await db.projects.get(id))?.deletedAt;
  const tasks = await db.tasks.where('projectId').equals(id).toArray();
  for (const task of tasks) {
    if (task.deletedAt === deletedAt) await removeTask(db, task.id);
    else await db.tasks.update(task.id, { projectId: undefined });
  }
  await db.projects.delete(id);
}
