/** Small pictures of frames, made once. */
import { decodePicture } from '../media/image/picture.ts';
import { makeThumbnail } from '../media/image/thumbnail.ts';
import type { TaskId } from '../model/ids.ts';
import type { House } from './open-workspace.ts';

/** Undefined when the frame cannot be read: a list is no place for its troubles. */
export async function thumbnail(
  { tasks, vault }: House,
  taskId: TaskId,
  frame: number,
  signal?: AbortSignal,
): Promise<Blob | undefined> {
  const kept = await tasks.thumbnail(taskId, frame);
  if (kept) return kept;
  const [task, [entry]] = await Promise.all([tasks.get(taskId), tasks.frames(taskId, frame, frame)]);
  if (!task || !entry) return undefined;
  try {
    const store = await vault.open(task.sourceStorageId);
    const picture = await decodePicture(await store.read(entry.key, signal ? { signal } : {}), entry.key);
    const blob = await makeThumbnail(picture);
    picture.close();
    await tasks.keepThumbnail(taskId, frame, blob);
    return blob;
  } catch {
    return undefined;
  }
}
