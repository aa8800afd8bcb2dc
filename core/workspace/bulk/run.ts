/** Goes through many things, a stretch at a time, with a breath between: the page answers all the while. */
import type { Failed, Work } from '../../db/bulk/work.ts';
import { toErrorReport } from '../../errors.ts';
import type { Clock } from '../../ports.ts';
import type { BulkFailure, BulkOptions, BulkOutcome } from '../door/bulk.ts';

/** How things are called whose own names could not be read. */
export type Naming = (id: number) => string;

export async function runWork(
  work: Work,
  ids: readonly number[],
  clock: Clock,
  naming: Naming,
  { signal, onProgress }: BulkOptions = {},
): Promise<BulkOutcome> {
  const changed: number[] = [];
  const failures: BulkFailure[] = [];
  let unchanged = 0;
  let at = 0;
  let breath = clock.now();
  const goesOn = (): boolean => at < ids.length && signal?.aborted !== true;
  while (goesOn()) {
    const stretch = ids.slice(at, at + work.atOnce);
    try {
      const found = await work.apply(stretch);
      changed.push(...found.changed);
      failures.push(...found.failures.map(reported));
      unchanged += found.unchanged;
    } catch (error) {
      failures.push(...stretch.map((id) => reported({ id, name: naming(id), error })));
    }
    at += stretch.length;
    onProgress?.(at, ids.length);
    // Nobody notices 16 ms, and a breath after each of many small things would cost more than they do.
    if (clock.now() - breath < 16) continue;
    await clock.sleep(0);
    breath = clock.now();
  }
  await work.end();
  const inverse = changed.length > 0 ? work.inverse() : undefined;
  return {
    changed: changed.length,
    unchanged,
    failures,
    left: ids.slice(at),
    undo: inverse && (async () => runWork(inverse, changed, clock, naming)),
  };
}

function reported({ id, name, error }: Failed): BulkFailure {
  return { id, name, error: toErrorReport(error) };
}
