/** The leave that a browser gives for a folder. It may lapse at any time, and does with most reloads. */
import { StorageError } from '../../errors.ts';

export type FolderMode = 'read' | 'readwrite';

interface Asking {
  queryPermission(descriptor: { readonly mode: FolderMode }): Promise<PermissionState>;
  requestPermission(descriptor: { readonly mode: FolderMode }): Promise<PermissionState>;
}

/** Only browsers with a folder picker have these; where there is none, there is nothing to ask either. */
function isAsking(handle: FileSystemDirectoryHandle): handle is FileSystemDirectoryHandle & Asking {
  return 'queryPermission' in handle && 'requestPermission' in handle;
}

/** Asks the person. In a page, and within a click: browsers answer nothing else. */
export async function requestFolder(
  handle: FileSystemDirectoryHandle,
  mode: FolderMode,
): Promise<PermissionState> {
  return isAsking(handle) ? handle.requestPermission({ mode }) : 'granted';
}

/** Says why the browser refused: it was not asked yet this time, or a person said no. */
export async function refusedFolder(
  handle: FileSystemDirectoryHandle | undefined,
  name: string,
  about: {
    readonly mode: FolderMode;
    readonly operation: string;
    readonly key?: string;
    readonly cause: unknown;
  },
): Promise<StorageError> {
  const { mode, ...fields } = about;
  const state = handle && isAsking(handle) ? await handle.queryPermission({ mode }) : 'denied';
  const deed = mode === 'read' ? 'read' : 'write to';
  if (state === 'prompt') {
    return new StorageError(
      'credentials-expired',
      `The browser asks anew before this page may ${deed} the folder "${name}".`,
      { ...fields, remedy: { text: 'Allow the folder again; work goes on where it was.' } },
    );
  }
  return new StorageError('forbidden', `This page may not ${deed} the folder "${name}".`, {
    ...fields,
    remedy: {
      text: 'Allow the folder again. Where the browser does not ask any more, reset the permissions of this page beside its address.',
    },
  });
}
