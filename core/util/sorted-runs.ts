/** Sorts what arrives one by one, in pieces: nothing takes long at a time, however much there is. */
import { merge } from './merge.ts';

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
    yield* merge(this.#runs, this.#compare);
  }

  #close(): void {
    if (this.#last.length > 0) this.#runs.push(this.#last.sort(this.#compare));
    this.#last = [];
  }
}
