/** Folders that a person lent, and by what they are known again. */
import { InvalidDataError } from '../errors.ts';
import type { FolderAccess } from '../model/storage.ts';
import type { ObjectStore } from '../storage/object-store.ts';
import type { Database } from './database.ts';

/** A file of the folder as it was when it was lent. */
interface Mark {
  readonly key: string;
  readonly size: number;
}

export interface FolderRow {
  readonly uid: string;
  readonly name: string;
  /** Undefined where only its files were lent: those end with their tab. */
  readonly handle: FileSystemDirectoryHandle | undefined;
  readonly marks: readonly Mark[];
}

/** Of so many of the first files, some are noted. */
const firstFiles = 1000;
const mostMarks = 8;

export class FolderRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  async get(uid: string): Promise<FolderRow | undefined> {
    return this.#db.folders.get(uid);
  }

  /** Keeps a folder with some names and sizes of it, which `store` lists. */
  async keep(uid: string, name: string, access: FolderAccess, store: ObjectStore): Promise<void> {
    const marks = await marksOf(store);
    await this.#db.folders.put({ uid, name, handle: handleOf(access), marks });
  }

  /** Takes a folder that was lent again. Throws where it is another one. */
  async lendAgain(uid: string, access: FolderAccess, store: ObjectStore): Promise<void> {
    const row = await this.#db.folders.get(uid);
    if (!row) return;
    const found = await Promise.all(row.marks.map((mark) => isThere(store, mark)));
    // Some may have been changed or deleted meanwhile.
    const same = found.filter(Boolean).length;
    if (row.marks.length > 0 && same * 2 < row.marks.length) {
      throw new InvalidDataError(`This is not the folder "${row.name}" as it was lent.`, {
        where: `${same} of ${row.marks.length} files looked for are in it, with their sizes`,
        remedy: { text: 'Choose the same folder; another one can be attached as a storage of its own.' },
      });
    }
    await this.#db.folders.update(uid, { handle: handleOf(access) });
  }

  async remove(uid: string): Promise<void> {
    await this.#db.folders.delete(uid);
  }
}

function handleOf(access: FolderAccess): FileSystemDirectoryHandle | undefined {
  return access.kind === 'folder-handle' ? access.handle : undefined;
}

/** Spread evenly over the first page. */
async function marksOf(store: ObjectStore): Promise<Mark[]> {
  for await (const { objects } of store.list({ pageSize: firstFiles })) {
    const step = Math.max(1, Math.floor(objects.length / mostMarks));
    return objects
      .filter((_, index) => index % step === 0)
      .slice(0, mostMarks)
      .map(({ key, size }) => ({ key, size }));
  }
  return [];
}

async function isThere(store: ObjectStore, { key, size }: Mark): Promise<boolean> {
  return store.stat(key).then(
    (info) => info.size === size,
    () => false,
  );
}
