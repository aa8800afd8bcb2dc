/** The row of a task that is being made. */
import { InvalidDataError } from '../errors.ts';
import { storageIdsOf, type Task } from '../model/task.ts';
import type { CreateTaskInput } from './workspace.ts';

/** A task that is not ready yet. Throws what a form should have caught. */
export function newTask(input: CreateTaskInput, uid: string, now: number): Omit<Task, 'id'> {
  if (input.name.trim() === '') throw new InvalidDataError('A task has a name.', { where: 'name' });
  if (input.labels.length === 0)
    throw new InvalidDataError('A task has at least one label.', { where: 'labels' });
  return {
    uid,
    name: input.name.trim(),
    labels: input.labels,
    sources: input.sources,
    targets: input.targets,
    storageIds: storageIdsOf(input),
    sorting: input.sorting,
    segmentSize: input.segmentSize,
    overlap: input.overlap,
    size: 0,
    status: 'annotation',
    ready: false,
    createdAt: now,
    updatedAt: now,
  };
}
