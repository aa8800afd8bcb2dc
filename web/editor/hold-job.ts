/** A job is edited in one tab at a time; the others show it read-only and can take over. */
import { onCleanup } from 'solid-js';
import { jobLock } from '#core/annotate/job-lock.ts';
import type { House } from '#core/workspace/open-workspace.ts';

/** Takes the job for this tab, or says that another has it; told again when another tab takes it over. */
export function holdJob(house: House, jobId: number, setReadOnly: (readOnly: boolean) => void): void {
  let release: (() => void) | undefined;
  let gone = false;
  void house.ports.locks.tryHold(jobLock(jobId), { onLost: () => setReadOnly(true) }).then((held) => {
    if (gone) held?.();
    release = held;
    setReadOnly(held === undefined);
  });
  onCleanup(() => {
    gone = true;
    release?.();
  });
}

/** Takes the job from the tab that has it. The page is loaded anew, so that it has all that was done there. */
export async function takeOver(house: House, jobId: number): Promise<void> {
  await house.ports.locks.tryHold(jobLock(jobId), { steal: true });
  location.reload();
}
