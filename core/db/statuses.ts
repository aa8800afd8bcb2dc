/**
 * What is said of a task because of its jobs, and of a project because of its tasks, kept true.
 * Within a transaction that may write jobs, tasks and projects.
 */
import type { ProjectId, TaskId } from '../model/ids.ts';
import { leastAdvanced, taskStatus } from '../model/status.ts';
import type { Database } from './database.ts';

/** After their jobs changed: the tasks' status, then that of the projects that hold them. */
export async function keepTasks(db: Database, ids: Iterable<TaskId>): Promise<void> {
  await keepProjects(db, await keepTaskStatuses(db, ids));
}

/** The same, without their projects: gives those whose tasks say something else now. */
export async function keepTaskStatuses(db: Database, ids: Iterable<TaskId>): Promise<Set<ProjectId>> {
  const projects = new Set<ProjectId>();
  await Promise.all(
    Array.from(new Set(ids), async (id) => {
      const [task, jobs] = await Promise.all([
        db.tasks.get(id),
        db.jobs.where('taskId').equals(id).toArray(),
      ]);
      const status = taskStatus(jobs.filter(({ deletedAt }) => deletedAt === undefined));
      if (!task || task.status === status) return;
      await db.tasks.update(id, { status });
      if (task.projectId !== undefined) projects.add(task.projectId);
    }),
  );
  return projects;
}

/** After their tasks changed, came or went. */
export async function keepProjects(db: Database, ids: Iterable<ProjectId | undefined>): Promise<void> {
  for (const id of new Set(ids)) {
    if (id === undefined) continue;
    const tasks = (await db.tasks.where('projectId').equals(id).toArray()).filter(
      ({ deletedAt }) => deletedAt === undefined,
    );
    const status = leastAdvanced(tasks.map((task) => task.status));
    await db.projects.update(id, { status, dimension: tasks[0]?.dimension });
  }
}
