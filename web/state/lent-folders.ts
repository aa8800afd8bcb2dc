/** Folders that were lent in this tab and are not attached yet. They cannot be typed, so forms hold them by a name of ours. */
import type { FolderAccess } from '#core/model/storage.ts';

export interface LentFolder {
  readonly name: string;
  readonly access: FolderAccess;
}

const lent = new Map<string, LentFolder>();

/** Gives what it is known by from then on. */
export function holdFolder(folder: LentFolder): string {
  const uid = crypto.randomUUID();
  lent.set(uid, folder);
  return uid;
}

export function lentFolder(uid: string): LentFolder | undefined {
  return lent.get(uid);
}
