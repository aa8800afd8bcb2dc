/** Many tasks; their projects say what follows from them. */
import { InvalidDataError } from '../../errors.ts';
import type { ProjectId } from '../../model/ids.ts';
import type { Project } from '../../model/project.ts';
import type { Task } from '../../model/task.ts';
import type { Database } from '../database.ts';
import { dimensionError } from '../project-tasks.ts';
import { keepProjects } from '../statuses.ts';
import { whyWithout } from './refusal.ts';
import type { Kind } from './rows-work.ts';

export function tasksKind(db: Database, now: number): Kind<Task> {
  /** Of the stretch. */
  let projects: ReadonlyMap<ProjectId, Project> = new Map();
  const touched = new Set<ProjectId>();
  return {
    tables: [db.tasks, db.projects, db.outbox],

    async load(ids) {
      const rows = await db.tasks.bulkGet([...ids]);
      const projectIds = new Set(rows.flatMap((task) => task?.projectId ?? []));
      const found = await db.projects.bulkGet([...projectIds]);
      projects = new Map(found.flatMap((project) => (project ? [[project.id, project]] : [])));
      return rows;
    },

    nameOf: (id, task) => (task ? `Task #${id} “${task.name}”` : `Task #${id}`),

    whyNot(task, patch) {
      const project = projects.get(task.projectId ?? 0);
      if (project && 'workspaceId' in patch) {
        return new InvalidDataError(`It is in the project “${project.name}”.`, {
          where: `task ${task.id}`,
          remedy: { text: 'Move the project, or take the task out of it first.' },
        });
      }
      if (project && 'deletedAt' in patch && patch.deletedAt === undefined) {
        if (project.deletedAt !== undefined) return whyWithout(`project “${project.name}”`, 'project');
        return dimensionError(project, task.dimension);
      }
      return undefined;
    },

    merge(task, patch) {
      const { deletedAt, ...rest } = { ...task, ...patch };
      return { ...rest, updatedAt: now, ...(deletedAt === undefined ? {} : { deletedAt }) };
    },

    async put(changes) {
      await db.tasks.bulkPut(changes.map(({ after }) => after));
      for (const { before, after } of changes) {
        if (before.deletedAt === after.deletedAt) continue;
        if (after.projectId !== undefined) touched.add(after.projectId);
        if (after.deletedAt === undefined)
          await db.outbox.where('taskId').equals(after.id).modify({ dueAt: 0 });
      }
    },

    end: async () => keepProjects(db, touched),
  };
}
