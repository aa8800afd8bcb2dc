/** Context images of a task: gathered while its sources are read, and kept with its frames. */
import type { FrameWriter } from '../db/frame-writer.ts';
import type { FindingList } from '../formats/findings.ts';
import { ContextImages } from '../media/context-images.ts';
import { mediaKind } from '../media/kinds.ts';
import type { Task } from '../model/task.ts';
import type { RequestContext } from './handler.ts';
import { readSources, type SourceBatch } from './read-sources.ts';

/** Takes what one stretch of the sources told; point clouds beside images are told on. */
export function takeBeside(
  images: ContextImages,
  sources: Task['sources'],
  { source, frames, beside }: SourceBatch,
  leftOut?: Pick<FindingList, 'add'>,
): void {
  const storageId = sources[source]?.storageId;
  if (storageId === undefined) return;
  const keys = beside.map(({ key }) => key);
  images.take(storageId, frames, keys);
  for (const key of keys) {
    if (mediaKind(key) === 'pointcloud') leftOut?.add(key, 'is a point cloud, and this task is of images');
  }
}

/** Writes them beside the frames that are on disk; those that belong to none are told. */
export async function keepRelated(
  images: ContextImages,
  frames: FrameWriter,
  leftOut: Pick<FindingList, 'add'>,
): Promise<void> {
  if (images.isEmpty) return;
  const match = images.match();
  await frames.flush();
  await frames.relate((frame) => match.of(frame));
  for (const key of match.left()) leftOut.add(key, 'lies beside no frame of this task');
}

/**
 * Looks through a task's sources once more, for a sync that was killed and knows only the rest of them. Undefined where
 * nothing is to be looked for.
 */
export async function gatherAgain(task: Task, context: RequestContext): Promise<ContextImages | undefined> {
  if (task.dimension === '2d' && !(await context.frames.hasRelated(task.id))) return undefined;
  const images = new ContextImages(task.dimension);
  for await (const batch of readSources(task.sources, context, { dimension: task.dimension })) {
    takeBeside(images, task.sources, batch);
  }
  return images;
}
