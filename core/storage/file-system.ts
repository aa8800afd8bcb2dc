/** What stores on file systems share: the browser's own disk, and folders that a person lends. */
import { StorageError } from '../errors.ts';
import type { ObjectInfo, WriteOptions } from './object-store.ts';

export function isFolder(handle: FileSystemHandle): handle is FileSystemDirectoryHandle {
  return handle.kind === 'directory';
}

export function isFile(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === 'file';
}

export function isMissing(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'NotFoundError';
}

/** A disk keeps no version of a file; its time and size stand in. */
export function toInfo(key: string, { size, lastModified, type }: File): ObjectInfo {
  const etag = `${lastModified.toString(36)}-${size}`;
  return { key, size, etag, modified: lastModified, ...(type ? { contentType: type } : {}) };
}

/** Throws where a write is not wanted over what `there` is the version of, undefined for nothing. */
export function checkCondition(
  key: string,
  { ifMatch, ifNoneMatch }: WriteOptions,
  there: string | undefined,
  place: string,
): void {
  if (ifNoneMatch === undefined ? ifMatch === undefined || there === ifMatch : there === undefined) return;
  const what = ifNoneMatch ? `is already ${place}` : 'was changed after it was read here';
  throw new StorageError('precondition-failed', `"${key}" ${what}. Nothing was overwritten.`, {
    operation: 'write',
    key,
    remedy: { text: ifNoneMatch ? 'Choose another name.' : 'Read it again, then decide.' },
  });
}

/** Fills a file; what stood there stays until all is written. Gives the new file. */
export async function fill(
  handle: FileSystemFileHandle,
  body: Blob,
  { signal, onProgress }: WriteOptions,
): Promise<File> {
  const stream = await handle.createWritable();
  await body.stream().pipeTo(stream, signal ? { signal } : {});
  onProgress?.(body.size);
  return handle.getFile();
}
