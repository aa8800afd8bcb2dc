/** From version 1, where a task had one source and frames no storage of their own. */
import type { Transaction } from 'dexie';
import { newTarget } from '../model/target.ts';
import { wholeSource } from '../model/source.ts';
import { storageIdsOf } from '../model/task.ts';

/** As version 1 wrote it, and nobody else. */
interface OldTask {
  readonly id: number;
  readonly sourceStorageId: number;
  readonly targetStorageId?: number;
  readonly selection: { readonly prefix: string; readonly pattern: string };
}

export async function toVersion2(transaction: Transaction): Promise<void> {
  await transaction
    .table('storages')
    .toCollection()
    .modify((row: object) => {
      Object.assign(row, { description: '', manifests: [], owner: '' });
    });
  const storageOfTask = new Map<number, number>();
  await transaction
    .table('tasks')
    .toCollection()
    .modify((row: OldTask) => {
      const old = { ...row };
      storageOfTask.set(old.id, old.sourceStorageId);
      const source = {
        ...wholeSource(old.sourceStorageId, old.selection.prefix),
        filter: { kind: 'glob' as const, pattern: old.selection.pattern },
      };
      const targets = old.targetStorageId === undefined ? [] : [newTarget(old.targetStorageId, '')];
      const sources = [source];
      Object.assign(row, { sources, targets, storageIds: storageIdsOf({ sources, targets }) });
      for (const gone of ['sourceStorageId', 'targetStorageId', 'selection'])
        Reflect.deleteProperty(row, gone);
    });
  await transaction
    .table('frames')
    .toCollection()
    .modify((row: { taskId: number; storageIds?: number }) => {
      row.storageIds = storageOfTask.get(row.taskId) ?? 0;
    });
}
