/** Another storage for a task: the same objects at another place. */
import { exchangeStorage as exchange, takeExchangeBack } from '../db/exchange-storage.ts';
import { InvalidDataError, isError } from '../errors.ts';
import type { StorageId, TaskId } from '../model/ids.ts';
import { formatCount } from '../util/numbers.ts';
import type { House } from './open-workspace.ts';

/** Frames that are looked for in the new storage, spread over the task. */
const samples = 8;

/**
 * Gives what undoes it. Throws `InvalidDataError` where the new storage does not hold the task's objects, of which
 * some are looked for, and what keeps them from being looked for.
 */
export async function exchangeStorage(
  { tasks, frames, vault, database, ports }: House,
  taskId: TaskId,
  from: StorageId,
  to: StorageId,
): Promise<() => Promise<void>> {
  const task = await tasks.get(taskId);
  if (!task) throw new InvalidDataError('This task was deleted.', { where: `task ${taskId}` });
  const { store, storage } = await vault.openWithSettings(to);
  const missing: string[] = [];
  const step = Math.max(1, Math.floor(task.size / samples));
  for (let frame = 0; frame < task.size; frame += step) {
    const [entry] = await frames.list(taskId, frame, frame);
    if (entry?.storageId !== from) continue;
    try {
      await store.stat(entry.key);
    } catch (error) {
      if (!isError(error, 'storage') || error.code !== 'not-found') throw error;
      missing.push(entry.key);
    }
  }
  if (missing.length > 0) {
    throw new InvalidDataError(
      `“${storage.name}” does not hold ${formatCount(missing.length)} of the task’s objects that were looked for.`,
      {
        where: missing[0] ?? '',
        remedy: { text: 'Copy them there under the same keys, or choose another storage.' },
      },
    );
  }
  const exchanged = await exchange(database, taskId, from, to, ports.clock.now());
  return async () => {
    if (exchanged) await takeExchangeBack(database, taskId, exchanged, ports.clock.now());
  };
}
