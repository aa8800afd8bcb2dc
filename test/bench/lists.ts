/** Lists of 100,000 tasks and 1,000,000 jobs in Chromium, beside the plain way in the same run. */
import type { ListTimes } from './lists-page.ts';
import { openModulePage } from './module-page.ts';
import { type BenchResult, median } from './result.ts';

export async function bench(): Promise<BenchResult[]> {
  const modules = await openModulePage();
  try {
    const run = `import('/test/bench/lists-page.ts').then((page) => page.measureLists())`;
    return resultsOf(await modules.page.evaluate<ListTimes>(run));
  } finally {
    await modules.close();
  }
}

const data =
  '100,000 tasks and 1,000,000 jobs in IndexedDB, Chromium; the question to the worker and the rows of the page';

function resultsOf({ seeding, firstEver, opening, asked, plain, bulk }: ListTimes): BenchResult[] {
  const results: BenchResult[] = [
    {
      name: 'Jobs: from starting the worker to the first rows',
      value: Math.max(...opening),
      unit: 'ms',
      bound: { at: 'most', value: 1000 },
      note: `${data}; slowest of ${opening.length}`,
    },
    {
      name: 'Jobs: reading everything, once, where nothing is kept yet',
      value: firstEver / 1000,
      unit: 's',
      note: `seeding took ${(seeding / 1000).toFixed(0)} s`,
    },
  ];
  for (const [what, { first, later }] of Object.entries(asked)) {
    results.push({
      name: `Jobs: ${what}, p95 after the first`,
      value: p95(later),
      unit: 'ms',
      bound: { at: 'most', value: 50 },
      note: `${later.length} different ones; median ${median(later).toFixed(0)} ms, the first ${first.toFixed(0)} ms`,
    });
    const naive = plain[what];
    if (naive !== undefined) {
      results.push({
        name: `Jobs: ${what}, loading everything and filtering`,
        value: naive,
        unit: 'ms',
        note: `the same run, once: ${(naive / median(later)).toFixed(0)}x`,
      });
    }
  }
  return [
    ...results,
    {
      name: 'Jobs: changing the state of 10,000',
      value: bulk.took,
      unit: 'ms',
      bound: { at: 'most', value: 3000 },
      note: `${bulk.changed} changed`,
    },
    {
      name: 'Jobs: longest time that the page does not answer meanwhile',
      value: bulk.longestGap,
      unit: 'ms',
      bound: { at: 'most', value: 50 },
      note: 'between two timers of the page',
    },
  ];
}

function p95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}
