/** Rows of the images beside frames. */
import { type FrameEntry, framesPerPage, type RelatedImages } from '../model/frame.ts';
import type { TaskId } from '../model/ids.ts';

/** Of one page; frames without any have no row. */
export function relatedRows(
  taskId: TaskId,
  page: number,
  frames: readonly FrameEntry[],
  relatedOf: (frame: FrameEntry) => readonly string[],
): RelatedImages[] {
  return frames
    .map((frame, index) => ({ taskId, frame: page * framesPerPage + index, keys: relatedOf(frame) }))
    .filter(({ keys }) => keys.length > 0);
}
