/** Lists a task's sources again, and finds what is new, what changed and what is gone. Goes on where it was killed. */
import type { SyncProgressRow } from '../db/database.ts';
import type { RelatedOf, SyncStretch } from '../db/syncs.ts';
import { InvalidDataError } from '../errors.ts';
import { makeFindingList } from '../formats/findings.ts';
import { ContextImages } from '../media/context-images.ts';
import type { NewFrame } from '../model/frame.ts';
import type { FrameMark } from '../model/sync.ts';
import type { Task } from '../model/task.ts';
import { formatCount, plural } from '../util/numbers.ts';
import type { Handler, RequestContext } from './handler.ts';
import { KnownFrames, settled } from './known-frames.ts';
import { readSources } from './read-sources.ts';
import { gatherAgain, takeBeside } from './relate-frames.ts';

/** Between two writings of how far it has come. */
const checkpointEveryMs = 1000;

/** A little under four pages of a listing, so that a part that has grown a little is still read with four requests. */
const framesApart = 3900;

export const syncTask: Handler<'sync-task'> = async ({ taskId }, context) => {
  const { tasks, syncs, ports } = context;
  const task = await tasks.get(taskId);
  if (!task) throw new InvalidDataError('This task was deleted.', { where: `task ${taskId}` });
  const begun = await syncs.begin(taskId, context.id, task.size);
  const failed = makeFindingList(begun.failures);
  const [known, marks] = await Promise.all([
    KnownFrames.load(task, await context.storages.list(), context),
    syncs.marks(taskId),
  ]);
  const finding = new Finding(task, known, begun, marks, () => ports.clock.now());
  const sources = readSources(task.sources, context, {
    failed,
    dimension: task.dimension,
    from: { source: begun.source, after: begun.after },
    isUnchanged: (storageId, key, etag) => finding.seeFile(storageId, key, etag),
    cuts: ({ storageId, prefix }) => known.sampleKeys(storageId, prefix, framesApart),
  });
  const images = new ContextImages(task.dimension);
  let writtenAt = ports.clock.now();
  for await (const batch of sources) {
    finding.take(batch.frames);
    takeBeside(images, task.sources, batch);
    finding.moveTo(batch);
    context.report({
      share: known.size === 0 ? undefined : Math.min(1, finding.listed / known.size),
      words: `Listing: ${plural(finding.listed, 'object')}, ${formatCount(finding.offered)} new`,
    });
    if (ports.clock.now() - writtenAt < checkpointEveryMs) continue;
    await syncs.checkpoint(...finding.checkpoint(failed.result()));
    writtenAt = ports.clock.now();
  }
  const failures = failed.result();
  const [, last] = finding.checkpoint(failures);
  const { listed } = finding;
  const goesOn = begun.source > 0 || begun.after !== undefined;
  const relatedOf = await relatedIn(task, goesOn ? await gatherAgain(task, context) : images, context);
  await syncs.finish(
    {
      taskId,
      status: failures.total === 0 ? 'completed' : 'completed with errors',
      finishedAt: ports.clock.now(),
      listed,
      failures: failures.total === 0 ? undefined : failures,
    },
    { ...last, marked: [...last.marked, ...finding.vanished()] },
    relatedOf,
  );
  return {
    words: `${plural(listed, 'object')} looked at: ${wordsOf(finding)}`,
    ...(failures.total === 0 ? {} : { findings: failures }),
  };
};

/** Undefined where what is known of context images stays: a manifest tells them itself, and most tasks have none. */
async function relatedIn(
  task: Task,
  images: ContextImages | undefined,
  { frames }: RequestContext,
): Promise<RelatedOf | undefined> {
  if (!images || task.sources.some(({ reading }) => reading.kind !== 'objects')) return undefined;
  if (images.isEmpty && !(await frames.hasRelated(task.id))) return undefined;
  const match = images.match();
  return (frame) => match.of(frame);
}

function wordsOf({ offered, changed, gone }: Finding): string {
  const parts = [
    offered > 0 ? `${formatCount(offered)} new` : '',
    changed > 0 ? `${formatCount(changed)} changed` : '',
    gone > 0 ? `${formatCount(gone)} gone` : '',
  ].filter(Boolean);
  return parts.length === 0 ? 'nothing new' : parts.join(', ');
}

/** What a sync knows while it goes through the sources. */
class Finding {
  listed: number;
  offered: number;
  readonly #task: Task;
  readonly #known: KnownFrames;
  readonly #seen: Uint8Array;
  readonly #marks: Map<number, FrameMark>;
  readonly #now: () => number;
  /** New ones that an earlier stretch, or this one, has found already. */
  #progress: SyncProgressRow;
  #stretch: { offered: NewFrame[]; marked: FrameMark[]; unmarked: number[] } = emptyStretch();

  constructor(
    task: Task,
    known: KnownFrames,
    begun: SyncProgressRow,
    marks: readonly FrameMark[],
    now: () => number,
  ) {
    this.#task = task;
    this.#known = known;
    this.#progress = begun;
    this.#seen = begun.seen.slice();
    this.#marks = new Map(marks.map((mark) => [mark.frame, mark]));
    this.#now = now;
    this.listed = begun.listed;
    this.offered = begun.offered;
  }

  take(frames: readonly NewFrame[]): void {
    for (const frame of frames) {
      const number = this.#known.numberOf(frame);
      if (number === undefined) {
        // What is new to a task that was made of another's offer is that other's to offer.
        if (this.#task.offeredBy !== undefined) continue;
        this.#stretch.offered.push(frame);
        this.offered++;
      } else if (number !== settled) {
        this.#see(number, frame);
      }
    }
  }

  /** True when the task file is the version that was read: its frames are as they were. */
  seeFile(storageId: number, key: string, etag: string): boolean {
    const file = this.#known.file(storageId, key);
    if (!file || file.etag === '' || file.etag !== etag) return false;
    for (const number of file.frames) this.#see(number, undefined);
    return true;
  }

  moveTo({ source, listed, after }: { source: number; listed: number; after: string | undefined }): void {
    this.listed += listed;
    const kept = source === this.#progress.source ? this.#progress.after : undefined;
    this.#progress = { ...this.#progress, source, after: after ?? kept };
  }

  /** What is to be written down now; the next stretch begins empty. */
  checkpoint(failures: SyncProgressRow['failures']): [SyncProgressRow, SyncStretch] {
    const stretch = this.#stretch;
    this.#stretch = emptyStretch();
    const { listed, offered } = this;
    this.#progress = { ...this.#progress, seen: this.#seen.slice(), listed, offered, failures };
    return [this.#progress, stretch];
  }

  /** At the end: marks for frames that nothing was seen of. */
  vanished(): FrameMark[] {
    const marks: FrameMark[] = [];
    for (let frame = 0; frame < this.#known.size; frame++) {
      if (this.#isSeen(frame)) continue;
      const before = this.#marks.get(frame);
      const mark = before && !before.now ? before : this.#mark(frame, undefined);
      marks.push(mark);
      this.#marks.set(frame, mark);
    }
    return marks;
  }

  get changed(): number {
    return [...this.#marks.values()].filter(({ now }) => now).length;
  }

  get gone(): number {
    return this.#marks.size - this.changed;
  }

  /** `now` is undefined where it is known to be as it was. */
  #see(frame: number, now: NewFrame | undefined): void {
    if (this.#isSeen(frame)) return;
    this.#seen[frame >> 3] = (this.#seen[frame >> 3] ?? 0) | (1 << (frame & 7));
    if (now && !this.#known.isSame(frame, now)) {
      const mark = this.#mark(frame, now);
      this.#stretch.marked.push(mark);
      this.#marks.set(frame, mark);
    } else if (this.#marks.delete(frame)) {
      this.#stretch.unmarked.push(frame);
    }
  }

  #mark(frame: number, now: NewFrame | undefined): FrameMark {
    const key = this.#known.entry(frame)?.key ?? '';
    return { taskId: this.#task.id, frame, key, now, at: this.#now() };
  }

  #isSeen(frame: number): boolean {
    return ((this.#seen[frame >> 3] ?? 0) & (1 << (frame & 7))) !== 0;
  }
}

function emptyStretch(): { offered: NewFrame[]; marked: FrameMark[]; unmarked: number[] } {
  return { offered: [], marked: [], unmarked: [] };
}
