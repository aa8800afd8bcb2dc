/** Writes a task's frames in their order, and its jobs with the last of them. */
import {
  type FrameEntry,
  type FrameItem,
  framesPerPage,
  type NewFrame,
  plainAddress,
  type RelatedImages,
} from '../model/frame.ts';
import type { StorageId, TaskId } from '../model/ids.ts';
import { storageIdsOf, type Task } from '../model/task.ts';
import type { Database, FrameSizeRow } from './database.ts';
import { packFrames, unpackFrames } from './frame-page.ts';
import { addJobs, type JobPlan } from './new-jobs.ts';
import { relatedRows } from './related.ts';
import { keepTasks } from './statuses.ts';
import { settle, settleOffers } from './sync-writes.ts';

/** Offered frames that are frames of a task now: of the one they were offered for, or of another. */
interface Settles {
  readonly offersOf: TaskId;
  readonly as: 'frames' | 'task';
}

export interface FrameWriter {
  /** Takes frames in their order; whole pages are on disk when it resolves. */
  add(frames: readonly NewFrame[]): Promise<void>;
  /** Frames taken so far, those included that were there before. */
  readonly size: number;
  /** Puts also the page on disk that is not full yet. */
  flush(): Promise<void>;
  /** Keeps the images beside the frames that are on disk, once `flush` has put them there. */
  relate(relatedOf: (frame: FrameEntry) => readonly string[]): Promise<void>;
  /** Keeps frames that are none of this task's, so that no sync offers them. */
  leaveOut(frames: readonly NewFrame[]): Promise<void>;
  /** Writes what is left, the jobs, and makes the task ready, in one transaction, which settles offers too. */
  finish(plan: JobPlan, now: number, settles?: Settles): Promise<void>;
}

/** `pending` are the frames of the page that is not full yet. */
export function openFrameWriter(
  db: Database,
  taskId: TaskId,
  firstPage: number,
  pending: readonly FrameEntry[],
): FrameWriter {
  let page = firstPage;
  let waiting: NewFrame[] = [...pending];
  let fresh = waiting.length;
  const storageIds = new Set<StorageId>();
  let left: NewFrame[] = [];

  async function flush(frames: readonly NewFrame[]): Promise<void> {
    const items: FrameItem[] = [];
    const sizes: FrameSizeRow[] = [];
    const beside: RelatedImages[] = [];
    for (let index = fresh; index < frames.length; index++) {
      const { item, picture, related: keys } = frames[index] ?? {};
      const place = { taskId, frame: page * framesPerPage + index };
      if (item) items.push({ ...item, ...place });
      if (keys && keys.length > 0) beside.push({ ...place, keys });
      if (picture) sizes.push({ ...picture, ...place });
    }
    await db.frames.put(packFrames(taskId, page, frames));
    if (items.length > 0) await db.items.bulkPut(items);
    if (beside.length > 0) await db.related.bulkPut(beside);
    if (sizes.length > 0) await db.frameSizes.bulkPut(sizes);
  }

  return {
    get size() {
      return page * framesPerPage + waiting.length;
    },
    async add(frames) {
      waiting = waiting.concat(frames);
      for (const { storageId } of frames) storageIds.add(storageId);
      while (waiting.length >= framesPerPage) {
        await flush(waiting.slice(0, framesPerPage));
        waiting = waiting.slice(framesPerPage);
        page += 1;
        fresh = 0;
      }
    },
    flush: async () => (waiting.length > 0 ? flush(waiting) : undefined),
    async relate(relatedOf) {
      for (let at = firstPage; at <= page; at++) {
        const row = await db.frames.get([taskId, at]);
        if (row) await db.related.bulkPut(relatedRows(taskId, at, unpackFrames(row), relatedOf));
      }
    },
    async leaveOut(frames) {
      left = left.concat(frames);
      if (left.length < framesPerPage) return;
      const full = left;
      left = [];
      await settle(db, taskId, full);
    },
    async finish(plan, now, settles) {
      const size = page * framesPerPage + waiting.length;
      const tables = [
        db.tasks,
        db.projects,
        db.frames,
        db.frameSizes,
        db.items,
        db.related,
        db.jobs,
        db.offers,
        db.settled,
      ];
      await db.transaction('rw', tables, async () => {
        if (waiting.length > 0) await flush(waiting);
        if (left.length > 0) await settle(db, taskId, left);
        await addJobs(db, taskId, plan, now);
        await db.tasks.update(taskId, {
          size,
          ready: true,
          updatedAt: now,
          ...storagesOf(await db.tasks.get(taskId), storageIds),
        });
        await keepTasks(db, [taskId]);
        if (settles?.as === 'task') await settleOffers(db, settles.offersOf);
        if (settles?.as === 'frames') await db.offers.where('taskId').equals(settles.offersOf).delete();
      });
    },
  };
}

/** What a task that has got frames says of storages. */
function storagesOf(
  task: Task | undefined,
  added: ReadonlySet<StorageId>,
): Partial<Pick<Task, 'storageIds' | 'frameStorageIds'>> {
  if (!task) return {};
  const all = new Set([...(task.frameStorageIds ?? []), ...added]);
  all.delete(plainAddress);
  const frameStorageIds = [...all];
  return { frameStorageIds, storageIds: storageIdsOf({ ...task, frameStorageIds }) };
}
