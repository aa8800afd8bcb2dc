/** Which tasks read from a storage, and which write to it. */
import type { StorageId } from '#core/model/ids.ts';
import type { Task } from '#core/model/task.ts';

export interface StorageUses {
  readonly sourceOf: readonly Task[];
  readonly targetOf: readonly Task[];
  /** True where there may be others: not all were looked at. */
  readonly more: boolean;
}

export function usesOf(id: StorageId, tasks: readonly Task[], more: boolean): StorageUses {
  return {
    sourceOf: tasks.filter(({ sources }) => sources.some(({ storageId }) => storageId === id)),
    targetOf: tasks.filter(({ targets }) => targets.some(({ storageId }) => storageId === id)),
    more,
  };
}

/** Those that keep it from being removed, each once. */
export function usersOf({ sourceOf, targetOf }: StorageUses): Task[] {
  return [...new Map([...sourceOf, ...targetOf].map((task) => [task.id, task])).values()];
}
