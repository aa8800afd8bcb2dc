/** Why one of many things stays as it is. */
import { InvalidDataError } from '../../errors.ts';

/** Of something that is not there. */
export function whyGone(
  where: string,
  row: { readonly deletedAt?: number | undefined } | undefined,
): InvalidDataError {
  return row?.deletedAt === undefined
    ? new InvalidDataError('It was removed for good.', { where })
    : new InvalidDataError('It is in the bin.', { where, remedy: { text: 'Restore it first.' } });
}

/** Of something whose whole is not there: a job's task, a task's project. */
export function whyWithout(where: string, whole: 'task' | 'project'): InvalidDataError {
  return new InvalidDataError(`Its ${whole} is in the bin.`, {
    where,
    remedy: { text: `Restore the ${whole} first.` },
  });
}
