/** Jobs, and the task status that follows from them. */
import type { JobId, TaskId } from '../model/ids.ts';
import type { Job } from '../model/job.ts';
import { taskStatus } from '../model/status.ts';
import type { Database } from './database.ts';

export class JobRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async get(id: JobId): Promise<Job | undefined> {
    const job = await this.#db.jobs.get(id);
    return job?.deletedAt === undefined ? job : undefined;
  }

  /** Those that are there, in the order of `ids`. */
  async many(ids: readonly JobId[]): Promise<Job[]> {
    const found = await this.#db.jobs.bulkGet([...ids]);
    return found.flatMap((job) => (job && job.deletedAt === undefined ? [job] : []));
  }

  async ofTask(id: TaskId): Promise<Job[]> {
    const found = await this.#db.jobs.where('taskId').equals(id).sortBy('startFrame');
    return found.filter(({ deletedAt }) => deletedAt === undefined);
  }

  /** Last worked on first. */
  async recent(limit: number): Promise<Job[]> {
    return this.#db.jobs
      .orderBy('updatedAt')
      .reverse()
      .filter(({ deletedAt }) => deletedAt === undefined)
      .limit(limit)
      .toArray();
  }

  /** Changes a job, and with it the status of its task. */
  async update(id: JobId, patch: Partial<Omit<Job, 'id' | 'taskId'>>): Promise<void> {
    const db = this.#db;
    await db.transaction('rw', [db.jobs, db.tasks], async () => {
      await db.jobs.update(id, patch);
      const job = await db.jobs.get(id);
      if (!job) return;
      const at = patch.updatedAt === undefined ? {} : { updatedAt: patch.updatedAt };
      const status =
        patch.stage === undefined && patch.state === undefined
          ? {}
          : { status: taskStatus(await db.jobs.where('taskId').equals(job.taskId).toArray()) };
      await db.tasks.update(job.taskId, { ...at, ...status });
    });
  }
}
