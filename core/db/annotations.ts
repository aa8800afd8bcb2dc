/**
 * Annotations on disk. An edit appends one small entry to the job's log and is on disk with it; the frame's
 * document takes the entries in a moment later (`fold`). Whoever reads a frame reads document and log together,
 * so nothing depends on when folding happens, or whether it happened at all.
 */
import type { JobId } from '../model/ids.ts';
import type { Change, Journal, LogEntry } from '../model/log-entry.ts';
import type { FrameAnnotations, Shape } from '../model/shape.ts';
import type { Database } from './database.ts';
import { putIntoOutbox } from './targets.ts';

/** A frame rests this long after a change before it is written to a target by itself. */
const writeAfterMs = 3000;

/** Applies those changes that belong to `frame` to its shapes, in place. */
function applyChanges(shapes: Map<number, Shape>, frame: number, changes: readonly Change[]): void {
  for (const change of changes) {
    if (change.frame !== frame) continue;
    if (change.after) shapes.set(change.after.id, change.after);
    else if (change.before) shapes.delete(change.before.id);
  }
}

/** The highest object number the entries have given; 0 when none. */
export function highestId(entries: readonly LogEntry[]): number {
  let highest = 0;
  for (const entry of entries) {
    for (const { after } of entry.changes) {
      if (after && after.id > highest) highest = after.id;
    }
  }
  return highest;
}

export class AnnotationRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Appends an edit; resolved when it is on disk. Rejects when that `seq` is taken already. */
  async append(entry: LogEntry): Promise<void> {
    await this.#db.log.add(entry);
  }

  /** The whole log of a job, oldest first. */
  async log(jobId: JobId): Promise<LogEntry[]> {
    return this.#after(jobId, 0);
  }

  async journal(jobId: JobId): Promise<Journal> {
    return (await this.#db.journals.get(jobId)) ?? { jobId, foldedSeq: 0, nextShapeId: 1 };
  }

  /** The shapes of one frame, by id. */
  async frame(jobId: JobId, frame: number): Promise<Map<number, Shape>> {
    const db = this.#db;
    return db.transaction('r', [db.annotations, db.log, db.journals], async () => {
      const document = await db.annotations.get([jobId, frame]);
      return withEntries(document, frame, await this.#unfolded(jobId));
    });
  }

  /** All frames of a job that hold anything, in frame order. */
  async *frames(jobId: JobId): AsyncGenerator<{ frame: number; shapes: readonly Shape[] }> {
    await this.fold(jobId);
    const chunk = 64;
    let after = -1;
    for (;;) {
      const documents = await this.#db.annotations
        .where('[jobId+frame]')
        .between([jobId, after], [jobId, Number.POSITIVE_INFINITY], false)
        .limit(chunk)
        .toArray();
      for (const { frame, shapes } of documents) {
        if (shapes.length > 0) yield { frame, shapes };
      }
      const last = documents.at(-1);
      if (!last || documents.length < chunk) return;
      after = last.frame;
    }
  }

  /** Takes the log into the frame documents and counts the job anew. May be called, or killed, at any time. */
  async fold(jobId: JobId): Promise<void> {
    const db = this.#db;
    await db.transaction('rw', this.#tables(), async () => {
      const entries = await this.#unfolded(jobId);
      const last = entries.at(-1);
      const job = await db.jobs.get(jobId);
      if (!last || !job) return;
      const { nextShapeId } = await this.journal(jobId);
      const touched = new Set(entries.flatMap((entry) => entry.changes.map((change) => change.frame)));
      let { annotatedFrames, objectCount } = job;
      for (const frame of touched) {
        const document = await db.annotations.get([jobId, frame]);
        const before = document?.shapes.length ?? 0;
        const shapes = [...withEntries(document, frame, entries).values()];
        annotatedFrames += Number(shapes.length > 0) - Number(before > 0);
        objectCount += shapes.length - before;
        await db.annotations.put({ jobId, frame, seq: last.seq, shapes });
      }
      const highest = highestId(entries);
      await db.journals.put({ jobId, foldedSeq: last.seq, nextShapeId: Math.max(nextShapeId, highest + 1) });
      const state = job.state === 'new' ? { state: 'in progress' as const } : {};
      await db.jobs.update(jobId, { annotatedFrames, objectCount, updatedAt: last.at, ...state });
      await db.tasks.update(job.taskId, { updatedAt: last.at });
      const task = await db.tasks.get(job.taskId);
      if (task?.targets.some(({ automatic }) => automatic)) {
        await putIntoOutbox(db, task.id, touched, last.at + writeAfterMs);
      }
    });
  }

  /** Adds shapes to frames of several jobs, one log entry each: all of them, or none. */
  async addShapes(
    jobs: ReadonlyMap<JobId, ReadonlyMap<number, readonly Omit<Shape, 'id'>[]>>,
    entry: { readonly name: string; readonly at: number },
  ): Promise<void> {
    await this.#db.transaction('rw', this.#tables(), async () => {
      for (const [jobId, frames] of jobs) {
        await this.fold(jobId);
        const journal = await this.journal(jobId);
        const changes = numbered(frames, journal.nextShapeId);
        await this.append({ jobId, seq: journal.foldedSeq + 1, kind: 'do', changes, ...entry });
        await this.fold(jobId);
      }
    });
  }

  /** Puts these shapes in place of all that a frame of a job holds; they get numbers of their own. */
  async replaceFrame(
    jobId: JobId,
    frame: number,
    shapes: readonly Shape[],
    entry: { readonly name: string; readonly at: number },
  ): Promise<void> {
    await this.#db.transaction('rw', this.#tables(), async () => {
      await this.fold(jobId);
      const before = [...(await this.frame(jobId, frame)).values()];
      const journal = await this.journal(jobId);
      const changes = [
        ...before.map((shape): Change => ({ frame, before: shape })),
        ...numbered(new Map([[frame, shapes]]), journal.nextShapeId),
      ];
      await this.append({ jobId, seq: journal.foldedSeq + 1, kind: 'do', changes, ...entry });
      await this.fold(jobId);
    });
  }

  #tables() {
    const db = this.#db;
    return [db.annotations, db.log, db.journals, db.jobs, db.tasks, db.outbox];
  }

  async #unfolded(jobId: JobId): Promise<LogEntry[]> {
    const { foldedSeq } = await this.journal(jobId);
    return this.#after(jobId, foldedSeq);
  }

  async #after(jobId: JobId, seq: number): Promise<LogEntry[]> {
    return this.#db.log
      .where('[jobId+seq]')
      .between([jobId, seq], [jobId, Number.POSITIVE_INFINITY], false)
      .toArray();
  }
}

function withEntries(
  document: FrameAnnotations | undefined,
  frame: number,
  entries: readonly LogEntry[],
): Map<number, Shape> {
  const shapes = new Map((document?.shapes ?? []).map((shape) => [shape.id, shape]));
  for (const entry of entries) {
    if (entry.seq > (document?.seq ?? 0)) applyChanges(shapes, frame, entry.changes);
  }
  return shapes;
}

function numbered(frames: ReadonlyMap<number, readonly Omit<Shape, 'id'>[]>, firstId: number): Change[] {
  const changes: Change[] = [];
  for (const [frame, shapes] of frames) {
    for (const shape of shapes) changes.push({ frame, after: { ...shape, id: firstId + changes.length } });
  }
  return changes;
}
