/** Cutting a task's jobs anew. */
import { checkNoneOpen } from '../annotate/open-jobs.ts';
import { recutJobs, takeRecutBack } from '../db/recut.ts';
import { InvalidDataError } from '../errors.ts';
import type { TaskId } from '../model/ids.ts';
import type { TaskCut } from '../model/task.ts';
import { cutJobs } from '../requests/cut-jobs.ts';
import { union } from '../requests/frame-shapes.ts';
import { checkCut } from './check-task.ts';
import type { House } from './open-workspace.ts';

/**
 * Replicas are cut with the jobs that they repeat, ground truth stays. Jobs that held something are in the bin
 * afterwards; the new ones begin without a history of edits.
 */
export async function recut(
  { tasks, jobs, database, ports }: House,
  id: TaskId,
  cut: Pick<TaskCut, 'segmentSize' | 'overlap'>,
): Promise<() => Promise<void>> {
  checkCut(cut);
  const task = await tasks.get(id);
  if (!task) throw new InvalidDataError('This task was deleted.', { where: `task ${id}` });
  if (!task.ready) throw new InvalidDataError('It is still being made.', { where: `task “${task.name}”` });
  const checkOpen = async (): Promise<void> =>
    checkNoneOpen(ports.locks, await jobs.ofTask(id), () => task.name);
  await checkOpen();
  const made = await recutJobs(database, task, cut, cutJobs(cut, task.size), union, ports.clock.now());
  return async () => {
    await checkOpen();
    await takeRecutBack(database, made, ports.clock.now());
  };
}
