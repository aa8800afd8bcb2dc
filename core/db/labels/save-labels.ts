/** The list of labels of a project with all its tasks, or of a task, together with what is annotated with them. */
import { InvalidDataError } from '../../errors.ts';
import type { JobId, ProjectId, TaskId } from '../../model/ids.ts';
import type { Label } from '../../model/label.ts';
import { attributesOf } from '../../model/label-ids.ts';
import type { Database } from '../database.ts';
import { putIntoOutbox } from '../targets.ts';
import {
  type Former,
  lastEntries,
  objectTables,
  putObjectsBack,
  type Rewrite,
  rewriteObjects,
} from './objects.ts';

/** A project with its tasks, also those in the bin, or one task of its own. */
export interface LabelHolder {
  readonly projectId: ProjectId | undefined;
  readonly taskIds: readonly TaskId[];
  readonly labels: readonly Label[];
}

/** Throws for what was deleted, and for a task that has its labels from a project. */
export async function labelHolder(
  db: Database,
  owner: { readonly projectId: ProjectId } | { readonly taskId: TaskId },
): Promise<LabelHolder> {
  if ('projectId' in owner) {
    const project = await db.projects.get(owner.projectId);
    if (!project) throw new InvalidDataError('This project was deleted.', { where: 'project' });
    const taskIds = await db.tasks.where('projectId').equals(project.id).primaryKeys();
    return { projectId: project.id, taskIds, labels: project.labels };
  }
  const task = await db.tasks.get(owner.taskId);
  if (!task) throw new InvalidDataError('This task was deleted.', { where: 'task' });
  if (task.projectId === undefined) return { projectId: undefined, taskIds: [task.id], labels: task.labels };
  throw new InvalidDataError('This task has the labels of its project.', {
    where: `task “${task.name}”`,
    remedy: { text: 'Change them in the project.' },
  });
}

export interface SavedLabels {
  readonly before: LabelHolder;
  readonly labels: readonly Label[];
  readonly former: Former;
  readonly entries: ReadonlyMap<JobId, number>;
}

/** Writes the list; `rewrite` is undefined where no object changes with it. */
export async function saveLabels(
  db: Database,
  before: LabelHolder,
  labels: readonly Label[],
  rewrite: Rewrite | undefined,
  now: number,
): Promise<SavedLabels> {
  return db.transaction('rw', objectTables(db), async () => {
    const former = rewrite
      ? await rewriteObjects(db, before.taskIds, rewrite, now)
      : { documents: [], log: [], counts: [] };
    await writeList(db, before, labels, now);
    if (saysElse(before.labels, labels)) await writeAllAgain(db, before.taskIds, now);
    return { before, labels, former, entries: await lastEntries(db, before.taskIds) };
  });
}

/** Throws, and changes nothing, where something was edited since. */
export async function takeLabelsBack(
  db: Database,
  { before, labels, former, entries }: SavedLabels,
  now: number,
): Promise<void> {
  await db.transaction('rw', objectTables(db), async () => {
    await checkUnedited(db, before.taskIds, entries);
    await putObjectsBack(db, former, now);
    await writeList(db, before, before.labels, now);
    if (saysElse(before.labels, labels)) await writeAllAgain(db, before.taskIds, now);
  });
}

/** Throws where a job of the tasks has other log entries than it had. */
export async function checkUnedited(
  db: Database,
  taskIds: readonly TaskId[],
  entries: ReadonlyMap<JobId, number>,
): Promise<void> {
  for (const [id, seq] of await lastEntries(db, taskIds)) {
    if (entries.get(id) === seq) continue;
    throw new InvalidDataError(`Job #${id} was edited since: its labels cannot be taken back any more.`, {
      where: `job ${id}`,
      remedy: { text: 'Undo in the job what was edited since, or change the labels by hand.' },
    });
  }
}

async function writeList(
  db: Database,
  { projectId, taskIds }: LabelHolder,
  labels: readonly Label[],
  now: number,
): Promise<void> {
  if (projectId !== undefined) await db.projects.update(projectId, { labels, updatedAt: now });
  await db.tasks.where(':id').anyOf(taskIds).modify({ labels });
}

/** True where something has another name: files in targets say names. */
function saysElse(before: readonly Label[], after: readonly Label[]): boolean {
  const names = (labels: readonly Label[]): Map<string, string> =>
    new Map(
      labels.flatMap((label): [string, string][] => [
        [`label ${label.id}`, label.name],
        ...attributesOf(label).map(({ id, name }): [string, string] => [`attribute ${id}`, name]),
      ]),
    );
  const now = names(after);
  return [...names(before)].some(([id, name]) => now.has(id) && now.get(id) !== name);
}

async function writeAllAgain(db: Database, taskIds: readonly TaskId[], now: number): Promise<void> {
  for (const task of await db.tasks.bulkGet([...taskIds])) {
    if (!task?.targets.some(({ automatic }) => automatic)) continue;
    const jobIds = await db.jobs.where('taskId').equals(task.id).primaryKeys();
    const keys = await db.annotations.where('jobId').anyOf(jobIds).primaryKeys();
    await putIntoOutbox(db, task.id, new Set(keys.map(([, frame]) => frame)), now);
  }
}
