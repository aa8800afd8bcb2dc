/** Opens storages with their credentials: sealed ones and lent folders from disk, the others from this tab's memory. */
import type { FolderRepository } from '../db/folders.ts';
import { locked } from '../db/locked.ts';
import type { OpenPassphrase } from '../db/passphrase.ts';
import type { StorageRepository } from '../db/storages.ts';
import { StorageError } from '../errors.ts';
import { plainAddress } from '../model/frame.ts';
import type { StorageId } from '../model/ids.ts';
import {
  type Credentials,
  type FolderAccess,
  type FolderSettings,
  needsCredentials,
  type Storage,
} from '../model/storage.ts';
import type { Ports } from '../ports.ts';
import type { ObjectStore } from '../storage/object-store.ts';

/** What is kept in memory only, told so that workers of the same tab can have it too. */
export interface SessionCredentials {
  readonly credentials: ReadonlyMap<StorageId, Credentials>;
  readonly passphrase: OpenPassphrase | undefined;
}

export class Vault {
  readonly #storages: StorageRepository;
  readonly #folders: () => Promise<FolderRepository>;
  readonly #ports: Ports;
  readonly #session = new Map<StorageId, Credentials>();
  readonly #open = new Map<StorageId, Promise<ObjectStore>>();
  #passphrase: OpenPassphrase | undefined;
  readonly #listeners = new Set<(session: SessionCredentials) => void>();

  constructor(storages: StorageRepository, folders: () => Promise<FolderRepository>, ports: Ports) {
    this.#storages = storages;
    this.#folders = folders;
    this.#ports = ports;
  }

  /** Called now and after each change of what is kept in memory. */
  onSession(listener: (session: SessionCredentials) => void): void {
    this.#listeners.add(listener);
    listener(this.#kept());
  }

  /** Takes over what another thread of this tab keeps in memory. */
  setSession(session: SessionCredentials): void {
    this.#session.clear();
    for (const [id, credentials] of session.credentials) this.#session.set(id, credentials);
    this.#passphrase = session.passphrase;
    this.#open.clear();
  }

  /** What the entered passphrase gives; undefined before it is entered in this tab. */
  get passphrase(): OpenPassphrase | undefined {
    return this.#passphrase;
  }

  /** What is under the passphrase can be used from now on; without one, no more. */
  setPassphrase(passphrase: OpenPassphrase | undefined): void {
    this.#passphrase = passphrase;
    this.#open.clear();
    this.#tell();
  }

  /** Throws `locked` where they are to be kept under a passphrase that was not entered. */
  async keep(storage: Pick<Storage, 'id' | 'name' | 'keeping'>, credentials: Credentials): Promise<void> {
    if (storage.keeping === 'passphrase' && !this.#passphrase) throw locked(storage.name);
    // In memory before the first await: a list on the page asks for them as soon as it sees the storage.
    this.#session.set(storage.id, credentials);
    if (storage.keeping === 'session') await this.#storages.forgetCredentials(storage.id);
    else {
      const passphrase = storage.keeping === 'passphrase' ? this.#passphrase : undefined;
      await this.#storages.keepCredentials(storage, credentials, passphrase);
      this.#session.delete(storage.id);
    }
    this.forget(storage.id);
    this.#tell();
  }

  /** Files of a folder live as long as the tab; a handle is in the database, where all tabs find it. */
  holdFolder(id: StorageId, access: FolderAccess): void {
    if (access.kind === 'folder-files') this.#session.set(id, access);
    else this.#session.delete(id);
    this.forget(id);
    this.#tell();
  }

  /** Forgets credentials that are needed no more. */
  async discard(id: StorageId): Promise<void> {
    this.#session.delete(id);
    await this.#storages.forgetCredentials(id);
    this.forget(id);
    this.#tell();
  }

  /** The next use opens the storage anew. */
  forget(id: StorageId): void {
    this.#open.delete(id);
  }

  async open(id: StorageId): Promise<ObjectStore> {
    const kept = this.#open.get(id);
    if (kept) return kept;
    const opening = this.#openNow(id);
    this.#open.set(id, opening);
    opening.catch(() => this.#open.delete(id));
    return opening;
  }

  /** Together with what is known of it. */
  async openWithSettings(id: StorageId): Promise<{ storage: Storage; store: ObjectStore }> {
    const [storage, store] = await Promise.all([this.#storages.get(id), this.open(id)]);
    if (storage) return { storage, store };
    throw new StorageError('not-found', 'This storage is no longer attached.', { operation: 'open' });
  }

  async #openNow(id: StorageId): Promise<ObjectStore> {
    // Not with the first page, which opens none.
    const { openAddressStore, openStore } = await import('../storage/registry.ts');
    if (id === plainAddress) return openAddressStore(this.#ports);
    const storage = await this.#storages.get(id);
    if (!storage) {
      throw new StorageError('not-found', 'This storage is no longer attached.', { operation: 'open' });
    }
    return openStore(storage.settings, await this.credentials(storage), this.#ports);
  }

  #kept(): SessionCredentials {
    return { credentials: this.#session, passphrase: this.#passphrase };
  }

  #tell(): void {
    for (const listener of this.#listeners) listener(this.#kept());
  }

  /** Throws `locked` or `credentials-expired` where they cannot be had. */
  async credentials(storage: Storage): Promise<Credentials | undefined> {
    if (!needsCredentials(storage.settings)) return undefined;
    const held = this.#session.get(storage.id);
    if (held) return held;
    if (storage.settings.provider === 'folder') return this.#folder(storage.settings);
    const credentials = await this.#storages.credentials(storage, this.#passphrase);
    if (credentials) return credentials;
    if (storage.keeping === 'passphrase') throw forgotten(storage.name);
    throw new StorageError(
      'credentials-expired',
      `The keys of "${storage.name}" were kept only until their tab closed. Your work is on this device.`,
      { operation: 'open', remedy: { text: 'Enter the keys again; work goes on where it was.' } },
    );
  }

  async #folder(settings: FolderSettings): Promise<Credentials> {
    const row = await (await this.#folders()).get(settings.folder);
    if (row?.handle) return { kind: 'folder-handle', handle: row.handle };
    throw (await import('../storage/folder/not-lent.ts')).notLent(settings.name);
  }
}

function forgotten(name: string): StorageError {
  return new StorageError('credentials-expired', `The passphrase over the keys of "${name}" was forgotten.`, {
    operation: 'open',
    remedy: { text: 'Enter the keys again; work goes on where it was.' },
  });
}
