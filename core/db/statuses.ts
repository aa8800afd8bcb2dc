/**
 * What is said of a task because of its jobs, and of a project because of its tasks, kept true.
 * Within a transaction that may write jobs, tasks and projects.
 */
import type { ProjectId, TaskId } from '../model/ids.ts';
import type { Job } from '../model/job.ts';
import { leastAdvanced, taskStatus } from '../model/status.ts';
import type { Database } from './database.ts';

/** After their jobs changed: the tasks' status, then that of the projects that hold them. */
export async function keepTasks(db: Database, ids: Iterable<TaskId>): Promise<void> {
  await keepProjects(db, await keepTaskStatuses(db, ids));
}

/** The same, without their projects: gives those whose tasks say something else now. */
export async function keepTaskStatuses(db: Database, ids: Iterable<TaskId>): Promise<Set<ProjectId>> {
  const wanted = [...new Set(ids)].sort((a, b) => a - b);
  const [tasks, jobs] = await Promise.all([db.tasks.bulkGet(wanted), jobsOf(db, wanted)]);
  const changed = tasks.flatMap((task) => {
    const status = taskStatus(jobs.get(task?.id ?? 0) ?? []);
    return task && task.status !== status ? [{ ...task, status }] : [];
  });
  await db.tasks.bulkPut(changed);
  return new Set(changed.flatMap(({ projectId }) => projectId ?? []));
}

/** Those that are there, by task. One question where the tasks stand close together: as they do where many are asked for. */
async function jobsOf(db: Database, ids: readonly TaskId[]): Promise<Map<TaskId, Job[]>> {
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const isDense = last - first < 2 * ids.length;
  const found = isDense
    ? await db.jobs.where('taskId').between(first, last, true, true).toArray()
    : (await Promise.all(ids.map((id) => db.jobs.where('taskId').equals(id).toArray()))).flat();
  const byTask = new Map<TaskId, Job[]>(ids.map((id) => [id, []]));
  for (const job of found) {
    if (job.deletedAt === undefined) byTask.get(job.taskId)?.push(job);
  }
  return byTask;
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
