/** Small pictures of frames, made once. */
import type { TaskId } from '../model/ids.ts';
import type { House } from './open-workspace.ts';

/** Undefined when the frame cannot be read: a list is no place for its troubles. */
export async function thumbnail(
  { frames, vault }: House,
  taskId: TaskId,
  frame: number,
  signal?: AbortSignal,
): Promise<Blob | undefined> {
  const kept = await frames.thumbnail(taskId, frame);
  if (kept) return kept;
  const [entry] = await frames.list(taskId, frame, frame);
  if (!entry) return undefined;
  try {
    const [store, { decodePicture }, { makeThumbnail }] = await Promise.all([
      vault.open(entry.storageId),
      import('../media/image/picture.ts'),
      import('../media/image/thumbnail.ts'),
    ]);
    const picture = await decodePicture(await store.read(entry.key, signal ? { signal } : {}), entry.key);
    const blob = await makeThumbnail(picture);
    picture.close();
    await frames.keepThumbnail(taskId, frame, blob);
    return blob;
  } catch {
    return undefined;
  }
}
