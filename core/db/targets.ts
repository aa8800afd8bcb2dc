/** What was written to targets, what waits to be, and conflicts. */
import type { ErrorReport } from '../errors.ts';
import type { StorageId, TaskId } from '../model/ids.ts';
import type { Conflict, Waiting, Written } from '../model/written.ts';
import type { Database } from './database.ts';

export interface TargetCounts {
  readonly written: number;
  readonly waiting: number;
  readonly conflicts: number;
  readonly failing: number;
}

export class TargetRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async written(taskId: TaskId, storageId: StorageId, frame: number): Promise<Written | undefined> {
    return this.#db.written.get([taskId, storageId, frame]);
  }

  /** Everything that was written of a task to a storage, by frame. */
  async allWritten(taskId: TaskId, storageId: StorageId): Promise<Written[]> {
    return this.#db.written
      .where('[taskId+storageId+frame]')
      .between([taskId, storageId, 0], [taskId, storageId, Number.POSITIVE_INFINITY])
      .toArray();
  }

  /** Keeps a key for a frame before it is written first: `key`, or `otherwise` where another frame has that. */
  async claim(
    row: Pick<Written, 'taskId' | 'storageId' | 'frame'>,
    key: string,
    otherwise: string,
  ): Promise<string> {
    const { written } = this.#db;
    return this.#db.transaction('rw', written, async () => {
      const holder = await written.where('[storageId+key]').equals([row.storageId, key]).first();
      const isTaken = holder && (holder.taskId !== row.taskId || holder.frame !== row.frame);
      const claimed = isTaken ? otherwise : key;
      await written.put({ ...row, key: claimed, etag: '', hash: '', sent: '' });
      return claimed;
    });
  }

  /** What is known of the object from now on; with it ends the conflict that there was. */
  async keepWritten(row: Written): Promise<void> {
    const db = this.#db;
    await db.transaction('rw', [db.written, db.conflicts], async () => {
      await db.written.put(row);
      await db.conflicts.delete([row.taskId, row.storageId, row.frame]);
    });
  }

  async forgetWritten(taskId: TaskId, storageId: StorageId, frame: number): Promise<void> {
    const db = this.#db;
    await db.transaction('rw', [db.written, db.conflicts], async () => {
      await db.written.delete([taskId, storageId, frame]);
      await db.conflicts.delete([taskId, storageId, frame]);
    });
  }

  /** What waits and is due first. */
  async nextWaiting(): Promise<Waiting | undefined> {
    return this.#db.outbox.orderBy('dueAt').first();
  }

  async waiting(taskId: TaskId, frame: number): Promise<Waiting | undefined> {
    return this.#db.outbox.get([taskId, frame]);
  }

  async waitingOf(taskId: TaskId): Promise<Waiting[]> {
    return this.#db.outbox.where('taskId').equals(taskId).toArray();
  }

  /** Takes a frame out, unless it was changed again in the meantime. */
  async sent({ taskId, frame, changes }: Waiting): Promise<void> {
    const { outbox } = this.#db;
    await this.#db.transaction('rw', outbox, async () => {
      const now = await outbox.get([taskId, frame]);
      if (now?.changes === changes) await outbox.delete([taskId, frame]);
    });
  }

  async failed({ taskId, frame, failures }: Waiting, error: ErrorReport, dueAt: number): Promise<void> {
    await this.#db.outbox.update([taskId, frame], { failures: failures + 1, error, dueAt });
  }

  async postpone({ taskId, frame }: Waiting, dueAt: number): Promise<void> {
    await this.#db.outbox.update([taskId, frame], { dueAt });
  }

  /** Everything that waits is due now: the network is back, or somebody mended the storage. */
  async hurry(now: number): Promise<void> {
    await this.#db.outbox.toCollection().modify({ dueAt: now });
  }

  async keepConflict(conflict: Conflict): Promise<void> {
    await this.#db.conflicts.put(conflict);
  }

  async conflict(taskId: TaskId, storageId: StorageId, frame: number): Promise<Conflict | undefined> {
    return this.#db.conflicts.get([taskId, storageId, frame]);
  }

  /** By frame. */
  async conflicts(taskId: TaskId): Promise<Conflict[]> {
    return this.#db.conflicts.where('taskId').equals(taskId).sortBy('frame');
  }

  async counts(taskId: TaskId): Promise<TargetCounts> {
    const [written, waiting, conflicts] = await Promise.all([
      this.#db.written
        .where('taskId')
        .equals(taskId)
        .filter(({ etag }) => etag !== '')
        .count(),
      this.waitingOf(taskId),
      this.#db.conflicts.where('taskId').equals(taskId).count(),
    ]);
    const failing = waiting.filter(({ error }) => error).length;
    return { written, waiting: waiting.length - failing, conflicts, failing };
  }
}

/** Notes frames that changed, to be written a moment later; within a transaction on the outbox. */
export async function putIntoOutbox(
  db: Database,
  taskId: TaskId,
  frames: Iterable<number>,
  dueAt: number,
): Promise<void> {
  for (const frame of frames) {
    const before = await db.outbox.get([taskId, frame]);
    await db.outbox.put({
      taskId,
      frame,
      changes: (before?.changes ?? 0) + 1,
      dueAt,
      failures: 0,
      error: undefined,
    });
  }
}
