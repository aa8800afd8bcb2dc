/** Puts one storage in another's place, all over a task. */
import type { StorageId, TaskId } from '../model/ids.ts';
import { storageIdsOf, type Task } from '../model/task.ts';
import type { Database } from './database.ts';
import type { FramePage } from './frame-page.ts';

type Places = Pick<Task, 'sources' | 'targets' | 'frameStorageIds'>;

/** What an exchange has replaced. */
interface Exchanged {
  readonly places: Places;
  /** By the number of the page. */
  readonly pages: ReadonlyMap<number, FramePage['storageIds']>;
}

/** In one transaction; the keys of frames stay. What was written to the old storage is known there still. */
export async function exchangeStorage(
  db: Database,
  taskId: TaskId,
  from: StorageId,
  to: StorageId,
  now: number,
): Promise<Exchanged | undefined> {
  const other = (id: StorageId): StorageId => (id === from ? to : id);
  return db.transaction('rw', [db.tasks, db.frames], async () => {
    const task = await db.tasks.get(taskId);
    if (!task) return undefined;
    const { sources, targets, frameStorageIds = [] } = task;
    await keepPlaces(db, taskId, now, {
      sources: sources.map((source) => ({ ...source, storageId: other(source.storageId) })),
      targets: targets.map((target) => ({ ...target, storageId: other(target.storageId) })),
      frameStorageIds: [...new Set(frameStorageIds.map(other))],
    });
    const pages = new Map<number, FramePage['storageIds']>();
    await db.frames
      .where('taskId')
      .equals(taskId)
      .modify((page) => {
        const { storageIds } = page;
        pages.set(page.page, storageIds);
        Object.assign(page, {
          storageIds: typeof storageIds === 'number' ? other(storageIds) : storageIds.map(other),
        });
      });
    return { places: { sources, targets, frameStorageIds }, pages };
  });
}

/** Puts back what was replaced; frames that came since stay where they are. */
export async function takeExchangeBack(
  db: Database,
  taskId: TaskId,
  { places, pages }: Exchanged,
  now: number,
): Promise<void> {
  await db.transaction('rw', [db.tasks, db.frames], async () => {
    await keepPlaces(db, taskId, now, places);
    await db.frames
      .where('taskId')
      .equals(taskId)
      .modify((page) => {
        Object.assign(page, { storageIds: pages.get(page.page) ?? page.storageIds });
      });
  });
}

async function keepPlaces(db: Database, taskId: TaskId, now: number, places: Places): Promise<void> {
  await db.tasks.update(taskId, { ...places, storageIds: storageIdsOf(places), updatedAt: now });
}
