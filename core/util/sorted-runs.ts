/** Sorts what arrives one by one, in pieces: nothing takes long at a time, however much there is. */

const runLength = 2048;

export class SortedRuns<T> {
  readonly #compare: (a: T, b: T) => number;
  readonly #runs: T[][] = [];
  #last: T[] = [];

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare;
  }

  add(item: T): void {
    this.#last.push(item);
    if (this.#last.length === runLength) this.#close();
  }

  /** All of them in order. Nothing is added from then on. */
  *inOrder(): Generator<T> {
    this.#close();
    const heads = this.#runs.map((run) => ({ run, at: 0 }));
    const less = (a: (typeof heads)[number], b: (typeof heads)[number]): boolean => {
      const [x, y] = [a.run[a.at], b.run[b.at]];
      return x !== undefined && y !== undefined && this.#compare(x, y) < 0;
    };
    for (let parent = (heads.length >> 1) - 1; parent >= 0; parent--) sink(heads, parent, less);
    for (let head = heads[0]; head !== undefined; head = heads[0]) {
      const item = head.run[head.at];
      if (item !== undefined) yield item;
      head.at += 1;
      if (head.at >= head.run.length) {
        const end = heads.pop();
        if (end !== undefined && heads.length > 0) heads[0] = end;
      }
      sink(heads, 0, less);
    }
  }

  #close(): void {
    if (this.#last.length > 0) this.#runs.push(this.#last.sort(this.#compare));
    this.#last = [];
  }
}

/** Lets one element of a heap fall to where it belongs. */
function sink<T>(heap: T[], from: number, less: (a: T, b: T) => boolean): void {
  for (let at = from; ; ) {
    const item = heap[at];
    const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
    if (item === undefined || left === undefined) return;
    const isRight = right !== undefined && less(right, left);
    const child = isRight ? right : left;
    if (!less(child, item)) return;
    const next = 2 * at + (isRight ? 2 : 1);
    heap[at] = child;
    heap[next] = item;
    at = next;
  }
}
