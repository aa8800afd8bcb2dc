/** Reads the sources and makes their images the task's frames. */
import type { FrameWriter } from '../db/frames.ts';
import { InvalidDataError } from '../errors.ts';
import { type FindingList, makeFindingList } from '../formats/findings.ts';
import type { Task } from '../model/task.ts';
import { formatCount, plural } from '../util/numbers.ts';
import { cutJobs } from './cut-jobs.ts';
import { compareOf, FrameSorter } from './frame-sorter.ts';
import type { Handler, RequestContext } from './handler.ts';
import { readSources } from './read-sources.ts';

/** Runs of frames that wait for the disk, at the most. */
const mostWaiting = 8;

export const createTask: Handler<'create-task'> = async (params, context) => {
  const { tasks, signal } = context;
  const task = await tasks.get(params.taskId);
  if (!task) throw new InvalidDataError('This task was deleted.', { where: `task ${params.taskId}` });
  const leftOut = makeFindingList();
  const sorter = new FrameSorter(compareOf(task));
  const { offerOf } = params;
  let frames = await context.frames.write(task.id);
  if (offerOf === undefined) await list(task, sorter, frames, leftOut, context);
  else for await (const offered of context.syncs.offers(offerOf)) sorter.add(offered);
  const jobs = cutJobs(task, sorter.size);
  if (!sorter.isInOrder && frames.size > 0) {
    await frames.flush();
    sorter.takeBack(await context.frames.unfinished(task.id));
    frames = await context.frames.write(task.id);
  }
  for (const batch of sorter.sorted()) {
    signal.throwIfAborted();
    await frames.add(batch);
    context.report({
      share: frames.size / sorter.size,
      words: `Writing ${formatCount(frames.size)} of ${plural(sorter.size, 'frame')}`,
    });
  }
  signal.throwIfAborted();
  const settles = offerOf === undefined ? undefined : { offersOf: offerOf, as: 'task' as const };
  await frames.finish(jobs, context.ports.clock.now(), settles);
  const findings = leftOut.result();
  return {
    words: `${plural(sorter.size, 'frame')} in ${plural(jobs.length, 'job')}`,
    ...(findings.total === 0 ? {} : { findings }),
  };
};

/** Writes while it lists, as long as frames come in the task's order: most listings do to their end. */
async function list(
  task: Task,
  sorter: FrameSorter,
  frames: FrameWriter,
  leftOut: FindingList,
  context: RequestContext,
): Promise<void> {
  // What task files and manifests tell beside the keys is not read back as easily as it is kept.
  const writesAhead = task.sources.every(({ reading }) => reading.kind === 'objects');
  let writing = Promise.resolve();
  let waiting = 0;
  let listed = 0;
  for await (const batch of readSources(task.sources, context, { leftOut, failed: leftOut })) {
    listed += batch.listed;
    sorter.add(batch.frames);
    if (writesAhead && sorter.isInOrder) {
      for (const run of sorter.takeInOrder()) {
        waiting++;
        writing = writing.then(async () => {
          await frames.add(run);
          waiting--;
        });
      }
      if (waiting > mostWaiting) await writing;
    }
    context.report({
      share: undefined,
      words: `Listing: ${plural(listed, 'object')} found, ${formatCount(sorter.size)} are frames`,
    });
  }
  await writing;
  if (sorter.size === 0) throw nothingFound(task, listed);
}

function nothingFound({ sources }: Task, listed: number): InvalidDataError {
  const prefix = sources[0]?.prefix ?? '';
  const place = prefix === '' ? 'this bucket' : `"${prefix}"`;
  return new InvalidDataError(`No image under ${place}: ${plural(listed, 'object')} listed, none taken.`, {
    where: prefix,
    remedy: {
      text: 'Choose another prefix or filter. Taken are .jpg, .png, .webp, .gif, .bmp and .avif.',
    },
  });
}
