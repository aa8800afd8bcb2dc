import { createRoot } from 'solid-js';
import { expect, test, vi } from 'vitest';
import { countWorked } from '#web/editor/count-worked.ts';

function press(): void {
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'n' }));
}

test('inputs count while the job may be edited, and are written every few seconds and at the end', () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  const added: number[] = [];
  let mayEdit = true;
  const dispose = createRoot((end) => {
    countWorked(
      () => mayEdit,
      async (ms) => void added.push(ms),
    );
    return end;
  });
  vi.advanceTimersByTime(2000);
  press();
  vi.advanceTimersByTime(3000);
  expect(added).toEqual([2000]);
  press();
  vi.advanceTimersByTime(200_000);
  press();
  expect(added).toEqual([2000, 3000]);
  mayEdit = false;
  vi.advanceTimersByTime(1000);
  press();
  mayEdit = true;
  vi.advanceTimersByTime(1000);
  press();
  dispose();
  expect(added).toEqual([2000, 3000, 2000]);
  press();
  vi.advanceTimersByTime(10_000);
  expect(added).toHaveLength(3);
  vi.useRealTimers();
});
