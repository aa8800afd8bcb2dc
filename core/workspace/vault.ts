/** Opens storages with their credentials: sealed ones from disk, the others from this tab's memory. */
import type { StorageRepository } from '../db/storages.ts';
import { StorageError } from '../errors.ts';
import { plainAddress } from '../model/frame.ts';
import type { StorageId } from '../model/ids.ts';
import { type Credentials, needsCredentials, type Storage } from '../model/storage.ts';
import type { Ports } from '../ports.ts';
import type { ObjectStore } from '../storage/object-store.ts';

/** Told of credentials kept in memory only, so that workers of the same tab can have them too. */
export type SessionCredentials = ReadonlyMap<StorageId, Credentials>;

export class Vault {
  readonly #storages: StorageRepository;
  readonly #ports: Ports;
  readonly #session = new Map<StorageId, Credentials>();
  readonly #open = new Map<StorageId, Promise<ObjectStore>>();
  readonly #listeners = new Set<(session: SessionCredentials) => void>();

  constructor(storages: StorageRepository, ports: Ports) {
    this.#storages = storages;
    this.#ports = ports;
  }

  /** Called now and after each change of what is kept in memory. */
  onSession(listener: (session: SessionCredentials) => void): void {
    this.#listeners.add(listener);
    listener(this.#session);
  }

  /** Takes over what another thread of this tab keeps in memory. */
  setSession(session: SessionCredentials): void {
    this.#session.clear();
    for (const [id, credentials] of session) this.#session.set(id, credentials);
    this.#open.clear();
  }

  async keep(storage: Pick<Storage, 'id' | 'keeping'>, credentials: Credentials): Promise<void> {
    // In memory before the first await: a list on the page asks for them as soon as it sees the storage.
    this.#session.set(storage.id, credentials);
    if (storage.keeping === 'session') await this.#storages.forgetCredentials(storage.id);
    else {
      await this.#storages.keepCredentials(storage.id, credentials);
      this.#session.delete(storage.id);
    }
    this.forget(storage.id);
    for (const listener of this.#listeners) listener(this.#session);
  }

  /** Forgets credentials that are needed no more. */
  async discard(id: StorageId): Promise<void> {
    this.#session.delete(id);
    await this.#storages.forgetCredentials(id);
    this.forget(id);
    for (const listener of this.#listeners) listener(this.#session);
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

  async credentials(storage: Storage): Promise<Credentials | undefined> {
    if (!needsCredentials(storage.settings)) return undefined;
    const credentials = this.#session.get(storage.id) ?? (await this.#storages.credentials(storage.id));
    if (credentials) return credentials;
    throw new StorageError(
      'credentials-expired',
      `The keys of "${storage.name}" were kept only until their tab closed. Your work is on this device.`,
      { operation: 'open', remedy: { text: 'Enter the keys again; work goes on where it was.' } },
    );
  }
}
