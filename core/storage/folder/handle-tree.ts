/** A folder lent by its handle. */
import { compareUtf8 } from '../../util/text-order.ts';
import { SortedRuns } from '../../util/sorted-runs.ts';
import { isFile, isFolder, isMissing } from '../file-system.ts';
import { isListed, isName } from './path.ts';
import type { Found, Tree, Walk } from './tree.ts';

export function handleTree(root: FileSystemDirectoryHandle): Tree {
  return {
    async *walk(walk) {
      const text = walk.prefix.slice(0, walk.prefix.lastIndexOf('/') + 1);
      const top = await topOf(root, text);
      if (top) yield* walkFolder(top, text, walk);
    },
    file: async ({ folders, file }) =>
      (await (await descend(root, folders, false)).getFileHandle(file)).getFile(),
  };
}

export async function descend(
  root: FileSystemDirectoryHandle,
  folders: readonly string[],
  create: boolean,
): Promise<FileSystemDirectoryHandle> {
  let folder = root;
  for (const name of folders) folder = await folder.getDirectoryHandle(name, { create });
  return folder;
}

/** The folder that a prefix is in; undefined where there is none. Rejects where the lent folder itself is gone. */
async function topOf(
  root: FileSystemDirectoryHandle,
  text: string,
): Promise<FileSystemDirectoryHandle | undefined> {
  const folders = text.split('/').slice(0, -1);
  if (!folders.every(isName)) return undefined;
  try {
    return await descend(root, folders, false);
  } catch (error) {
    const isNone = isMissing(error) || error instanceof TypeError || isOfAnotherKind(error);
    if (!isNone) throw error;
    await root.keys().next();
    return undefined;
  }
}

/** Reads a whole folder before its first file, as disks list in no order; what is below comes in its turn. */
async function* walkFolder(
  folder: FileSystemDirectoryHandle,
  text: string,
  walk: Walk,
): AsyncGenerator<Found> {
  const { prefix, startAfter, grouped, rest } = walk;
  const entries = new SortedRuns<{ readonly name: string; readonly handle: FileSystemHandle }>((a, b) =>
    compareUtf8(a.name, b.name),
  );
  for await (const handle of folder.values()) {
    await rest();
    const name = handle.kind === 'directory' ? `${handle.name}/` : handle.name;
    const key = text + name;
    const isWanted = key.startsWith(prefix) && isListed(key, prefix);
    if (isWanted && reachesBeyond(key, startAfter)) entries.add({ name, handle });
  }
  for (const { name, handle } of entries.inOrder()) {
    await rest();
    const key = text + name;
    if (isFile(handle)) yield { key, open: () => handle.getFile() };
    else if (grouped) yield key;
    else if (isFolder(handle)) yield* walkFolder(handle, key, walk);
  }
}

/** Whether a file, or something in a folder, comes after a key. */
function reachesBeyond(key: string, after: string): boolean {
  return compareUtf8(key.endsWith('/') ? `${key}\u{10FFFF}` : key, after) > 0;
}

function isOfAnotherKind(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TypeMismatchError';
}
