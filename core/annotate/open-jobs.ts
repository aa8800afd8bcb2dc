/** What changes under an open job would be lost, or lose: it is refused while one is. */
import { InvalidDataError } from '../errors.ts';
import type { JobId } from '../model/ids.ts';
import type { Locks } from '../ports.ts';
import { jobLock } from './job-lock.ts';

/** Throws where one of the jobs is open in a tab, or an import writes to it. */
export async function checkNoneOpen(
  locks: Pick<Locks, 'held'>,
  jobs: readonly { readonly id: JobId; readonly taskId: number }[],
  nameOfTask: (taskId: number) => string,
): Promise<void> {
  const held = new Set(await locks.held());
  const open = jobs.filter(({ id }) => held.has(jobLock(id)));
  const first = open[0];
  if (!first) return;
  const others = open.length > 1 ? `, and ${open.length - 1} more,` : '';
  const [verb, it] = open.length > 1 ? ['are', 'them'] : ['is', 'it'];
  throw new InvalidDataError(
    `Job #${first.id} of “${nameOfTask(first.taskId)}”${others} ${verb} open in a tab.`,
    { where: `job ${first.id}`, remedy: { text: `Close ${it} there, then do this again.` } },
  );
}
