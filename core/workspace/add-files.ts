/** Copies a person's files into a storage, one after the other. */
import { isAbort, isError, toErrorReport } from '../errors.ts';
import type { Findings } from '../model/request.ts';
import type { ObjectStore } from '../storage/object-store.ts';

const mostFindings = 200;

export interface AddedFile {
  /** The object's key: the file's name, behind its folders where it lay in some. */
  readonly key: string;
  readonly file: File;
}

export interface AddFilesOptions {
  /** Below the storage's own prefix, as every key is. */
  readonly prefix: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: { readonly files: number; readonly bytes: number }) => void;
}

/**
 * Never writes over what is there. A full disk ends it: what is left is told to be not copied, each for that reason.
 * Throws when aborted, after the last whole file.
 */
export async function addFiles(
  store: ObjectStore,
  files: readonly AddedFile[],
  { prefix, signal, onProgress }: AddFilesOptions,
): Promise<Findings> {
  const items: { where: string; what: string }[] = [];
  let total = 0;
  let bytes = 0;
  let full: string | undefined;
  const leaveOut = (where: string, what: string): void => {
    total += 1;
    if (items.length < mostFindings) items.push({ where, what });
  };
  for (const [index, { key, file }] of files.entries()) {
    if (full === undefined) {
      try {
        const contentType = file.type || 'application/octet-stream';
        await store.write(prefix + key, file, { contentType, ifNoneMatch: '*', signal });
      } catch (error) {
        if (isAbort(error)) throw error;
        const { message } = toErrorReport(error);
        if (isError(error, 'disk') && error.code === 'full') full = 'This device has no room for it.';
        leaveOut(key, message);
      }
    } else {
      leaveOut(key, full);
    }
    bytes += file.size;
    onProgress({ files: index + 1, bytes });
  }
  return { total, items };
}
