/** Making tasks, and everything that is done with whole tasks. */
import { InvalidDataError } from '../errors.ts';
import type { Task } from '../model/task.ts';
import type { House } from './open-workspace.ts';
import { trySample } from './try-sample.ts';
import type { CreateTaskInput, Workspace } from './workspace.ts';

export function taskUses(house: House): Workspace['tasks'] {
  const { tasks, requests, ports } = house;
  const now = (): number => ports.clock.now();
  return {
    list: async () => tasks.list(),
    get: async (id) => tasks.get(id),
    remove: async (id) => tasks.remove(id),
    rename: async (id, name) => tasks.update(id, { name, updatedAt: now() }),
    trySample: async (onProgress) => trySample(house, onProgress),

    async create(input) {
      const taskId = await tasks.add(newTask(input, ports.random.uuid(), now()));
      const requestId = await requests.add({ kind: 'create-task', taskId }, now());
      return { taskId, requestId };
    },
  };
}

/** A task that is not ready yet. Throws what a form should have caught. */
export function newTask(input: CreateTaskInput, uid: string, now: number): Omit<Task, 'id'> {
  if (input.name.trim() === '') throw new InvalidDataError('A task has a name.', { where: 'name' });
  if (input.labels.length === 0)
    throw new InvalidDataError('A task has at least one label.', { where: 'labels' });
  return {
    uid,
    name: input.name.trim(),
    labels: input.labels,
    sourceStorageId: input.sourceStorageId,
    targetStorageId: input.targetStorageId,
    selection: { prefix: input.prefix, pattern: input.pattern },
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
