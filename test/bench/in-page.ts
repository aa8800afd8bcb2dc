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
      /** Of those, how many were complete before the next animation frame began. */
      beforeFrame: number;
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
      beforeFrame: 0,
      painted: [],
      intervals: [],
      longTasks: [],
      recording: false,
    };
    window.bench = bench;
    let input = 0;
    let frameAfterInput = Number.POSITIVE_INFINITY;
    const note = (): void => {
      input = performance.now();
      frameAfterInput = Number.POSITIVE_INFINITY;
      requestAnimationFrame((time) => {
        frameAfterInput = Math.min(frameAfterInput, Math.max(time, input));
      });
    };
    addEventListener('pointerup', note, true);
    const transaction = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function patched(stores, mode, options) {
      const made = transaction.call(this, stores, mode, options);
      const names = typeof stores === 'string' ? [stores] : [...stores];
      if (mode === 'readwrite' && names.length === 1 && names[0] === 'log') {
        made.addEventListener('complete', () => {
          const now = performance.now();
          bench.commits.push(now - input);
          if (now <= frameAfterInput) bench.beforeFrame += 1;
        });
      }
      return made;
    };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.name === 'bucketmark-painted') bench.painted.push(entry.startTime);
      }
    }).observe({ entryTypes: ['mark'] });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) bench.longTasks.push(entry.duration);
    }).observe({ entryTypes: ['longtask'] });
    let last = performance.now();
    const tick = (): void => {
      const now = performance.now();
      if (bench.recording) bench.intervals.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
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
  await page.waitForFunction(() => {
    const last = window.bench.painted.at(-1);
    return last !== undefined && performance.now() - last > 300;
  });
  return page.evaluate(() => {
    const start = performance.getEntriesByName('bench-start').at(-1)?.startTime ?? Number.NaN;
    return (window.bench.painted.at(-1) ?? Number.NaN) - start;
  });
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
