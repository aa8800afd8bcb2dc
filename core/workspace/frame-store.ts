/** Where a task's frames are read from: their storage, or a copy on this device where the source keeps some. */
import type { StorageId } from '../model/ids.ts';
import type { Task } from '../model/task.ts';
import { withLocalCopy } from '../storage/local-copy.ts';
import type { ObjectStore } from '../storage/object-store.ts';
import type { House } from './open-workspace.ts';

/** Under which the copies of a storage's objects are kept. */
export function copiesOf(storageId: StorageId): string {
  return `storage-${storageId}`;
}

export async function openFrameStore(
  { vault, copies }: Pick<House, 'vault' | 'copies'>,
  { sources }: Pick<Task, 'sources'>,
  storageId: StorageId,
): Promise<ObjectStore> {
  const store = await vault.open(storageId);
  const limitBytes = Math.max(...sources.map(({ localCopyBytes }) => localCopyBytes));
  return limitBytes > 0
    ? withLocalCopy(store, await copies(), { uid: copiesOf(storageId), limitBytes })
    : store;
}
