/** Counts the time that is worked in an open job: inputs while it is seen, in a tab that may edit it. */
import { onCleanup } from 'solid-js';
import { WorkedTime } from '#core/annotate/worked-time.ts';

/** Between two writings of what was worked. */
const writeEveryMs = 5000;
const inputs = ['pointerdown', 'pointermove', 'wheel', 'keydown'] as const;

export function countWorked(mayEdit: () => boolean, add: (ms: number) => Promise<void>): void {
  const worked = new WorkedTime();
  const stop = new AbortController();
  const touch = (): void => {
    if (mayEdit() && document.visibilityState === 'visible') worked.touch(Date.now());
  };
  // A few seconds of time are not worth a word when the disk is full.
  const write = (): void => {
    const ms = worked.take();
    if (ms > 0) add(ms).catch(() => undefined);
  };
  const hide = (): void => {
    if (document.visibilityState === 'visible') return;
    worked.pause();
    write();
  };
  touch();
  for (const input of inputs) {
    addEventListener(input, touch, { capture: true, passive: true, signal: stop.signal });
  }
  document.addEventListener('visibilitychange', hide, { signal: stop.signal });
  addEventListener('pagehide', write, { signal: stop.signal });
  const writing = setInterval(write, writeEveryMs);
  onCleanup(() => {
    stop.abort();
    clearInterval(writing);
    write();
  });
}
