/**
 * The bin: rows stay where they are with the time they were deleted at. A task's jobs and annotations are as they
 * were and go with it. A project's tasks carry its own time, which no other of them has: so it is known which were
 * deleted with it.
 */
import type { JobId, ProjectId, TaskId } from '../model/ids.ts';
import type { Database } from './database.ts';
import { keepProjects, keepTasks } from './statuses.ts';

export class BinRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async putJob(id: JobId, now: number): Promise<void> {
    const db = this.#db;
    await db.transaction('rw', [db.jobs, db.tasks, db.projects], async () => {
      const job = await db.jobs.get(id);
      if (!job || job.deletedAt !== undefined) return;
      await db.jobs.update(id, { deletedAt: now });
      await keepTasks(db, [job.taskId]);
    });
  }

  async putTask(id: TaskId, now: number): Promise<void> {
    const db = this.#db;
    await db.transaction('rw', [db.tasks, db.projects], async () => {
      const task = await db.tasks.get(id);
      if (!task || task.deletedAt !== undefined) return;
      await db.tasks.update(id, { deletedAt: now });
      await keepProjects(db, [task.projectId]);
    });
  }

  /** With its tasks. */
  async putProject(id: ProjectId, now: number): Promise<void> {
    const db = this.#db;
    await db.transaction('rw', [db.tasks, db.projects], async () => {
      const project = await db.projects.get(id);
      if (!project || project.deletedAt !== undefined) return;
      const tasks = await db.tasks.where('projectId').equals(id).toArray();
      const earlier = tasks.map((task) => task.deletedAt ?? 0);
      const deletedAt = Math.max(now, ...earlier.map((time) => time + 1));
      await db.projects.update(id, { deletedAt });
      const live = tasks.filter((task) => task.deletedAt === undefined);
      await db.tasks.bulkUpdate(live.map((task) => ({ key: task.id, changes: { deletedAt } })));
    });
  }
}
