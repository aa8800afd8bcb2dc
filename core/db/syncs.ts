/** What syncs have found: offers, what was decided on them, marks on frames, and how far a running one has come. */
import { type FrameEntry, framesPerPage, type NewFrame } from '../model/frame.ts';
import type { RequestId, TaskId } from '../model/ids.ts';
import type { FrameMark, SyncState } from '../model/sync.ts';
import type { Database, OfferPage, SyncProgressRow } from './database.ts';
import { packFrames, unpackFrames } from './frame-page.ts';

/** What a stretch of listing has brought. */
export interface SyncStretch {
  readonly offered: readonly NewFrame[];
  readonly marked: readonly FrameMark[];
  /** Frames that are as they were again. */
  readonly unmarked: readonly number[];
}

/** How the last sync that ended has ended; one that runs is told by its request. */
export type LastSync = Pick<SyncState, 'taskId' | 'status' | 'finishedAt' | 'listed' | 'failures'>;

export class SyncRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async last(taskId: TaskId): Promise<LastSync | undefined> {
    return this.#db.syncs.get(taskId);
  }

  /** Where this request left off, else a fresh start: offers of earlier syncs are looked for anew. */
  async begin(taskId: TaskId, requestId: RequestId, frames: number): Promise<SyncProgressRow> {
    const db = this.#db;
    return db.transaction('rw', [db.syncProgress, db.offers], async () => {
      const left = await db.syncProgress.get(taskId);
      if (left?.requestId === requestId) return left;
      await db.offers.where('taskId').equals(taskId).delete();
      const row: SyncProgressRow = {
        taskId,
        requestId,
        source: 0,
        after: undefined,
        seen: new Uint8Array(Math.ceil(frames / 8)),
        listed: 0,
        offered: 0,
        failures: { total: 0, items: [] },
      };
      await db.syncProgress.put(row);
      return row;
    });
  }

  /** Writes what was found together with how far that is: a sync that is killed goes on from here. */
  async checkpoint(progress: SyncProgressRow, stretch: SyncStretch): Promise<void> {
    const db = this.#db;
    const { taskId } = progress;
    await db.transaction('rw', [db.syncProgress, db.offers, db.frameMarks], async () => {
      await this.#offer(taskId, stretch.offered);
      await this.#mark(taskId, stretch);
      await db.syncProgress.put(progress);
    });
  }

  /** Writes the end of a sync: its last stretch, with the marks that only the end can tell. */
  async finish(state: LastSync, stretch: SyncStretch): Promise<void> {
    const db = this.#db;
    await db.transaction('rw', [db.syncs, db.syncProgress, db.offers, db.frameMarks], async () => {
      await this.#offer(state.taskId, stretch.offered);
      await this.#mark(state.taskId, stretch);
      await db.syncs.put(state);
      await db.syncProgress.delete(state.taskId);
    });
  }

  async #mark(taskId: TaskId, { marked, unmarked }: Omit<SyncStretch, 'offered'>): Promise<void> {
    const { frameMarks } = this.#db;
    await frameMarks.bulkPut([...marked]);
    await frameMarks.bulkDelete(unmarked.map((frame): [TaskId, number] => [taskId, frame]));
  }

  async #offer(taskId: TaskId, offered: readonly NewFrame[]): Promise<void> {
    if (offered.length === 0) return;
    const { offers } = this.#db;
    const last = await offers.where('taskId').equals(taskId).last();
    await offers.put(packOffer(taskId, last === undefined ? 0 : last.page + 1, offered));
  }

  /** Frames on offer, a page at a time. */
  async *offers(taskId: TaskId): AsyncGenerator<readonly NewFrame[]> {
    for (let page = 0; ; page++) {
      const row = await this.#db.offers.get([taskId, page]);
      if (!row) return;
      yield unpackOffer(row);
    }
  }

  async offered(taskId: TaskId): Promise<number> {
    let count = 0;
    await this.#db.offers
      .where('taskId')
      .equals(taskId)
      .each(({ rests }) => {
        count += rests.length;
      });
    return count;
  }

  /** Nobody is asked about the offered frames again. */
  async settle(taskId: TaskId): Promise<void> {
    const db = this.#db;
    await db.transaction('rw', [db.offers, db.settled], async () => settleOffers(db, taskId));
  }

  /** Frames that were on offer and are decided on, with the task file and row they come from. */
  async *settled(taskId: TaskId): AsyncGenerator<readonly NewFrame[]> {
    for (let page = 0; ; page++) {
      const row = await this.#db.settled.get([taskId, page]);
      if (!row) return;
      yield unpackOffer(row);
    }
  }

  /** By frame. */
  async marks(taskId: TaskId): Promise<FrameMark[]> {
    return this.#db.frameMarks.where('taskId').equals(taskId).sortBy('frame');
  }

  async countMarks(taskId: TaskId): Promise<{ changed: number; vanished: number }> {
    const marks = await this.marks(taskId);
    const changed = marks.filter(({ now }) => now).length;
    return { changed, vanished: marks.length - changed };
  }

  /** Takes changed objects for what they are now; their sizes and small pictures are found out anew. */
  async acceptChanged(taskId: TaskId): Promise<void> {
    const db = this.#db;
    await db.transaction(
      'rw',
      [db.frameMarks, db.frames, db.items, db.frameSizes, db.thumbnails],
      async () => {
        const changed = new Map(
          (await this.marks(taskId)).flatMap(({ frame, now }) => (now ? [[frame, now] as const] : [])),
        );
        const frames = [...changed.keys()].map((frame): [TaskId, number] => [taskId, frame]);
        await db.frames
          .where('taskId')
          .equals(taskId)
          .modify((row) => {
            const first = row.page * framesPerPage;
            const replaced = unpackFrames(row).map((frame, index) => changed.get(first + index) ?? frame);
            Object.assign(row, packFrames(taskId, row.page, replaced));
          });
        const items = [...changed].flatMap(([frame, { item }]) => (item ? [{ ...item, taskId, frame }] : []));
        await db.items.bulkPut(items);
        await db.frameSizes.bulkDelete(frames);
        await db.thumbnails.bulkDelete(frames);
        await db.frameMarks.bulkDelete(frames);
      },
    );
  }
}

/** Moves offers to what is settled; to be called within a transaction on both tables. */
export async function settleOffers(db: Database, taskId: TaskId): Promise<void> {
  const rows = await db.offers.where('taskId').equals(taskId).toArray();
  const settled = await db.settled.where('taskId').equals(taskId).count();
  await db.settled.bulkPut(rows.map((row, index) => ({ ...row, page: settled + index })));
  await db.offers.where('taskId').equals(taskId).delete();
}

/** Puts frames to what is settled that never were on offer. */
export async function settle(db: Database, taskId: TaskId, frames: readonly NewFrame[]): Promise<void> {
  await db.transaction('rw', db.settled, async () => {
    const page = await db.settled.where('taskId').equals(taskId).count();
    await db.settled.put(packOffer(taskId, page, frames));
  });
}

function packOffer(taskId: TaskId, page: number, frames: readonly NewFrame[]): OfferPage {
  const isPlain = frames.every(({ picture, item }) => picture === undefined && item === undefined);
  const extras = isPlain ? [] : frames.map(({ picture, item }) => ({ picture, item }));
  return { ...packFrames(taskId, page, frames), extras };
}

function unpackOffer(row: OfferPage): NewFrame[] {
  return unpackFrames(row).map((frame: FrameEntry, index) => {
    const { picture, item } = row.extras[index] ?? {};
    return { ...frame, ...(picture ? { picture } : {}), ...(item ? { item } : {}) };
  });
}
