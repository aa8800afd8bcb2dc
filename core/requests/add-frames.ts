/** Takes what a sync has on offer into the task: frames behind its last, and jobs for them. */
import { InvalidDataError } from '../errors.ts';
import { makeDivider, rangeSize } from '../model/frame-range.ts';
import { everyFrame } from '../model/task.ts';
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
  const existing = (await context.jobs.ordinaryOfTask(taskId)).length;
  // Where the first order began and ended says nothing of what comes behind it; how far apart frames are does.
  const range = { ...everyFrame, step: task.range.step };
  const size = task.size + rangeSize(range, sorter.size);
  const segments = cutJobs(task, size, { from: task.size, existing });
  const divide = makeDivider(range);
  for (const batch of sorter.sorted()) {
    context.signal.throwIfAborted();
    const { taken, left } = divide(batch);
    await frames.add(taken);
    await frames.leaveOut(left);
  }
  context.signal.throwIfAborted();
  const plan = { segments, replicas: task.replicas, groundTruth: [] };
  await frames.finish(plan, context.ports.clock.now(), { offersOf: taskId, as: 'frames' });
  return { words: `${plural(size - task.size, 'frame')} added in ${plural(segments.length, 'job')}` };
};
