/**
 * Puts frames in a task's order without holding a million objects: they are packed in runs, each sorted by itself,
 * and the runs are merged at the end. What comes in order, as most listings do, is only handed through.
 */
import { type FramePage, packFrames, unpackFrames } from '../db/frame-page.ts';
import { framesPerPage, type NewFrame } from '../model/frame.ts';
import type { Task } from '../model/task.ts';
import { compareNatural, compareUtf8 } from '../util/text-order.ts';

/** The order of a task's frames. */
export function compareOf({ sorting }: Pick<Task, 'sorting'>): Compare {
  return sorting === 'natural' ? compareNatural : compareUtf8;
}

type Compare = (a: string, b: string) => number;
type Extras = Pick<NewFrame, 'picture' | 'item'>;

interface Run {
  readonly packed: FramePage;
  /** What packing does not hold; undefined where no frame has any. */
  readonly extras: readonly Extras[] | undefined;
  readonly first: string;
  readonly last: string;
}

export class FrameSorter {
  readonly #compare: Compare;
  readonly #runs: Run[] = [];
  #waiting: NewFrame[] = [];
  #size = 0;

  constructor(compare: Compare) {
    this.#compare = compare;
  }

  get size(): number {
    return this.#size;
  }

  add(frames: readonly NewFrame[]): void {
    this.#size += frames.length;
    this.#waiting = this.#waiting.concat(frames);
    if (this.#waiting.length >= framesPerPage) this.#close();
  }

  /** All frames in order, some thousand at a time. Frames of equal keys keep the order they came in. */
  *sorted(): Generator<readonly NewFrame[]> {
    this.#close();
    const runs = this.#runs;
    const inOrder = runs.every((run, index) => {
      const before = runs[index - 1];
      return !before || this.#compare(before.last, run.first) <= 0;
    });
    if (inOrder) {
      for (const run of runs) yield unpack(run);
      return;
    }
    yield* this.#merged();
  }

  #close(): void {
    const waiting = this.#waiting.sort((a, b) => this.#compare(a.key, b.key));
    this.#waiting = [];
    const first = waiting[0];
    const last = waiting.at(-1);
    if (!first || !last) return;
    const isPlain = waiting.every(({ picture, item }) => picture === undefined && item === undefined);
    const extras = isPlain ? undefined : waiting.map(extrasOf);
    this.#runs.push({ packed: packFrames(0, 0, waiting), extras, first: first.key, last: last.key });
  }

  /** Pairs of neighbouring runs again and again would copy everything log n times; a heap of their heads does not. */
  *#merged(): Generator<readonly NewFrame[]> {
    const heads = this.#runs.map((run, index) => ({ frames: unpack(run), at: 0, index }));
    const isBefore = (a: (typeof heads)[number], b: (typeof heads)[number]): boolean => {
      const order = this.#compare(a.frames[a.at]?.key ?? '', b.frames[b.at]?.key ?? '');
      return order < 0 || (order === 0 && a.index < b.index);
    };
    const sink = (start: number): void => {
      for (let at = start; ; ) {
        let least = at;
        for (const child of [2 * at + 1, 2 * at + 2]) {
          const [a, b] = [heads[child], heads[least]];
          if (a && b && isBefore(a, b)) least = child;
        }
        const [here, there] = [heads[at], heads[least]];
        if (least === at || !here || !there) return;
        [heads[at], heads[least]] = [there, here];
        at = least;
      }
    };
    for (let at = heads.length >> 1; at >= 0; at--) sink(at);
    let batch: NewFrame[] = [];
    for (;;) {
      const top = heads[0];
      const frame = top?.frames[top.at];
      if (!top || !frame) break;
      batch.push(frame);
      top.at++;
      if (top.at === top.frames.length) {
        const last = heads.pop();
        if (last && heads.length > 0) heads[0] = last;
      }
      sink(0);
      if (batch.length < framesPerPage) continue;
      yield batch;
      batch = [];
    }
    yield batch;
  }
}

function extrasOf({ picture, item }: NewFrame): Extras {
  return { ...(picture ? { picture } : {}), ...(item ? { item } : {}) };
}

function unpack({ packed, extras }: Run): NewFrame[] {
  return unpackFrames(packed).map((frame, index) => ({ ...frame, ...extras?.[index] }));
}
