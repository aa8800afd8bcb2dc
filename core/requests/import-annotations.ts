/** Takes annotations from a file: all that can be taken at once, or nothing; and says what could not. */
import { jobLock } from '../annotate/job-lock.ts';
import { InvalidDataError } from '../errors.ts';
import type { ReadResult } from '../formats/format.ts';
import { formatEntry } from '../formats/registry.ts';
import { hasFrame, type Job } from '../model/job.ts';
import type { Task } from '../model/task.ts';
import type { Shape } from '../model/shape.ts';
import { formatCount, plural } from '../util/numbers.ts';
import { readDeviceFile, removeDeviceFile } from './device-file.ts';
import { frameNames } from './frame-names.ts';
import type { Handler, RequestContext } from './handler.ts';

export const importAnnotations: Handler<'import-annotations'> = async (params, context) => {
  const { tasks, annotations, ports, signal } = context;
  const task = await tasks.get(params.taskId);
  if (!task) throw new InvalidDataError('This task was deleted.', { where: `task ${params.taskId}` });
  const jobs =
    params.jobId === undefined
      ? await context.jobs.ordinaryOfTask(task.id)
      : await context.jobs.many([params.jobId]);
  const format = await formatEntry(params.format).load();
  const place = { folder: 'incoming', name: params.file } as const;
  const file = await readDeviceFile(ports.files, place);
  context.report({ share: undefined, words: `Reading ${params.fileName}` });
  const frames = await framesOf(jobs, context, task);
  const read = await format.read(file, { labels: task.labels, frames });
  signal.throwIfAborted();
  context.report({ share: undefined, words: `Writing ${plural(read.taken, 'box', 'boxes')}` });
  const free = await holdJobs(jobs, read, context);
  try {
    const byJob = assign(jobs, read, ports.clock.now());
    await annotations.addShapes(byJob, { name: `Import ${params.fileName}`, at: ports.clock.now() });
  } finally {
    for (const release of free) release();
  }
  await removeDeviceFile(ports.files, place);
  return {
    words: `${formatCount(read.taken)} of ${plural(read.found, 'box', 'boxes')} taken`,
    ...(read.findings.total === 0 ? {} : { findings: read.findings }),
  };
};

async function framesOf(
  jobs: readonly Job[],
  context: RequestContext,
  task: Task,
): Promise<{ frame: number; key: string }[]> {
  const first = Math.min(...jobs.map((job) => job.startFrame));
  const last = Math.max(...jobs.map((job) => job.stopFrame));
  const [entries, nameOf] = await Promise.all([
    context.frames.list(task.id, first, last),
    frameNames(task, context),
  ]);
  return entries.map((entry, index) => ({ frame: first + index, key: nameOf(entry) }));
}

/** The first job that has the frame takes its objects, as in CVAT. */
function jobOf(jobs: readonly Job[], frame: number): Job | undefined {
  return jobs.find((job) => hasFrame(job, frame));
}

function assign(
  jobs: readonly Job[],
  read: ReadResult,
  now: number,
): Map<number, Map<number, Omit<Shape, 'id'>[]>> {
  const byJob = new Map<number, Map<number, Omit<Shape, 'id'>[]>>();
  for (const { frame, shapes } of read.frames) {
    const job = jobOf(jobs, frame);
    if (!job || shapes.length === 0) continue;
    const frames = byJob.get(job.id) ?? new Map<number, Omit<Shape, 'id'>[]>();
    byJob.set(job.id, frames);
    frames.set(frame, [
      ...(frames.get(frame) ?? []),
      ...shapes.map((shape) => ({ ...shape, updatedAt: now })),
    ]);
  }
  return byJob;
}

/** Holds every job that is written to. Throws when one is open in a tab: two hands would write one log. */
async function holdJobs(
  jobs: readonly Job[],
  read: ReadResult,
  { ports }: RequestContext,
): Promise<(() => void)[]> {
  const touched = new Set(read.frames.map(({ frame }) => jobOf(jobs, frame)?.id));
  const held: (() => void)[] = [];
  for (const id of touched) {
    if (id === undefined) continue;
    const release = await ports.locks.tryHold(jobLock(id));
    if (release) {
      held.push(release);
      continue;
    }
    for (const each of held) each();
    throw new InvalidDataError(`Job ${id} is open in a tab. Nothing was imported.`, {
      where: `job ${id}`,
      remedy: { text: 'Close the job, then try this import again.' },
    });
  }
  return held;
}
