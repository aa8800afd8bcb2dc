/**
 * Changes objects of whole jobs where they lie: in frame documents, and in every log entry, so that undo never
 * brings back what is no more. Within a transaction on `objectTables`.
 */
import type { JobId, TaskId } from '../../model/ids.ts';
import type { Job } from '../../model/job.ts';
import type { Change, LogEntry } from '../../model/log-entry.ts';
import type { FrameAnnotations, Shape } from '../../model/shape.ts';
import { AnnotationRepository } from '../annotations.ts';
import type { Database } from '../database.ts';
import { putIntoOutbox } from '../targets.ts';

export function objectTables(db: Database) {
  return [db.annotations, db.log, db.journals, db.jobs, db.tasks, db.projects, db.outbox];
}

/** The shape as it is from now on; the same one where nothing changes, undefined where it goes. */
export type Rewrite = (shape: Shape) => Shape | undefined;

/** Rows as they were. */
export interface Former {
  readonly documents: readonly FrameAnnotations[];
  readonly log: readonly LogEntry[];
  readonly counts: readonly Pick<Job, 'id' | 'taskId' | 'annotatedFrames' | 'objectCount'>[];
}

/** Documents or entries that are held at a time. */
const rowsAtOnce = 256;

/** Of all jobs of the tasks, also those in the bin. */
export async function rewriteObjects(
  db: Database,
  taskIds: readonly TaskId[],
  rewrite: Rewrite,
  now: number,
): Promise<Former> {
  const annotations = new AnnotationRepository(db);
  const former = { documents: [] as FrameAnnotations[], log: [] as LogEntry[], counts: [] as Job[] };
  for (const taskId of taskIds) {
    const frames = new Set<number>();
    for (const id of await db.jobs.where('taskId').equals(taskId).primaryKeys()) {
      await annotations.fold(id);
      const documents = await rewriteDocuments(db, id, rewrite);
      const job = await db.jobs.get(id);
      if (job && documents.before.length > 0) {
        former.counts.push(job);
        await db.jobs.update(id, {
          annotatedFrames: job.annotatedFrames + documents.frames,
          objectCount: job.objectCount + documents.objects,
        });
      }
      former.documents.push(...documents.before);
      for (const { frame } of documents.before) frames.add(frame);
      former.log.push(...(await rewriteLog(db, id, rewrite)));
    }
    await writeAgain(db, taskId, frames, now);
  }
  return former;
}

/** Everything as it was. Nothing may have been edited since. */
export async function putObjectsBack(db: Database, former: Former, now: number): Promise<void> {
  await db.annotations.bulkPut([...former.documents]);
  await db.log.bulkPut([...former.log]);
  const taskOf = new Map(former.counts.map(({ id, taskId }) => [id, taskId]));
  for (const { id, annotatedFrames, objectCount } of former.counts)
    await db.jobs.update(id, { annotatedFrames, objectCount });
  const frames = new Map<TaskId, Set<number>>();
  for (const { jobId, frame } of former.documents) {
    const taskId = taskOf.get(jobId);
    if (taskId === undefined) continue;
    frames.set(taskId, (frames.get(taskId) ?? new Set()).add(frame));
  }
  for (const [taskId, touched] of frames) await writeAgain(db, taskId, touched, now);
}

/** Each job's last log entry, 0 for none: to see whether anything was edited, or cut anew, in the meantime. */
export async function lastEntries(db: Database, taskIds: readonly TaskId[]): Promise<Map<JobId, number>> {
  const found = new Map<JobId, number>();
  for (const taskId of taskIds) {
    const ids = await db.jobs.where('taskId').equals(taskId).primaryKeys();
    await Promise.all(
      ids.map(async (id) => {
        const last = await entriesOf(db, id, 0).last();
        found.set(id, last?.seq ?? 0);
      }),
    );
  }
  return found;
}

async function rewriteDocuments(db: Database, jobId: JobId, rewrite: Rewrite) {
  const before: FrameAnnotations[] = [];
  let [frames, objects, after] = [0, 0, -1];
  for (;;) {
    const rows = await db.annotations
      .where('[jobId+frame]')
      .between([jobId, after], [jobId, Number.POSITIVE_INFINITY], false)
      .limit(rowsAtOnce)
      .toArray();
    for (const row of rows) {
      const shapes = row.shapes.flatMap((shape) => rewrite(shape) ?? []);
      if (shapes.length === row.shapes.length && shapes.every((shape, at) => shape === row.shapes[at]))
        continue;
      before.push(row);
      objects += shapes.length - row.shapes.length;
      frames += Number(shapes.length > 0) - Number(row.shapes.length > 0);
      await db.annotations.put({ ...row, shapes });
    }
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtOnce) return { before, frames, objects };
    after = last.frame;
  }
}

async function rewriteLog(db: Database, jobId: JobId, rewrite: Rewrite): Promise<LogEntry[]> {
  const before: LogEntry[] = [];
  for (let after = 0; ; ) {
    const rows = await entriesOf(db, jobId, after).limit(rowsAtOnce).toArray();
    for (const row of rows) {
      const changes = row.changes.flatMap((change) => rewriteChange(change, rewrite));
      if (changes.length === row.changes.length && changes.every((change, at) => change === row.changes[at]))
        continue;
      before.push(row);
      await db.log.put({ ...row, changes });
    }
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtOnce) return before;
    after = last.seq;
  }
}

/** An object that was made something that goes was deleted then; one that was such before was made then. */
function rewriteChange(change: Change, rewrite: Rewrite): Change | [] {
  const before = change.before && rewrite(change.before);
  const after = change.after && rewrite(change.after);
  if (before === change.before && after === change.after) return change;
  if (!before && !after) return [];
  return { frame: change.frame, ...(before ? { before } : {}), ...(after ? { after } : {}) };
}

function entriesOf(db: Database, jobId: JobId, after: number) {
  return db.log.where('[jobId+seq]').between([jobId, after], [jobId, Number.POSITIVE_INFINITY], false);
}

/** What a target holds of these frames is not what it should be any more. */
async function writeAgain(db: Database, taskId: TaskId, frames: ReadonlySet<number>, now: number) {
  if (frames.size === 0) return;
  const task = await db.tasks.get(taskId);
  if (task?.targets.some(({ automatic }) => automatic)) await putIntoOutbox(db, taskId, frames, now);
}
