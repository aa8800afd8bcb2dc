/** What the benchmarks put into the page before anything else runs: clocks, and nothing of ours. */
import type { Page } from '@playwright/test';

export interface Frames {
  /** Milliseconds between animation frames, in order. */
  readonly intervals: readonly number[];
  readonly longestTask: number;
}

declare global {
  interface Window {
    bench: {
      /** Milliseconds from the last pointer release or key to the log's transaction being complete. */
      commits: number[];
      /** How often the page said an edit was done before it was on disk. */
      early: number;
      /** Times at which the canvas was complete. */
      painted: number[];
      intervals: number[];
      longTasks: number[];
      recording: boolean;
    };
  }
}

/** Installs the clocks. Must be called before the page is opened. */
export async function installClocks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const bench: Window['bench'] = {
      commits: [],
      early: 0,
      painted: [],
      intervals: [],
      longTasks: [],
      recording: false,
    };
    window.bench = bench;
    let input = 0;
    const note = (): void => {
      input = performance.now();
    };
    addEventListener('pointerup', note, true);
    type Transaction = (
      this: IDBDatabase,
      ...given: Parameters<IDBDatabase['transaction']>
    ) => IDBTransaction;
    const transaction: Transaction = Reflect.get(IDBDatabase.prototype, 'transaction');
    const patched: Transaction = function patched(stores, mode, options) {
      const made = transaction.call(this, stores, mode, options);
      const names = typeof stores === 'string' ? [stores] : [...stores];
      if (mode === 'readwrite' && names.length === 1 && names[0] === 'log') {
        made.addEventListener('complete', () => {
          bench.commits.push(performance.now() - input);
        });
      }
      return made;
    };
    Reflect.set(IDBDatabase.prototype, 'transaction', patched);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.name === 'bucketmark-painted') bench.painted.push(entry.startTime);
      }
    }).observe({ entryTypes: ['mark'] });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) bench.longTasks.push(entry.duration);
    }).observe({ entryTypes: ['longtask'] });
    let last = performance.now();
    const tick = (time: number): void => {
      if (bench.recording) bench.intervals.push(time - last);
      last = time;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
}

/** Watches the count of objects on the page: it must never run ahead of the disk. */
export async function watchForEarlyWords(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.bench.commits = [];
    window.bench.early = 0;
    const tab = document.querySelector('[role=tab]');
    const shown = (): number => Number(tab?.textContent?.replace(/\D/g, '') ?? 0);
    const before = shown();
    if (!tab) return;
    new MutationObserver(() => {
      if (shown() - before > window.bench.commits.length) window.bench.early += 1;
    }).observe(tab, { characterData: true, childList: true, subtree: true });
  });
}

/** Records frames while `act` runs. */
export async function recordFrames(page: Page, act: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    window.bench.intervals = [];
    window.bench.longTasks = [];
    window.bench.recording = true;
  });
  await act();
  return page.evaluate(() => {
    window.bench.recording = false;
    return { intervals: window.bench.intervals, longestTask: Math.max(0, ...window.bench.longTasks) };
  });
}

/** Waits until the canvas has been complete for 300 ms. */
export async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const last = window.bench.painted.at(-1);
    return last !== undefined && performance.now() - last > 300;
  });
}

/** Milliseconds from `act` in the page to the canvas being complete and at rest for 300 ms. */
export async function timeToPainted(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    window.bench.painted = [];
    window.bench.longTasks = [];
    const start = (event: Event): void => {
      performance.mark('bench-start');
      removeEventListener(event.type, start, true);
    };
    addEventListener('keydown', start, true);
  });
  await act();
  await atRest(page);
  return page.evaluate(() => {
    const start = performance.getEntriesByName('bench-start').at(-1)?.startTime ?? Number.NaN;
    return (window.bench.painted.at(-1) ?? Number.NaN) - start;
  });
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
