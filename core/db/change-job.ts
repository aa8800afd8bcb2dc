/** Changes a job, and with it what is said of its task and project. */
import type { JobId } from '../model/ids.ts';
import type { Job } from '../model/job.ts';
import type { Database } from './database.ts';
import { keepTasks } from './statuses.ts';

export async function changeJob(
  db: Database,
  id: JobId,
  patch: Partial<Pick<Job, 'stage' | 'state' | 'assigneeId'>>,
  now: number,
): Promise<void> {
  await db.transaction('rw', [db.jobs, db.tasks, db.projects], async () => {
    const job = await db.jobs.get(id);
    if (!job) return;
    await db.jobs.update(id, { ...patch, updatedAt: now });
    await db.tasks.update(job.taskId, { updatedAt: now });
    await keepTasks(db, [job.taskId]);
  });
}
