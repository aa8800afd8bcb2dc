/** Files on the device's own disk: what came in, results that wait to be fetched, and storages' pictures. */
import type { Files } from '../ports.ts';

type Folder = 'incoming' | 'results' | 'previews';

async function folder(files: Files, name: Folder): Promise<FileSystemDirectoryHandle> {
  const root = await files.root();
  return root.getDirectoryHandle(name, { create: true });
}

/** Streams chunks into a file; it is there whole or, when writing fails or is aborted, not at all. */
export async function writeDeviceFile(
  files: Files,
  place: { readonly folder: Folder; readonly name: string },
  chunks: AsyncIterable<Uint8Array<ArrayBuffer> | Blob> | Iterable<Blob>,
  signal?: AbortSignal,
): Promise<File> {
  const handle = await (await folder(files, place.folder)).getFileHandle(place.name, { create: true });
  const writable = await handle.createWritable();
  try {
    for await (const chunk of chunks) {
      signal?.throwIfAborted();
      await writable.write(chunk);
    }
    await writable.close();
  } catch (error) {
    await writable.abort();
    await removeDeviceFile(files, place);
    throw error;
  }
  return handle.getFile();
}

export async function readDeviceFile(
  files: Files,
  place: { readonly folder: Folder; readonly name: string },
): Promise<File> {
  return (await (await folder(files, place.folder)).getFileHandle(place.name)).getFile();
}

/** No error when it is gone already. */
export async function removeDeviceFile(
  files: Files,
  place: { readonly folder: Folder; readonly name: string },
): Promise<void> {
  const directory = await folder(files, place.folder);
  await directory.removeEntry(place.name).catch((error: unknown) => {
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
  });
}
