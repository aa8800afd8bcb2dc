/**
 * Puts frames in a task's order without holding a million objects: they are packed in runs, each sorted by itself,
 * and the runs are merged at the end. What comes in order, as most listings do, is only handed through.
 */
import { type FramePage, packFrames, unpackFrames } from '../db/frame-page.ts';
import { framesPerPage, type NewFrame } from '../model/frame.ts';
import type { Task } from '../model/task.ts';
import { hash32 } from '../util/chance.ts';
import { merge } from '../util/merge.ts';
import { compareNatural, compareUtf8 } from '../util/text-order.ts';

/** The order of a task's frames. A random one is that of the keys' hashes: the same, however they are listed. */
export function compareOf({ sorting, seed }: Pick<Task, 'sorting' | 'seed'>): Compare {
  switch (sorting) {
    case 'natural':
      return compareNatural;
    case 'lexicographical':
      return compareUtf8;
    case 'predefined':
      return () => 0;
    case 'random':
      return compareHashes(seed);
  }
}

/** Hashes that are remembered: a merge compares each key about ten times. */
const hashesKept = 20_000;

function compareHashes(seed: number): Compare {
  const known = new Map<string, number>();
  const hashOf = (key: string): number => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= hashesKept) known.clear();
    const hash = hash32(key, seed);
    known.set(key, hash);
    return hash;
  };
  return (a, b) => hashOf(a) - hashOf(b) || compareUtf8(a, b);
}

type Compare = (a: string, b: string) => number;
type Extras = Pick<NewFrame, 'picture' | 'item' | 'related'>;

interface Packed {
  readonly page: FramePage;
  /** What packing does not hold; undefined where no frame has any. */
  readonly extras: readonly Extras[] | undefined;
}

interface Run {
  /** The newest run is not packed: most often it is taken at once. */
  held: readonly NewFrame[] | Packed;
  readonly first: string;
  readonly last: string;
}

export class FrameSorter {
  readonly #compare: Compare;
  #runs: Run[] = [];
  #waiting: NewFrame[] = [];
  #last: string | undefined;
  #size = 0;
  #isInOrder = true;

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

  /** False once frames came that stand before earlier ones. */
  get isInOrder(): boolean {
    return this.#isInOrder;
  }

  /** While everything came in order: what did since the last time, to be put away. Its last key is remembered. */
  *takeInOrder(): Generator<readonly NewFrame[]> {
    const runs = this.#runs;
    this.#runs = [];
    for (const { held } of runs) yield unpack(held);
  }

  /** Takes back what was put away, as pages in their order: the frames that come do not all stand behind it. */
  takeBack(pages: readonly FramePage[]): void {
    const back = pages.flatMap((page): Run[] => {
      const frames = unpackFrames(page);
      const [first, last] = [frames[0], frames.at(-1)];
      return first && last ? [{ held: { page, extras: undefined }, first: first.key, last: last.key }] : [];
    });
    this.#runs = [...back, ...this.#runs];
  }

  /** All frames in order, some thousand at a time. Frames of equal keys keep the order they came in. */
  *sorted(): Generator<readonly NewFrame[]> {
    this.#close();
    if (this.#isInOrder) yield* this.takeInOrder();
    else yield* this.#merged();
  }

  #close(): void {
    const waiting = this.#waiting.sort((a, b) => this.#compare(a.key, b.key));
    this.#waiting = [];
    const first = waiting[0];
    const last = waiting.at(-1);
    if (!first || !last) return;
    if (this.#last !== undefined && this.#compare(this.#last, first.key) > 0) this.#isInOrder = false;
    this.#last = last.key;
    const before = this.#runs.at(-1);
    if (before) before.held = pack(before.held);
    this.#runs.push({ held: waiting, first: first.key, last: last.key });
  }

  *#merged(): Generator<readonly NewFrame[]> {
    const runs = this.#runs.map(({ held }) => unpack(held));
    let batch: NewFrame[] = [];
    for (const frame of merge(runs, (a, b) => this.#compare(a.key, b.key))) {
      batch.push(frame);
      if (batch.length < framesPerPage) continue;
      yield batch;
      batch = [];
    }
    yield batch;
  }
}

function extrasOf({ picture, item, related }: NewFrame): Extras {
  return { ...(picture ? { picture } : {}), ...(item ? { item } : {}), ...(related ? { related } : {}) };
}

function pack(held: Run['held']): Packed {
  if ('page' in held) return held;
  const isPlain = held.every(({ picture, item, related }) => !picture && !item && !related);
  return { page: packFrames(0, 0, held), extras: isPlain ? undefined : held.map(extrasOf) };
}

function unpack(held: Run['held']): readonly NewFrame[] {
  if (!('page' in held)) return held;
  return unpackFrames(held.page).map((frame, index) => ({ ...frame, ...held.extras?.[index] }));
}
