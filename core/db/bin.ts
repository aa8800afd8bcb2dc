/**
 * The bin: rows stay where they are with the time they were deleted at. A task's jobs and annotations are as they
 * were and go with it. A project's tasks carry its own time, which no other of them has: so it is known which were
 * deleted with it.
 */
import { InvalidDataError } from '../errors.ts';
import type { JobId, ProjectId, TaskId } from '../model/ids.ts';
import type { Project } from '../model/project.ts';
import type { Task } from '../model/task.ts';
import type { Database } from './database.ts';
import { dimensionError } from './project-tasks.ts';
import { keepProjects, keepTasks } from './statuses.ts';

/** Something that was put there by itself. */
export interface Binned {
  readonly resource: 'projects' | 'tasks' | 'jobs';
  readonly id: number;
  readonly name: string;
  readonly deletedAt: number;
}

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

  /** Last deleted first; without what went there as a part of another. */
  async list(): Promise<Binned[]> {
    const db = this.#db;
    const [projects, tasks, jobs] = await Promise.all([
      db.projects.where('deletedAt').above(0).toArray(),
      db.tasks.where('deletedAt').above(0).toArray(),
      db.jobs.where('deletedAt').above(0).toArray(),
    ]);
    const timeOf = new Map(projects.map(({ id, deletedAt }) => [id, deletedAt]));
    const owners = await db.tasks.bulkGet(jobs.map(({ taskId }) => taskId));
    const found: Binned[] = [
      ...projects.map(({ id, name, deletedAt = 0 }) => ({
        resource: 'projects' as const,
        id,
        name,
        deletedAt,
      })),
      ...tasks
        .filter(({ projectId, deletedAt }) => timeOf.get(projectId ?? 0) !== deletedAt)
        .map(({ id, name, deletedAt = 0 }) => ({ resource: 'tasks' as const, id, name, deletedAt })),
      ...jobs.map(({ id, deletedAt = 0 }, index) => ({
        resource: 'jobs' as const,
        id,
        name: `Job #${id} of ${owners[index]?.name ?? 'a task'}`,
        deletedAt,
      })),
    ];
    return found.sort((a, b) => b.deletedAt - a.deletedAt || b.id - a.id);
  }

  /** With the tasks that were deleted with it. */
  async restoreProject(id: ProjectId): Promise<void> {
    const db = this.#db;
    await db.transaction('rw', [db.tasks, db.projects, db.outbox], async () => {
      const project = await db.projects.get(id);
      if (!project) throw gone(`project ${id}`);
      if (project.deletedAt === undefined) return;
      await db.projects.update(id, { deletedAt: undefined });
      const tasks = await db.tasks.where('projectId').equals(id).toArray();
      const back = tasks.filter(({ deletedAt }) => deletedAt === project.deletedAt);
      await db.tasks.bulkUpdate(back.map((task) => ({ key: task.id, changes: { deletedAt: undefined } })));
      const waiting = db.outbox.where('taskId').anyOf(back.map((task) => task.id));
      await waiting.modify({ dueAt: 0 });
      await keepProjects(db, [id]);
    });
  }

  /** Throws where its project is in the bin too, or holds tasks of the other dimension by now. */
  async restoreTask(id: TaskId): Promise<void> {
    const db = this.#db;
    await db.transaction('rw', [db.tasks, db.projects, db.outbox], async () => {
      const task = await db.tasks.get(id);
      if (!task) throw gone(`task ${id}`);
      if (task.deletedAt === undefined) return;
      const project = task.projectId === undefined ? undefined : await db.projects.get(task.projectId);
      if (project?.deletedAt !== undefined) throw notAlone(`Task “${task.name}”`, 'project', project);
      const mixed = project && dimensionError(project, task.dimension);
      if (mixed) throw mixed;
      await db.tasks.update(id, { deletedAt: undefined });
      await db.outbox.where('taskId').equals(id).modify({ dueAt: 0 });
      await keepProjects(db, [task.projectId]);
    });
  }

  /** Throws where its task is in the bin too. */
  async restoreJob(id: JobId): Promise<void> {
    const db = this.#db;
    await db.transaction('rw', [db.jobs, db.tasks, db.projects], async () => {
      const job = await db.jobs.get(id);
      const task = job && (await db.tasks.get(job.taskId));
      if (!job || !task) throw gone(`job ${id}`);
      if (job.deletedAt === undefined) return;
      if (task.deletedAt !== undefined) throw notAlone(`Job #${id}`, 'task', task);
      await db.jobs.update(id, { deletedAt: undefined });
      await keepTasks(db, [job.taskId]);
    });
  }
}

function gone(where: string): InvalidDataError {
  return new InvalidDataError('It was removed for good.', { where });
}

function notAlone(
  what: string,
  whole: 'project' | 'task',
  { name }: Pick<Project | Task, 'name'>,
): InvalidDataError {
  return new InvalidDataError(`${what} is of a ${whole} that is in the bin.`, {
    where: `${whole} “${name}”`,
    remedy: { text: `Restore the ${whole} first.` },
  });
}
