/** Lists the source and makes its images the task's frames. Nothing is downloaded. */
import { InvalidDataError } from '../errors.ts';
import { isImageKey } from '../media/kinds.ts';
import type { FrameEntry } from '../model/frame.ts';
import { maxJobs, segments } from '../model/segments.ts';
import { listAll } from '../storage/list-all.ts';
import { compareNatural, compareUtf8 } from '../util/text-order.ts';
import { globMatcher } from '../util/glob.ts';
import { formatCount, plural } from '../util/numbers.ts';
import type { Handler } from './handler.ts';

/** Left-out objects that are named one by one; the rest are only counted. */
const namedLeftOut = 200;

export const createTask: Handler<'create-task'> = async (params, context) => {
  const { tasks, signal } = context;
  const task = await tasks.get(params.taskId);
  if (!task) throw new InvalidDataError('This task was deleted.', { where: `task ${params.taskId}` });
  const { store } = await context.openStorage(task.sourceStorageId);
  const { prefix, pattern } = task.selection;
  const matches = globMatcher(pattern);
  const frames: FrameEntry[] = [];
  const leftOut: { where: string; what: string }[] = [];
  let found = 0;
  let leftOutCount = 0;
  for await (const page of listAll(store, { prefix, signal })) {
    for (const object of page.objects) {
      found += 1;
      const rest = object.key.slice(prefix.length);
      if (isImageKey(object.key) && (pattern === '' || matches(rest))) {
        frames.push({ key: object.key, size: object.size, etag: object.etag });
        continue;
      }
      // A key that ends with a slash is how consoles draw an empty folder.
      if (object.key.endsWith('/')) continue;
      leftOutCount += 1;
      if (leftOut.length < namedLeftOut) {
        const what = isImageKey(object.key) ? 'does not match the pattern' : 'is no image by its name';
        leftOut.push({ where: object.key, what });
      }
    }
    context.report({
      share: undefined,
      words: `Listing: ${plural(found, 'object')} found, ${formatCount(frames.length)} are images`,
    });
  }
  if (frames.length === 0) {
    const place = prefix === '' ? 'this bucket' : `"${prefix}"`;
    throw new InvalidDataError(`No image under ${place}: ${plural(found, 'object')} listed, none taken.`, {
      where: prefix,
      remedy: {
        text: 'Choose another prefix or pattern. Taken are .jpg, .png, .webp, .gif, .bmp and .avif.',
      },
    });
  }
  const compare = task.sorting === 'natural' ? compareNatural : compareUtf8;
  frames.sort((a, b) => compare(a.key, b.key));
  const cut = segments({ size: frames.length, segmentSize: task.segmentSize, overlap: task.overlap });
  if (cut.length > maxJobs) {
    throw new InvalidDataError(
      `That would be ${plural(cut.length, 'job')}; a task holds ${formatCount(maxJobs)}.`,
      {
        where: 'frames in a job',
        remedy: { text: `Take at least ${plural(Math.ceil(frames.length / maxJobs), 'frame')} a job.` },
      },
    );
  }
  context.report({ share: 1, words: `Writing ${plural(frames.length, 'frame')}` });
  signal.throwIfAborted();
  await tasks.fill(task.id, frames, cut, context.ports.clock.now());
  return {
    words: `${plural(frames.length, 'frame')} in ${plural(cut.length, 'job')}`,
    ...(leftOutCount === 0 ? {} : { findings: { total: leftOutCount, items: leftOut } }),
  };
};
