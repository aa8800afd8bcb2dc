/** The row of a task that is being made. */
import { InvalidDataError } from '../errors.ts';
import type { PersonId, WorkspaceId } from '../model/ids.ts';
import { defaultCut, storageIdsOf, type Task } from '../model/task.ts';
import type { CreateTaskInput } from './workspace.ts';

const videoOverlap = 5;

/** What is not said by whoever asks. */
export interface TaskPlace {
  readonly workspaceId: WorkspaceId;
  readonly ownerId: PersonId | undefined;
}

/** A task that is not ready yet. Throws what a form should have caught. */
export function newTask(
  input: CreateTaskInput,
  place: TaskPlace,
  uid: string,
  now: number,
): Omit<Task, 'id'> {
  if (input.name.trim() === '') throw new InvalidDataError('A task has a name.', { where: 'name' });
  if (input.labels.length === 0 && input.projectId === undefined)
    throw new InvalidDataError('A task has at least one label.', { where: 'labels' });
  const { projectId, assigneeId, ...fields } = input;
  return {
    ...defaultCut,
    subset: '',
    dimension: '2d',
    mode: 'annotation',
    bugTracker: '',
    // CVAT's: what moves is followed from one job into the next.
    ...(input.mode === 'interpolation' ? { overlap: videoOverlap } : {}),
    ...fields,
    ...place,
    uid,
    projectId,
    assigneeId,
    name: input.name.trim(),
    guide: '',
    storageIds: storageIdsOf(input),
    size: 0,
    status: 'annotation',
    ready: false,
    createdAt: now,
    updatedAt: now,
  };
}
