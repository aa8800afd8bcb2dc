/** Storages and their sealed credentials. Credentials stand in a table of their own that no backup reads. */
import { StorageError } from '../errors.ts';
import type { StorageId } from '../model/ids.ts';
import type { Credentials, Storage } from '../model/storage.ts';
import type { Database, SealedRow } from './database.ts';
import { locked } from './locked.ts';
import type { OpenPassphrase } from './passphrase.ts';
import { makeSealingKey, seal, unseal } from './sealing.ts';

const keyName = 'credentials';

export class StorageRepository {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /**
   * With credentials they are sealed first, so that nobody ever sees the storage without them: under the
   * passphrase, or by the device's own key.
   */
  async add(
    storage: Omit<Storage, 'id'>,
    credentials?: Credentials,
    passphrase?: OpenPassphrase,
  ): Promise<StorageId> {
    const db = this.#db;
    const sealed = credentials && (await this.#seal(credentials, passphrase));
    return db.transaction('rw', [db.storages, db.credentials, db.passphrases], async () => {
      await this.#checkStill(passphrase, storage.name);
      const id = await db.storages.add(storage);
      if (sealed) await db.credentials.add({ storageId: id, ...sealed });
      return id;
    });
  }

  async get(id: StorageId): Promise<Storage | undefined> {
    return this.#db.storages.get(id);
  }

  /** Those that are there, in the order of `ids`. */
  async many(ids: readonly StorageId[]): Promise<Storage[]> {
    const found = await this.#db.storages.bulkGet([...ids]);
    return found.filter((storage) => storage !== undefined);
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

  async keepCredentials(
    { id, name }: Pick<Storage, 'id' | 'name'>,
    credentials: Credentials,
    passphrase?: OpenPassphrase,
  ): Promise<void> {
    const db = this.#db;
    const sealed = await this.#seal(credentials, passphrase);
    await db.transaction('rw', [db.credentials, db.passphrases], async () => {
      await this.#checkStill(passphrase, name);
      await db.credentials.put({ storageId: id, ...sealed });
    });
  }

  async forgetCredentials(id: StorageId): Promise<void> {
    await this.#db.credentials.delete(id);
  }

  /** Throws `locked` where they are under a passphrase that was not entered, or is another one by now. */
  async credentials(
    { id, name }: Pick<Storage, 'id' | 'name'>,
    passphrase?: OpenPassphrase,
  ): Promise<Credentials | undefined> {
    const row = await this.#db.credentials.get(id);
    if (!row) return undefined;
    if (row.sealedBy !== undefined && row.sealedBy !== passphrase?.id) throw locked(name);
    const key = row.sealedBy === undefined || !passphrase ? await this.#key() : passphrase.key;
    return unseal(key, row).catch((cause: unknown) => {
      throw new StorageError('credentials-invalid', `What is kept of the keys of "${name}" is damaged.`, {
        operation: 'open',
        cause,
        remedy: { text: 'Enter the keys again; work goes on where it was.' },
      });
    });
  }

  async #seal(
    credentials: Credentials,
    passphrase: OpenPassphrase | undefined,
  ): Promise<Omit<SealedRow, 'storageId'>> {
    if (!passphrase) return seal(await this.#key(), credentials);
    return { ...(await seal(passphrase.key, credentials)), sealedBy: passphrase.id };
  }

  /** In a transaction: another tab may have changed the passphrase. */
  async #checkStill(passphrase: OpenPassphrase | undefined, name: string): Promise<void> {
    if (!passphrase) return;
    if ((await this.#db.passphrases.get('workspace'))?.id !== passphrase.id) throw locked(name);
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
