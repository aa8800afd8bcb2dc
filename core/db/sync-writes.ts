/** What syncs write. */
import { framesPerPage, type NewFrame } from '../model/frame.ts';
import type { RequestId, TaskId } from '../model/ids.ts';
import type { FrameMark } from '../model/sync.ts';
import type { Database, OfferPage, SyncProgressRow } from './database.ts';
import { packFrames, unpackFrames } from './frame-page.ts';
import { relatedRows } from './related.ts';
import type { LastSync, RelatedOf, SyncStretch } from './syncs.ts';

/** Where this request left off, else a fresh start: offers of earlier syncs are looked for anew. */
export async function beginSync(
  db: Database,
  taskId: TaskId,
  requestId: RequestId,
  frames: number,
): Promise<SyncProgressRow> {
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
export async function checkpointSync(
  db: Database,
  progress: SyncProgressRow,
  stretch: SyncStretch,
): Promise<void> {
  const { taskId } = progress;
  await db.transaction('rw', [db.syncProgress, db.offers, db.frameMarks], async () => {
    await offer(db, taskId, stretch.offered);
    await mark(db, taskId, stretch);
    await db.syncProgress.put(progress);
  });
}

/** Writes the end of a sync: its last stretch, with the marks that only the end can tell. */
export async function finishSync(
  db: Database,
  state: LastSync,
  stretch: SyncStretch,
  relatedOf?: RelatedOf,
): Promise<void> {
  const tables = [db.syncs, db.syncProgress, db.offers, db.frameMarks, db.frames, db.related];
  await db.transaction('rw', tables, async () => {
    await offer(db, state.taskId, stretch.offered);
    if (relatedOf) await relate(db, state.taskId, relatedOf);
    await mark(db, state.taskId, stretch);
    await db.syncs.put(state);
    await db.syncProgress.delete(state.taskId);
  });
}

async function mark(
  db: Database,
  taskId: TaskId,
  { marked, unmarked }: Omit<SyncStretch, 'offered'>,
): Promise<void> {
  const { frameMarks } = db;
  await frameMarks.bulkPut([...marked]);
  await frameMarks.bulkDelete(unmarked.map((frame): [TaskId, number] => [taskId, frame]));
}

async function offer(db: Database, taskId: TaskId, offered: readonly NewFrame[]): Promise<void> {
  if (offered.length === 0) return;
  const { offers } = db;
  const last = await offers.where('taskId').equals(taskId).last();
  await offers.put(packOffer(taskId, last === undefined ? 0 : last.page + 1, offered));
}

/** Takes changed objects for what they are now; their sizes and small pictures are found out anew. */
export async function acceptChanged(
  db: Database,
  taskId: TaskId,
  marks: readonly FrameMark[],
): Promise<void> {
  await db.transaction('rw', [db.frameMarks, db.frames, db.items, db.frameSizes, db.thumbnails], async () => {
    const changed = new Map(marks.flatMap(({ frame, now }) => (now ? [[frame, now] as const] : [])));
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
  });
}

/** Says which images lie beside a task's frames, and beside those on offer. */
async function relate(db: Database, taskId: TaskId, relatedOf: RelatedOf): Promise<void> {
  await db.transaction('rw', [db.frames, db.related, db.offers], async () => {
    await db.related.where('taskId').equals(taskId).delete();
    const pages = await db.frames.where('taskId').equals(taskId).primaryKeys();
    for (const place of pages) {
      const row = await db.frames.get(place);
      if (row) await db.related.bulkPut(relatedRows(taskId, row.page, unpackFrames(row), relatedOf));
    }
    await db.offers
      .where('taskId')
      .equals(taskId)
      .modify((row) => {
        const extras = unpackFrames(row).map((frame, index) => {
          const { picture, item } = row.extras[index] ?? {};
          const related = relatedOf(frame);
          return { picture, item, ...(related.length > 0 ? { related } : {}) };
        });
        Object.assign(row, { extras });
      });
  });
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
  const isPlain = frames.every(({ picture, item, related }) => !picture && !item && !related);
  const extras = isPlain
    ? []
    : frames.map(({ picture, item, related }) => ({ picture, item, ...(related ? { related } : {}) }));
  return { ...packFrames(taskId, page, frames), extras };
}
