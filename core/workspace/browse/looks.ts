/** Looking at one object: a small picture of it, and which tasks have it. */
import { decodePicture } from '../../media/image/picture.ts';
import { shrinkPicture } from '../../media/image/thumbnail.ts';
import type { StorageId } from '../../model/ids.ts';
import type { House } from '../open-workspace.ts';
import type { Glimpse, ObjectUse } from '../workspace.ts';

/** Throws what the storage refuses, or a `FrameError` where the object is no image. */
export async function glimpse(
  { vault }: Pick<House, 'vault'>,
  id: StorageId,
  key: string,
  signal: AbortSignal,
): Promise<Glimpse> {
  const store = await vault.open(id);
  const blob = await store.read(key, { signal });
  signal.throwIfAborted();
  const picture = await decodePicture(blob, key);
  try {
    const { width, height } = picture;
    return { picture: await shrinkPicture(picture), width, height };
  } finally {
    picture.close();
  }
}

/** Reads the frames of every task that reads from the storage, some thousand at a time. */
export async function usedIn(
  { tasks, frames }: Pick<House, 'tasks' | 'frames'>,
  id: StorageId,
  key: string,
  signal: AbortSignal,
): Promise<ObjectUse[]> {
  const uses: ObjectUse[] = [];
  for (const task of await tasks.usingStorage(id)) {
    const mayHold = task.sources.some(
      ({ storageId, reading, prefix, picked }) =>
        reading.kind !== 'objects' || (storageId === id && (picked.length > 0 || key.startsWith(prefix))),
    );
    if (!mayHold) continue;
    let first = 0;
    for await (const page of frames.pages(task.id)) {
      signal.throwIfAborted();
      const at = page.findIndex((frame) => frame.storageId === id && frame.key === key);
      if (at >= 0) {
        uses.push({ taskId: task.id, name: task.name, frame: first + at });
        break;
      }
      first += page.length;
    }
  }
  return uses;
}
