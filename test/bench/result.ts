/** What a benchmark reports: one line of `docs/benchmarks.md`. */

export interface BenchResult {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The value should not be on the wrong side of it; `at` says which side is right. */
  readonly bound?: { readonly at: 'most' | 'least'; readonly value: number };
  /** How it was measured, and against what. */
  readonly note: string;
}

/** The middle value; of an even number, the lower of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
}
