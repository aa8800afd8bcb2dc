/** A task's frames on disk: written in order while it is made or grows, read by their number. */
import type { Size } from '../geometry/point.ts';
import {
  type FrameEntry,
  type FrameItem,
  framesPerPage,
  type NewFrame,
  plainAddress,
} from '../model/frame.ts';
import type { StorageId, TaskId } from '../model/ids.ts';
import { storageIdsOf, type Task } from '../model/task.ts';
import type { Database, FrameSizeRow } from './database.ts';
import { type FramePage, packFrames, placeOfFrame, unpackFrames } from './frame-page.ts';
import { addJobs, type JobPlan } from './new-jobs.ts';
import { keepTasks } from './statuses.ts';
import { settle, settleOffers } from './syncs.ts';

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
  /** Keeps frames that are none of this task's, so that no sync offers them. */
  leaveOut(frames: readonly NewFrame[]): Promise<void>;
  /** Writes what is left, the jobs, and makes the task ready, in one transaction, which settles offers too. */
  finish(plan: JobPlan, now: number, settles?: Settles): Promise<void>;
}

/** Pages that are read with one query where all are wanted. */
const pagesAtOnce = 16;

export class FrameRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Begins a task anew: what was written of it before is gone. Nobody sees its frames before `finish`. */
  async write(taskId: TaskId): Promise<FrameWriter> {
    const db = this.#db;
    const tables = [db.frames, db.frameSizes, db.items, db.jobs, db.settled];
    await db.transaction('rw', tables, async () => {
      for (const table of tables) {
        await table.where('taskId').equals(taskId).delete();
      }
    });
    return this.#writer(taskId, 0, []);
  }

  /** Adds frames behind the task's last. Unfinished, they are not seen, and written over by the next who adds. */
  async append(taskId: TaskId): Promise<FrameWriter> {
    const size = (await this.#db.tasks.get(taskId))?.size ?? 0;
    const { page, index } = placeOfFrame(size);
    const row = index === 0 ? undefined : await this.#db.frames.get([taskId, page]);
    return this.#writer(taskId, page, row ? unpackFrames(row).slice(0, index) : []);
  }

  /** `pending` are the frames of the page that is not full yet. */
  #writer(taskId: TaskId, firstPage: number, pending: readonly FrameEntry[]): FrameWriter {
    const db = this.#db;
    let page = firstPage;
    let waiting: NewFrame[] = [...pending];
    let fresh = waiting.length;
    const storageIds = new Set<StorageId>();
    let left: NewFrame[] = [];

    async function flush(frames: readonly NewFrame[]): Promise<void> {
      const items: FrameItem[] = [];
      const sizes: FrameSizeRow[] = [];
      for (let index = fresh; index < frames.length; index++) {
        const { item, picture } = frames[index] ?? {};
        const place = { taskId, frame: page * framesPerPage + index };
        if (item) items.push({ ...item, ...place });
        if (picture) sizes.push({ ...picture, ...place });
      }
      await db.frames.put(packFrames(taskId, page, frames));
      if (items.length > 0) await db.items.bulkPut(items);
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

  /** What a writer has put on disk of a task that is not ready yet, in its order. */
  async unfinished(taskId: TaskId): Promise<FramePage[]> {
    return this.#db.frames.where('taskId').equals(taskId).toArray();
  }

  /** Frames `from` to `to`, both inclusive; fewer where the task ends earlier. */
  async list(id: TaskId, from: number, to: number): Promise<FrameEntry[]> {
    const first = placeOfFrame(from);
    const last = placeOfFrame(to);
    const pages = await this.#db.frames
      .where('[taskId+page]')
      .between([id, first.page], [id, last.page], true, true)
      .toArray();
    const offset = first.page * framesPerPage;
    return pages.flatMap(unpackFrames).slice(from - offset, to - offset + 1);
  }

  /** Every frame, a page at a time. */
  async *pages(id: TaskId): AsyncGenerator<readonly FrameEntry[]> {
    const size = (await this.#db.tasks.get(id))?.size ?? 0;
    for (let page = 0; page * framesPerPage < size; page += pagesAtOnce) {
      const rows = await this.#db.frames
        .where('[taskId+page]')
        .between([id, page], [id, page + pagesAtOnce])
        .toArray();
      for (const row of rows) yield unpackFrames(row).slice(0, size - row.page * framesPerPage);
    }
  }

  /** What a frame was made from; undefined where its source holds no task files. */
  async item(id: TaskId, frame: number): Promise<FrameItem | undefined> {
    return this.#db.items.get([id, frame]);
  }

  /** Those of frames `from` to `to`, both inclusive. */
  async items(id: TaskId, from: number, to: number): Promise<FrameItem[]> {
    return this.#db.items.where('[taskId+frame]').between([id, from], [id, to], true, true).toArray();
  }

  async keepSize(id: TaskId, frame: number, size: Size): Promise<void> {
    await this.#db.frameSizes.put({ taskId: id, frame, width: size.width, height: size.height });
  }

  /** The sizes that are known of frames `from` to `to`, both inclusive. */
  async sizes(id: TaskId, from: number, to: number): Promise<ReadonlyMap<number, Size>> {
    const rows = await this.#db.frameSizes
      .where('[taskId+frame]')
      .between([id, from], [id, to], true, true)
      .toArray();
    return new Map(rows.map(({ frame, width, height }) => [frame, { width, height }]));
  }

  async thumbnail(id: TaskId, frame: number): Promise<Blob | undefined> {
    return (await this.#db.thumbnails.get([id, frame]))?.blob;
  }

  async keepThumbnail(id: TaskId, frame: number, blob: Blob): Promise<void> {
    await this.#db.thumbnails.put({ taskId: id, frame, blob });
  }
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
