/** Takes a task into a project with what is annotated in it, or out of its project. */
import { InvalidDataError } from '../../errors.ts';
import type { JobId, ProjectId } from '../../model/ids.ts';
import type { Label } from '../../model/label.ts';
import type { Task } from '../../model/task.ts';
import type { Database } from '../database.ts';
import { dimensionError, liveProject } from '../project-tasks.ts';
import { keepProjects } from '../statuses.ts';
import {
  type Former,
  lastEntries,
  objectTables,
  putObjectsBack,
  type Rewrite,
  rewriteObjects,
} from './objects.ts';
import { checkUnedited } from './save-labels.ts';

export interface MovedTask {
  readonly before: Task;
  readonly to: ProjectId | undefined;
  /** Labels of the project that were not there before. */
  readonly made: readonly Label[];
  readonly former: Former;
  readonly entries: ReadonlyMap<JobId, number>;
}

/** Its labels become its own. */
export async function moveTaskOut(db: Database, before: Task, now: number): Promise<MovedTask> {
  return db.transaction('rw', objectTables(db), async () => {
    await db.tasks.update(before.id, { projectId: undefined, updatedAt: now });
    await keepProjects(db, [before.projectId]);
    const former = { documents: [], log: [], counts: [] };
    return { before, to: undefined, made: [], former, entries: await lastEntries(db, [before.id]) };
  });
}

/** `made` join the project's labels, and with it those of all its tasks. */
export async function moveTaskIn(
  db: Database,
  before: Task,
  to: ProjectId,
  { made, rewrite }: { readonly made: readonly Label[]; readonly rewrite: Rewrite },
  now: number,
): Promise<MovedTask> {
  return db.transaction('rw', objectTables(db), async () => {
    const project = await liveProject(db, to);
    const mixed = dimensionError(project, before.dimension);
    if (mixed) throw mixed;
    const former = await rewriteObjects(db, [before.id], rewrite, now);
    const labels = [...project.labels, ...made];
    if (made.length > 0) await writeProjectLabels(db, to, labels, now);
    const { workspaceId } = project;
    await db.tasks.update(before.id, { projectId: to, workspaceId, labels, updatedAt: now });
    await keepProjects(db, [to, before.projectId]);
    return { before, to, made, former, entries: await lastEntries(db, [before.id]) };
  });
}

/** Throws, and changes nothing, where the task was edited since, or cannot go back to where it was. */
export async function takeTaskBack(
  db: Database,
  { before, to, made, former, entries }: MovedTask,
  now: number,
): Promise<void> {
  await db.transaction('rw', objectTables(db), async () => {
    const { id, projectId, workspaceId, labels } = before;
    await checkUnedited(db, [id], entries);
    if (projectId !== undefined && !sameLabels((await liveProject(db, projectId)).labels, labels)) {
      throw new InvalidDataError('The labels of its former project were changed since.', {
        where: `task “${before.name}”`,
        remedy: { text: 'Move it there again.' },
      });
    }
    await putObjectsBack(db, former, now);
    await db.tasks.update(id, { projectId, workspaceId, labels, updatedAt: now });
    if (to !== undefined && made.length > 0) await dropUnused(db, to, made, now);
    await keepProjects(db, [to, projectId]);
  });
}

/** What a move has made in a project goes with its undo, unless another task uses it by now. */
async function dropUnused(
  db: Database,
  projectId: ProjectId,
  made: readonly Label[],
  now: number,
): Promise<void> {
  const ids = new Set(made.map((label) => label.id));
  const taskIds = await db.tasks.where('projectId').equals(projectId).primaryKeys();
  for (const jobId of (await lastEntries(db, taskIds)).keys()) {
    await db.log
      .where('jobId')
      .equals(jobId)
      .each(({ changes }) => {
        for (const { after } of changes) if (after) ids.delete(after.labelId);
      });
  }
  const project = await db.projects.get(projectId);
  if (!project) return;
  const labels = project.labels.filter((label) => !ids.has(label.id));
  if (labels.length < project.labels.length) await writeProjectLabels(db, projectId, labels, now);
}

async function writeProjectLabels(
  db: Database,
  projectId: ProjectId,
  labels: readonly Label[],
  now: number,
): Promise<void> {
  await db.projects.update(projectId, { labels, updatedAt: now });
  await db.tasks.where('projectId').equals(projectId).modify({ labels });
}

function sameLabels(a: readonly Label[], b: readonly Label[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
