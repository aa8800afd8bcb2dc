/** The three ways a person lends a folder: the picker, dropping it, and a file input that takes folders. */
import type { LentFolder } from '#web/state/lent-folders.ts';

interface Picking {
  showDirectoryPicker(options: { readonly mode: 'read' }): Promise<FileSystemDirectoryHandle>;
}

function isPicking(host: Window): host is Window & Picking {
  return 'showDirectoryPicker' in host;
}

/** Where it cannot, an input that takes folders is left. */
export function hasPicker(): boolean {
  return isPicking(window);
}

/** In a click. Undefined when nothing is chosen. */
export async function pickFolder(): Promise<LentFolder | undefined> {
  if (!isPicking(window)) return undefined;
  try {
    const handle = await window.showDirectoryPicker({ mode: 'read' });
    return byHandle(handle);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

/** What an input that takes folders was given; undefined where that is nothing. */
export function folderOfInput(chosen: FileList): LentFolder | undefined {
  const [first] = chosen;
  if (!first) return undefined;
  const [name = ''] = first.webkitRelativePath.split('/', 1);
  const files = new Map<string, File>();
  for (const file of chosen) files.set(file.webkitRelativePath.slice(name.length + 1), file);
  return { name, access: { kind: 'folder-files', files } };
}

interface Handing {
  getAsFileSystemHandle(): Promise<FileSystemHandle | null>;
}

function isHanding(item: DataTransferItem): item is DataTransferItem & Handing {
  return 'getAsFileSystemHandle' in item;
}

/** The first folder that was dropped. What was dropped can be asked for only until the event ends, so no `await` before. */
export async function droppedFolder({ items }: DataTransfer): Promise<LentFolder | undefined> {
  const handles: Promise<FileSystemHandle | null>[] = [];
  const entries: FileSystemEntry[] = [];
  for (const item of items) {
    if (item.kind !== 'file') continue;
    if (isHanding(item)) handles.push(item.getAsFileSystemHandle());
    else {
      const entry = item.webkitGetAsEntry();
      if (entry) entries.push(entry);
    }
  }
  const handle = (await Promise.all(handles)).find((each) => each !== null && isDirectory(each));
  if (handle && isDirectory(handle)) return byHandle(handle);
  const entry = entries.find((each) => each.isDirectory);
  if (!entry || !isDirectoryEntry(entry)) return undefined;
  const files = new Map<string, File>();
  await readEntries(entry, '', files);
  return { name: entry.name, access: { kind: 'folder-files', files } };
}

function byHandle(handle: FileSystemDirectoryHandle): LentFolder {
  return { name: handle.name, access: { kind: 'folder-handle', handle } };
}

function isDirectory(handle: FileSystemHandle): handle is FileSystemDirectoryHandle {
  return handle.kind === 'directory';
}

function isDirectoryEntry(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFileEntry(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

async function readEntries(
  folder: FileSystemDirectoryEntry,
  text: string,
  into: Map<string, File>,
): Promise<void> {
  const reader = folder.createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    // It gives a hundred or so at a time, and none at the end.
    if (some.length === 0) return;
    for (const entry of some) {
      const key = text + entry.name;
      if (isDirectoryEntry(entry)) await readEntries(entry, `${key}/`, into);
      else if (isFileEntry(entry)) {
        into.set(key, await new Promise<File>((resolve, reject) => entry.file(resolve, reject)));
      }
    }
  }
}
