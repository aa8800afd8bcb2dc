/** Reads the sources and makes their images the task's frames. */
import type { FrameWriter } from '../db/frame-writer.ts';
import type { JobPlan } from '../db/new-jobs.ts';
import { InvalidDataError } from '../errors.ts';
import { type FindingList, makeFindingList } from '../formats/findings.ts';
import { makeDivider, rangeSize, takesAll } from '../model/frame-range.ts';
import type { RequestResult } from '../model/request.ts';
import { mappedSegments, type Segment } from '../model/segments.ts';
import type { Task } from '../model/task.ts';
import { draw } from '../util/chance.ts';
import { ContextImages } from '../media/context-images.ts';
import { formatCount, plural } from '../util/numbers.ts';
import { checkJobCount, cutJobs } from './cut-jobs.ts';
import { frameNames } from './frame-names.ts';
import { compareOf, FrameSorter } from './frame-sorter.ts';
import type { Handler, RequestContext } from './handler.ts';
import { NamedFrames } from './named-frames.ts';
import { inPickedOrder, sortPicked } from './picked-order.ts';
import { readSources } from './read-sources.ts';
import { keepRelated, takeBeside } from './relate-frames.ts';

/** Runs of frames that wait for the disk, at the most. */
const mostWaiting = 8;

export const createTask: Handler<'create-task'> = async (params, context) => {
  const { tasks, signal } = context;
  const task = await tasks.get(params.taskId);
  if (!task) throw new InvalidDataError('This task was deleted.', { where: `task ${params.taskId}` });
  const leftOut = makeFindingList();
  const { offerOf } = params;
  if (task.jobFiles && offerOf === undefined) return createNamed(task, task.jobFiles, leftOut, context);
  const images = new ContextImages(task.dimension);
  const sorter = new FrameSorter(compareOf(task));
  let frames = await context.frames.write(task.id);
  if (offerOf === undefined) await list(task, sorter, frames, images, leftOut, context);
  else for await (const offered of context.syncs.offers(offerOf)) sorter.add(offered);
  const size = rangeSize(task.range, sorter.size);
  if (size === 0) throw nothingInRange(task, sorter.size);
  const jobs = cutJobs(task, size);
  if (!sorter.isInOrder && frames.size > 0) {
    await frames.flush();
    sorter.takeBack(await context.frames.unfinished(task.id));
    frames = await context.frames.write(task.id);
  }
  const divide = makeDivider(task.range);
  for (const batch of sorter.sorted()) {
    signal.throwIfAborted();
    const { taken, left } = divide(batch);
    await frames.add(taken);
    await frames.leaveOut(left);
    context.report({
      share: frames.size / size,
      words: `Writing ${formatCount(frames.size)} of ${plural(size, 'frame')}`,
    });
  }
  await keepRelated(images, frames, leftOut);
  signal.throwIfAborted();
  const settles = offerOf === undefined ? undefined : { offersOf: offerOf, as: 'task' as const };
  await frames.finish(planOf(task, jobs, size), context.ports.clock.now(), settles);
  return resultOf(size, jobs.length, leftOut);
};

/** The frames that each job's list of names says, and no others. */
async function createNamed(
  task: Task,
  jobFiles: readonly (readonly string[])[],
  leftOut: FindingList,
  context: RequestContext,
): Promise<RequestResult> {
  const images = new ContextImages(task.dimension);
  const named = new NamedFrames(jobFiles);
  const segments = mappedSegments(jobFiles.map(({ length }) => length));
  checkJobCount(segments.length, 0);
  const frames = await context.frames.write(task.id);
  const nameOf = await frameNames(task, context);
  let listed = 0;
  for await (const batch of readSources(task.sources, context, {
    leftOut,
    failed: leftOut,
    dimension: task.dimension,
  })) {
    listed += batch.listed;
    takeBeside(images, task.sources, batch, leftOut);
    await frames.leaveOut(named.take(batch.frames, nameOf));
    context.report({ share: undefined, words: `Listing: ${plural(listed, 'object')} found` });
  }
  const all = named.all();
  await frames.add(all);
  await keepRelated(images, frames, leftOut);
  context.signal.throwIfAborted();
  await frames.finish(planOf(task, segments, all.length), context.ports.clock.now());
  return resultOf(all.length, segments.length, leftOut);
}

function planOf({ replicas, groundTruth }: Task, segments: readonly Segment[], size: number): JobPlan {
  return {
    segments,
    replicas,
    groundTruth: groundTruth ? draw(groundTruth.frames, size, groundTruth.seed) : [],
  };
}

function resultOf(frames: number, jobs: number, leftOut: FindingList): RequestResult {
  const findings = leftOut.result();
  return {
    words: `${plural(frames, 'frame')} in ${plural(jobs, 'job')}`,
    ...(findings.total === 0 ? {} : { findings }),
  };
}

/** Writes while it lists, as long as frames come in the task's order: most listings do to their end. */
async function list(
  task: Task,
  sorter: FrameSorter,
  frames: FrameWriter,
  images: ContextImages,
  leftOut: FindingList,
  context: RequestContext,
): Promise<void> {
  // What task files and manifests tell beside the keys is not read back as easily as it is kept.
  const writesAhead = task.sources.every(({ reading }) => reading.kind === 'objects') && takesAll(task.range);
  let writing = Promise.resolve();
  let waiting = 0;
  let listed = 0;
  const isPicked = task.sorting === 'predefined';
  const sources = isPicked ? inPickedOrder(task.sources) : task.sources;
  for await (const batch of readSources(sources, context, {
    leftOut,
    failed: leftOut,
    dimension: task.dimension,
  })) {
    listed += batch.listed;
    takeBeside(images, sources, batch, leftOut);
    const source = sources[batch.source];
    sorter.add(isPicked && source ? sortPicked(source, batch.frames) : batch.frames);
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

function nothingInRange({ range }: Task, found: number): InvalidDataError {
  const { start, stop } = range;
  const said = stop === undefined ? `from ${start}` : `from ${start} to ${stop}`;
  return new InvalidDataError(`There are ${plural(found, 'frame')}, and none ${said}.`, {
    where: 'range',
    remedy: { text: 'The first frame is 0. Make the task again with another start.' },
  });
}

function nothingFound({ sources, dimension }: Task, listed: number): InvalidDataError {
  const prefix = sources[0]?.prefix ?? '';
  const place = prefix === '' ? 'this bucket' : `"${prefix}"`;
  const [what, endings] =
    dimension === '3d'
      ? ['point cloud', '.pcd and .bin']
      : ['image', '.jpg, .png, .webp, .gif, .bmp and .avif'];
  return new InvalidDataError(`No ${what} under ${place}: ${plural(listed, 'object')} listed, none taken.`, {
    where: prefix,
    remedy: { text: `Choose another prefix or filter. Taken are ${endings}.` },
  });
}
