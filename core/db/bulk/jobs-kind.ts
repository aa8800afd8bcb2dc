/** Many jobs; their tasks and projects say what follows from them. */
import type { ProjectId, TaskId } from '../../model/ids.ts';
import type { Job } from '../../model/job.ts';
import { counts, jobStatus } from '../../model/status.ts';
import type { Task } from '../../model/task.ts';
import type { Database } from '../database.ts';
import { keepProjects, keepTaskStatuses } from '../statuses.ts';
import { whyGone, whyWithout } from './refusal.ts';
import type { Kind } from './rows-work.ts';

export function jobsKind(db: Database, now: number): Kind<Job> {
  /** Of the stretch. */
  let tasks: ReadonlyMap<TaskId, Task> = new Map();
  let last: TaskId | undefined;
  /** Tasks that say something else now, perhaps. */
  const pending = new Set<TaskId>();
  const projects = new Set<ProjectId>();

  async function keep(ids: readonly TaskId[]): Promise<void> {
    for (const id of ids) pending.delete(id);
    for (const project of await keepTaskStatuses(db, ids)) projects.add(project);
  }

  return {
    tables: [db.jobs, db.tasks, db.projects],

    async load(ids) {
      const rows = await db.jobs.bulkGet([...ids]);
      const taskIds = new Set(rows.flatMap((job) => job?.taskId ?? []));
      const found = await db.tasks.bulkGet([...taskIds]);
      tasks = new Map(found.flatMap((task) => (task ? [[task.id, task]] : [])));
      last = rows.at(-1)?.taskId;
      return rows;
    },

    nameOf(id, job) {
      const task = tasks.get(job?.taskId ?? 0);
      return task ? `Job #${id} of “${task.name}”` : `Job #${id}`;
    },

    whyNot(job) {
      const task = tasks.get(job.taskId);
      if (!task) return whyGone(`task ${job.taskId}`, undefined);
      return task.deletedAt === undefined ? undefined : whyWithout(`task “${task.name}”`, 'task');
    },

    merge(job, patch) {
      const { deletedAt, ...rest } = { ...job, ...patch };
      return { ...rest, updatedAt: now, ...(deletedAt === undefined ? {} : { deletedAt }) };
    },

    async put(changes) {
      await db.jobs.bulkPut(changes.map(({ after }) => after));
      const touched = new Set(changes.map(({ after }) => after.taskId));
      const changed = [...touched].flatMap((id) => tasks.get(id) ?? []);
      await db.tasks.bulkPut(changed.map((task) => ({ ...task, updatedAt: now })));
      for (const { before, after } of changes) {
        if (countsElse(before, after)) pending.add(after.taskId);
      }
      // Jobs of a task follow each other: the last one's task most often goes on in the next stretch.
      await keep([...pending].filter((id) => id !== last));
    },

    async end() {
      await keep([...pending]);
      await keepProjects(db, projects);
    },
  };
}

/** True where the job says something else of its task now. */
function countsElse(before: Job, after: Job): boolean {
  if (!counts(before.type)) return false;
  return before.deletedAt !== after.deletedAt || jobStatus(before) !== jobStatus(after);
}
