/** Tasks with their frames and jobs. */
import type { Size } from '../geometry/point.ts';
import { type FrameEntry, framesPerPage } from '../model/frame.ts';
import type { JobId, StorageId, TaskId } from '../model/ids.ts';
import type { Segment } from '../model/segments.ts';
import type { Task } from '../model/task.ts';
import type { Database } from './database.ts';
import { packFrames, placeOfFrame, unpackFrames } from './frame-page.ts';

export class TaskRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async add(task: Omit<Task, 'id'>): Promise<TaskId> {
    return this.#db.tasks.add(task);
  }

  async get(id: TaskId): Promise<Task | undefined> {
    return this.#db.tasks.get(id);
  }

  /** Newest first. */
  async list(): Promise<Task[]> {
    return this.#db.tasks.orderBy('id').reverse().toArray();
  }

  async update(id: TaskId, patch: Partial<Omit<Task, 'id'>>): Promise<void> {
    await this.#db.tasks.update(id, patch);
  }

  /** The tasks that read from or write to a storage. */
  async usingStorage(id: StorageId): Promise<Task[]> {
    const { tasks } = this.#db;
    return tasks.where('sourceStorageId').equals(id).or('targetStorageId').equals(id).toArray();
  }

  /** Writes all frames and jobs of a task and makes it ready, in one transaction: it is whole or not there. */
  async fill(
    id: TaskId,
    frames: readonly FrameEntry[],
    segments: readonly Segment[],
    now: number,
  ): Promise<void> {
    const db = this.#db;
    await db.transaction('rw', [db.tasks, db.frames, db.jobs], async () => {
      await db.frames.where('taskId').equals(id).delete();
      await db.jobs.where('taskId').equals(id).delete();
      for (let start = 0; start < frames.length; start += framesPerPage) {
        const page = packFrames(id, start / framesPerPage, frames.slice(start, start + framesPerPage));
        await db.frames.put(page);
      }
      await db.jobs.bulkAdd(
        segments.map((segment) => ({
          ...segment,
          taskId: id,
          stage: 'annotation' as const,
          state: 'new' as const,
          annotatedFrames: 0,
          objectCount: 0,
          lastFrame: segment.startFrame,
          createdAt: now,
          updatedAt: now,
        })),
      );
      await db.tasks.update(id, { size: frames.length, ready: true, updatedAt: now });
    });
  }

  /** Frames `from` to `to`, both inclusive; fewer where the task ends earlier. */
  async frames(id: TaskId, from: number, to: number): Promise<FrameEntry[]> {
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
  async *framePages(id: TaskId): AsyncGenerator<readonly FrameEntry[]> {
    for (let page = 0; ; page += 1) {
      const row = await this.#db.frames.get([id, page]);
      if (!row) return;
      yield unpackFrames(row);
    }
  }

  async keepFrameSize(id: TaskId, frame: number, size: Size): Promise<void> {
    await this.#db.frameSizes.put({ taskId: id, frame, width: size.width, height: size.height });
  }

  /** The sizes that are known of frames `from` to `to`, both inclusive. */
  async frameSizes(id: TaskId, from: number, to: number): Promise<ReadonlyMap<number, Size>> {
    const rows = await this.#db.frameSizes
      .where('[taskId+frame]')
      .between([id, from], [id, to], true, true)
      .toArray();
    return new Map(rows.map(({ frame, width, height }) => [frame, { width, height }]));
  }

  /** The task with everything that hangs on it. */
  async remove(id: TaskId): Promise<void> {
    const db = this.#db;
    const tables = [
      db.tasks,
      db.frames,
      db.frameSizes,
      db.jobs,
      db.annotations,
      db.log,
      db.journals,
      db.thumbnails,
    ];
    await db.transaction('rw', tables, async () => {
      const jobIds: JobId[] = await db.jobs.where('taskId').equals(id).primaryKeys();
      await db.annotations.where('jobId').anyOf(jobIds).delete();
      await db.log.where('jobId').anyOf(jobIds).delete();
      await db.journals.bulkDelete(jobIds);
      await db.jobs.bulkDelete(jobIds);
      await db.frames.where('taskId').equals(id).delete();
      await db.frameSizes.where('taskId').equals(id).delete();
      await db.thumbnails.where('taskId').equals(id).delete();
      await db.tasks.delete(id);
    });
  }

  async thumbnail(id: TaskId, frame: number): Promise<Blob | undefined> {
    return (await this.#db.thumbnails.get([id, frame]))?.blob;
  }

  async keepThumbnail(id: TaskId, frame: number, blob: Blob): Promise<void> {
    await this.#db.thumbnails.put({ taskId: id, frame, blob });
  }
}
