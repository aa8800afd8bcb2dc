/** Takes what a sync has on offer into the task: frames behind its last, and jobs for them. */
import { InvalidDataError } from '../errors.ts';
import { plural } from '../util/numbers.ts';
import { cutJobs } from './cut-jobs.ts';
import { compareOf, FrameSorter } from './frame-sorter.ts';
import type { Handler } from './handler.ts';

export const addFrames: Handler<'add-frames'> = async ({ taskId }, context) => {
  const task = await context.tasks.get(taskId);
  if (!task) throw new InvalidDataError('This task was deleted.', { where: `task ${taskId}` });
  const sorter = new FrameSorter(compareOf(task));
  for await (const frames of context.syncs.offers(taskId)) sorter.add(frames);
  if (sorter.size === 0) return { words: 'Nothing was on offer any more' };
  const frames = await context.frames.append(taskId);
  const existing = (await context.jobs.ofTask(taskId)).length;
  const jobs = cutJobs(task, task.size + sorter.size, { from: task.size, existing });
  for (const batch of sorter.sorted()) {
    context.signal.throwIfAborted();
    await frames.add(batch);
  }
  context.signal.throwIfAborted();
  await frames.finish(jobs, context.ports.clock.now(), { offersOf: taskId, as: 'frames' });
  return { words: `${plural(sorter.size, 'frame')} added in ${plural(jobs.length, 'job')}` };
};
