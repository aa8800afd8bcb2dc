/** What syncs have found: offers, what was decided on them, marks on frames, and how far a running one has come. */
import type { FrameEntry, NewFrame } from '../model/frame.ts';
import type { RequestId, TaskId } from '../model/ids.ts';
import type { FrameMark, SyncState } from '../model/sync.ts';
import type { Database, OfferPage, SyncProgressRow } from './database.ts';
import { unpackFrames } from './frame-page.ts';

/** What a stretch of listing has brought. */
export interface SyncStretch {
  readonly offered: readonly NewFrame[];
  readonly marked: readonly FrameMark[];
  /** Frames that are as they were again. */
  readonly unmarked: readonly number[];
}

/** Keys of the context images of a frame, in its own storage. */
export type RelatedOf = (frame: FrameEntry) => readonly string[];

/** How the last sync that ended has ended; one that runs is told by its request. */
export type LastSync = Pick<SyncState, 'taskId' | 'status' | 'finishedAt' | 'listed' | 'failures'>;

/** Only syncs and decisions write: the first page loads without it. */
const loadWrites = async () => import('./sync-writes.ts');

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
    return (await loadWrites()).beginSync(this.#db, taskId, requestId, frames);
  }

  /** Writes what was found together with how far that is: a sync that is killed goes on from here. */
  async checkpoint(progress: SyncProgressRow, stretch: SyncStretch): Promise<void> {
    await (await loadWrites()).checkpointSync(this.#db, progress, stretch);
  }

  /**
   * Writes the end of a sync: its last stretch, with the marks that only the end can tell, and which images lie beside
   * the task's frames and those on offer, where that is known anew.
   */
  async finish(state: LastSync, stretch: SyncStretch, relatedOf?: RelatedOf): Promise<void> {
    await (await loadWrites()).finishSync(this.#db, state, stretch, relatedOf);
  }

  /** Takes changed objects for what they are now; their sizes and small pictures are found out anew. */
  async acceptChanged(taskId: TaskId): Promise<void> {
    await (await loadWrites()).acceptChanged(this.#db, taskId, await this.marks(taskId));
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
    const { settleOffers } = await loadWrites();
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
}

function unpackOffer(row: OfferPage): NewFrame[] {
  return unpackFrames(row).map((frame: FrameEntry, index) => {
    const { picture, item, related } = row.extras[index] ?? {};
    return {
      ...frame,
      ...(picture ? { picture } : {}),
      ...(item ? { item } : {}),
      ...(related ? { related } : {}),
    };
  });
}
