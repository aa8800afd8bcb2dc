/** Small pictures of storages, made once of their first image and kept on the device's own disk. */
import { isAbort, toErrorReport } from '../errors.ts';
import { decodePicture } from '../media/image/picture.ts';
import { makeThumbnail } from '../media/image/thumbnail.ts';
import type { StorageId } from '../model/ids.ts';
import { readDeviceFile, removeDeviceFile, writeDeviceFile } from '../requests/device-file.ts';
import type { ObjectInfo } from '../storage/object-store.ts';
import type { House } from './open-workspace.ts';
import type { Preview } from './workspace.ts';

const place = (uid: string): { folder: 'previews'; name: string } => ({
  folder: 'previews',
  name: `${uid}.jpg`,
});

/** Never throws but for an abort: a card says the reason in the picture's place. */
export async function preview(
  { storages, vault, ports }: House,
  id: StorageId,
  image: ObjectInfo | undefined,
  signal?: AbortSignal,
): Promise<Preview> {
  const storage = await storages.get(id);
  if (!storage) return { reason: 'No longer attached' };
  const kept = await readDeviceFile(ports.files, place(storage.uid)).catch(() => undefined);
  if (kept && kept.size > 0) return { picture: kept };
  if (!image) return { reason: '' };
  try {
    const store = await vault.open(id);
    const picture = await decodePicture(await store.read(image.key, signal ? { signal } : {}), image.key);
    const blob = await makeThumbnail(picture);
    picture.close();
    // Kept where there is room; seen in any case.
    await writeDeviceFile(ports.files, place(storage.uid), [blob]).catch((error: unknown) =>
      ports.log.warn('A preview was not kept', error),
    );
    return { picture: blob };
  } catch (error) {
    if (isAbort(error)) throw error;
    return { reason: toErrorReport(error).message };
  }
}

/** The next preview is made anew. */
export async function dropPreview({ ports }: House, uid: string): Promise<void> {
  await removeDeviceFile(ports.files, place(uid)).catch((error: unknown) =>
    ports.log.warn('A preview was not removed', error),
  );
}
