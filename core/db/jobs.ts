/** Jobs, and the task status that follows from them. */
import type { JobId, TaskId } from '../model/ids.ts';
import type { Job } from '../model/job.ts';
import { counts } from '../model/status.ts';
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

  /** Without ground truth and replicas, which repeat what others hold: what a task's annotations are made of. */
  async ordinaryOfTask(id: TaskId): Promise<Job[]> {
    return (await this.ofTask(id)).filter(({ type }) => counts(type));
  }

  /** Last worked on first; of tasks that are there. */
  async recent(limit: number): Promise<Job[]> {
    const db = this.#db;
    const binned = new Set(await db.tasks.where('deletedAt').above(0).primaryKeys());
    return db.jobs
      .orderBy('updatedAt')
      .reverse()
      .filter(({ deletedAt, taskId }) => deletedAt === undefined && !binned.has(taskId))
      .limit(limit)
      .toArray();
  }

  /** Changes what says nothing of its task. */
  async update(id: JobId, patch: Partial<Pick<Job, 'lastFrame'>>): Promise<void> {
    await this.#db.jobs.update(id, patch);
  }

  /** Adds to the time that was worked in it; no edit, so nothing else changes. */
  async addWorked(id: JobId, ms: number): Promise<void> {
    const db = this.#db;
    await db.transaction('rw', db.jobs, async () => {
      const job = await db.jobs.get(id);
      if (job) await db.jobs.update(id, { workedMs: job.workedMs + ms });
    });
  }
}
