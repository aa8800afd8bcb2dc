/** Writes annotations in a format: streamed to the device's disk, and from there to a target storage if one is named. */
import { InvalidDataError, isError, StorageError } from '../errors.ts';
import { formatEntry } from '../formats/registry.ts';
import type { Job } from '../model/job.ts';
import { formatBytes, plural } from '../util/numbers.ts';
import { annotatedFrames } from './annotated-frames.ts';
import { removeDeviceFile, writeDeviceFile } from './device-file.ts';
import { frameNames } from './frame-names.ts';
import type { Handler, ParamsOf, RequestContext } from './handler.ts';

export const exportAnnotations: Handler<'export-annotations'> = async (params, context) => {
  const { tasks, ports, signal } = context;
  const task = await tasks.get(params.taskId);
  if (!task) throw new InvalidDataError('This task was deleted.', { where: `task ${params.taskId}` });
  const jobs = await jobsOf(params, context);
  const entry = formatEntry(params.format);
  const format = await entry.load();
  const nameOf = await frameNames(task, context);
  const total = frameCount(jobs);
  const chosen = task;
  let boxes = 0;
  let pass = 0;
  async function* source() {
    pass += 1;
    let frames = 0;
    for await (const record of annotatedFrames(context, chosen, jobs, nameOf)) {
      frames += 1;
      if (pass === 1) boxes += record.shapes.length;
      context.report({
        share: Math.min(1, (pass - 1 + frames / total) / 2),
        words: `Writing ${entry.name}: frame ${frames} of ${plural(total, 'frame')}`,
      });
      yield record;
    }
  }
  const place = { folder: 'results', name: `export-${context.id}${entry.extension}` } as const;
  const file = await writeDeviceFile(ports.files, place, format.write(source, task.labels), signal);
  const words = `${plural(boxes, 'box', 'boxes')} on ${plural(total, 'frame')}, ${formatBytes(file.size)}`;
  if (params.target === 'file') {
    return { words, file: { path: place.name, name: params.fileName, size: file.size } };
  }
  try {
    await upload(params.target, file, context);
  } finally {
    await removeDeviceFile(ports.files, place);
  }
  return { words: `${words}, written to ${params.target.key}` };
};

async function jobsOf(params: ParamsOf<'export-annotations'>, context: RequestContext): Promise<Job[]> {
  const chosen =
    params.jobId === undefined
      ? await context.jobs.ordinaryOfTask(params.taskId)
      : await context.jobs.many([params.jobId]);
  if (chosen.length > 0) return chosen;
  throw new InvalidDataError('There is no job to export.', { where: `task ${params.taskId}` });
}

/** Frames that the jobs cover; overlaps count once. */
function frameCount(jobs: readonly Job[]): number {
  const [only] = jobs;
  if (jobs.length === 1 && only?.frames) return only.frames.length;
  const first = Math.min(...jobs.map((job) => job.startFrame));
  return Math.max(...jobs.map((job) => job.stopFrame)) - first + 1;
}

async function upload(
  target: { readonly storageId: number; readonly key: string },
  file: Blob,
  context: RequestContext,
): Promise<void> {
  const { store } = await context.openStorage(target.storageId);
  const report = (sent: number): void =>
    context.report({
      share: file.size === 0 ? 1 : sent / file.size,
      words: `Writing to ${target.key}: ${formatBytes(sent)} of ${formatBytes(file.size)}`,
    });
  report(0);
  try {
    await store.write(target.key, file, {
      contentType: 'application/json',
      ifNoneMatch: '*',
      signal: context.signal,
      onProgress: report,
    });
  } catch (error) {
    if (!isError(error, 'storage') || error.code !== 'precondition-failed') throw error;
    throw new StorageError(
      'precondition-failed',
      `There is already an object "${target.key}". Nothing was overwritten.`,
      {
        operation: 'write',
        key: target.key,
        cause: error,
        remedy: { text: 'Export again under another name, or remove that object first.' },
      },
    );
  }
}
