/** Storages and their sealed credentials. Credentials stand in a table of their own that no backup reads. */
import type { StorageId } from '../model/ids.ts';
import type { Credentials, Storage } from '../model/storage.ts';
import type { Database } from './database.ts';
import { makeSealingKey, seal, unseal } from './sealing.ts';

const keyName = 'credentials';

export class StorageRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** With credentials they are sealed first, so that nobody ever sees the storage without them. */
  async add(storage: Omit<Storage, 'id'>, credentials?: Credentials): Promise<StorageId> {
    const db = this.#db;
    const sealed = credentials && (await seal(await this.#key(), credentials));
    return db.transaction('rw', [db.storages, db.credentials], async () => {
      const id = await db.storages.add(storage);
      if (sealed) await db.credentials.add({ storageId: id, ...sealed });
      return id;
    });
  }

  async get(id: StorageId): Promise<Storage | undefined> {
    return this.#db.storages.get(id);
  }

  /** By name. */
  async list(): Promise<Storage[]> {
    const storages = await this.#db.storages.toArray();
    return storages.sort((a, b) => a.name.localeCompare(b.name));
  }

  async update(id: StorageId, patch: Partial<Omit<Storage, 'id'>>): Promise<void> {
    await this.#db.storages.update(id, patch);
  }

  async remove(id: StorageId): Promise<void> {
    const db = this.#db;
    await db.transaction('rw', [db.storages, db.credentials], async () => {
      await db.storages.delete(id);
      await db.credentials.delete(id);
    });
  }

  async keepCredentials(id: StorageId, credentials: Credentials): Promise<void> {
    const sealed = await seal(await this.#key(), credentials);
    await this.#db.credentials.put({ storageId: id, ...sealed });
  }

  async forgetCredentials(id: StorageId): Promise<void> {
    await this.#db.credentials.delete(id);
  }

  async credentials(id: StorageId): Promise<Credentials | undefined> {
    const row = await this.#db.credentials.get(id);
    return row && unseal(await this.#key(), row);
  }

  /** The device's own key: made once, never leaves the browser, cannot be exported. */
  async #key(): Promise<CryptoKey> {
    const kept = await this.#db.keys.get(keyName);
    if (kept) return kept.key;
    // A second tab may have been faster: the first key in the table is the one.
    const key = await makeSealingKey();
    await this.#db.keys.add({ name: keyName, key }).catch(() => undefined);
    return (await this.#db.keys.get(keyName))?.key ?? key;
  }
}
