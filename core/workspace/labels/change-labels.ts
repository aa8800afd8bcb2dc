/** Changing labels that have data, and taking tasks from one list of labels to another. */
import { checkNoneOpen } from '../../annotate/open-jobs.ts';
import { moveTaskIn, moveTaskOut, takeTaskBack } from '../../db/labels/move-task.ts';
import { type LabelHolder, labelHolder, saveLabels, takeLabelsBack } from '../../db/labels/save-labels.ts';
import type { Rewrite } from '../../db/labels/objects.ts';
import { InvalidDataError } from '../../errors.ts';
import { checkLabels } from '../../model/check-labels.ts';
import type { ProjectId, TaskId } from '../../model/ids.ts';
import type { Label } from '../../model/label.ts';
import { attributesOf } from '../../model/label-ids.ts';
import type { Task } from '../../model/task.ts';
import type { LabelMapping, LabelOwner } from '../door/labels.ts';
import type { House } from '../open-workspace.ts';
import { mapLabels, proposeMapping } from './mapping.ts';

export async function saveOwnLabels(
  house: House,
  owner: LabelOwner,
  labels: readonly Label[],
): Promise<() => Promise<void>> {
  const { database, ports } = house;
  const before = await labelHolder(database, owner);
  checkLabels(labels, before.labels);
  if (labels.length === 0 && before.projectId === undefined)
    throw new InvalidDataError('A task has at least one label.', { where: 'labels' });
  const rewrite = without(before.labels, labels);
  const isFree = async (): Promise<void> => (rewrite ? checkFree(house, before) : undefined);
  await isFree();
  const saved = await saveLabels(database, before, labels, rewrite, ports.clock.now());
  return async () => {
    await isFree();
    await takeLabelsBack(database, saved, ports.clock.now());
  };
}

/** Takes away what hangs on labels and attributes that are no more; undefined where all stay. */
function without(before: readonly Label[], after: readonly Label[]): Rewrite | undefined {
  const stays = new Set(labelIds(after));
  const kept = new Set(after.flatMap(attributesOf).map(({ id }) => id));
  const gone = before.flatMap(attributesOf).filter(({ id }) => !kept.has(id));
  if (labelIds(before).every((id) => stays.has(id)) && gone.length === 0) return undefined;
  return (shape) => {
    if (!stays.has(shape.labelId)) return undefined;
    if (gone.every(({ id }) => shape.attributes[id] === undefined)) return shape;
    const attributes = { ...shape.attributes };
    for (const { id } of gone) Reflect.deleteProperty(attributes, id);
    return { ...shape, attributes };
  };
}

/** With the labels of skeletons' nodes. */
function labelIds(labels: readonly Label[]): number[] {
  return labels.flatMap(({ id, skeleton }) => [id, ...(skeleton?.nodes ?? []).map(({ labelId }) => labelId)]);
}

async function checkFree(
  { jobs, database, ports }: House,
  { taskIds }: Pick<LabelHolder, 'taskIds'>,
): Promise<void> {
  const tasks = await database.tasks.bulkGet([...taskIds]);
  const names = new Map(tasks.flatMap((task) => (task ? [[task.id, task.name]] : [])));
  const found = (await Promise.all(taskIds.map(async (id) => jobs.ofTask(id)))).flat();
  await checkNoneOpen(ports.locks, found, (id) => names.get(id) ?? `task ${id}`);
}

export async function proposeMappingOf(
  { tasks, projects }: House,
  taskId: TaskId,
  projectId: ProjectId,
): Promise<LabelMapping> {
  const [task, project] = await Promise.all([tasks.get(taskId), projects.get(projectId)]);
  return proposeMapping(task?.labels ?? [], project?.labels ?? []);
}

export async function moveTask(
  house: House,
  taskId: TaskId,
  projectId: ProjectId | undefined,
  mapping: LabelMapping = { fates: {}, clearAttributes: false },
): Promise<() => Promise<void>> {
  const { database, tasks, ports } = house;
  const now = ports.clock.now();
  const task = await tasks.get(taskId);
  if (!task) throw new InvalidDataError('This task was deleted.', { where: `task ${taskId}` });
  if (task.projectId === projectId) return async () => undefined;
  const isFree = async (): Promise<void> => checkFree(house, { taskIds: [taskId] });
  if (projectId !== undefined) checkReady(task);
  await isFree();
  const moved =
    projectId === undefined
      ? await moveTaskOut(database, task, now)
      : await moveInto(house, task, projectId, mapping);
  return async () => {
    await isFree();
    await takeTaskBack(database, moved, ports.clock.now());
  };
}

async function moveInto(
  { database, projects, ports }: House,
  task: Task,
  projectId: ProjectId,
  mapping: LabelMapping,
): ReturnType<typeof moveTaskIn> {
  const project = await projects.get(projectId);
  if (!project) throw new InvalidDataError('This project was deleted.', { where: `project ${projectId}` });
  const mapped = mapLabels(task.labels, project.labels, mapping);
  return moveTaskIn(database, task, projectId, mapped, ports.clock.now());
}

/** Its frames and jobs are being written with the labels that it has. */
function checkReady(task: Task): void {
  if (task.ready) return;
  throw new InvalidDataError('It is still being made.', {
    where: `task “${task.name}”`,
    remedy: { text: 'Wait until it is ready, then move it.' },
  });
}
