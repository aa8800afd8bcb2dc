/** A small picture of an object that belongs to no task. */
import { decodePicture } from '../media/image/picture.ts';
import { shrinkPicture } from '../media/image/thumbnail.ts';
import type { StorageId } from '../model/ids.ts';
import type { House } from './open-workspace.ts';
import type { Glimpse } from './workspace.ts';

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
