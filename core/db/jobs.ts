/** Jobs, and the task status that follows from them. */
import type { JobId, TaskId } from '../model/ids.ts';
import type { Job } from '../model/job.ts';
import type { TaskStatus } from '../model/task.ts';
import type { Database } from './database.ts';

/** CVAT's rule: a task is as far as its least advanced job. */
function taskStatus(jobs: readonly Pick<Job, 'stage' | 'state'>[]): TaskStatus {
  if (jobs.some((job) => job.stage === 'annotation')) return 'annotation';
  const completed = jobs.every((job) => job.stage === 'acceptance' && job.state === 'completed');
  return completed ? 'completed' : 'validation';
}

export class JobRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async get(id: JobId): Promise<Job | undefined> {
    return this.#db.jobs.get(id);
  }

  async ofTask(id: TaskId): Promise<Job[]> {
    return this.#db.jobs.where('taskId').equals(id).sortBy('startFrame');
  }

  /** Last worked on first. */
  async recent(limit: number): Promise<Job[]> {
    return this.#db.jobs.orderBy('updatedAt').reverse().limit(limit).toArray();
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
