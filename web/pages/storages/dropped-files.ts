/** The files of a drop or of a chooser, with the folders that they lay in. */
import type { AddedFile } from '#core/workspace/add-files.ts';

/** As a chooser gives them: of a chosen folder, with its path. */
export function chosenFiles(files: FileList | null): AddedFile[] {
  return [...(files ?? [])].map((file) => ({ key: file.webkitRelativePath || file.name, file }));
}

/** Must be called in the drop itself: the browser shows what was dropped only then. */
export async function droppedFiles(transfer: DataTransfer): Promise<AddedFile[]> {
  const entries = [...transfer.items].flatMap((item) => {
    const entry = item.webkitGetAsEntry();
    return entry ? [entry] : [];
  });
  // What does not come from a disk has no entry.
  if (entries.length === 0) return chosenFiles(transfer.files);
  const found = await Promise.all(entries.map(filesIn));
  return found.flat();
}

async function filesIn(entry: FileSystemEntry): Promise<AddedFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ key: entry.fullPath.replace(/^\//, ''), file }];
  }
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const found: AddedFile[] = [];
  // A reader gives some entries each time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return found;
    for (const inner of some) found.push(...(await filesIn(inner)));
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
