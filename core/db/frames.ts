/** A task's frames on disk: written in order while it is made or grows, read by their number. */
import type { Size } from '../geometry/point.ts';
import { type FrameEntry, type FrameItem, framesPerPage, type RelatedImages } from '../model/frame.ts';
import type { TaskId } from '../model/ids.ts';
import type { Database } from './database.ts';
import { type FramePage, placeOfFrame, unpackFrames } from './frame-page.ts';
import type { FrameWriter } from './frame-writer.ts';

/** Pages that are read with one query where all are wanted. */
const pagesAtOnce = 16;

/** Only the worker writes frames: the page loads without it. */
const loadWriter = async () => import('./frame-writer.ts');

export class FrameRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Begins a task anew: what was written of it before is gone. Nobody sees its frames before `finish`. */
  async write(taskId: TaskId): Promise<FrameWriter> {
    const db = this.#db;
    const tables = [db.frames, db.frameSizes, db.items, db.related, db.jobs, db.settled];
    await db.transaction('rw', tables, async () => {
      for (const table of tables) {
        await table.where('taskId').equals(taskId).delete();
      }
    });
    return (await loadWriter()).openFrameWriter(db, taskId, 0, []);
  }

  /** Adds frames behind the task's last. Unfinished, they are not seen, and written over by the next who adds. */
  async append(taskId: TaskId): Promise<FrameWriter> {
    const size = (await this.#db.tasks.get(taskId))?.size ?? 0;
    const { page, index } = placeOfFrame(size);
    const row = index === 0 ? undefined : await this.#db.frames.get([taskId, page]);
    const pending = row ? unpackFrames(row).slice(0, index) : [];
    return (await loadWriter()).openFrameWriter(this.#db, taskId, page, pending);
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

  /** Images beside frames `from` to `to`, both inclusive; frames without any are left out. */
  async related(id: TaskId, from: number, to: number): Promise<RelatedImages[]> {
    return this.#db.related.where('[taskId+frame]').between([id, from], [id, to], true, true).toArray();
  }

  async hasRelated(id: TaskId): Promise<boolean> {
    return (await this.#db.related.where('taskId').equals(id).limit(1).count()) > 0;
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
