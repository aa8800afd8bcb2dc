/** What a check or the doctor is about: a storage as it is, as a change would make it, or not saved yet. */
import { parseCredentials } from '../model/credentials-schema.ts';
import { InvalidDataError, StorageError } from '../errors.ts';
import { type Credentials, needsCredentials, type Storage, type StorageSettings } from '../model/storage.ts';
import type { House } from './open-workspace.ts';
import type { StorageChange, Subject } from './workspace.ts';

interface Resolved {
  readonly settings: StorageSettings;
  readonly credentials: Credentials | undefined;
}

/** Throws `StorageError` where its credentials are gone, `InvalidDataError` where new ones are not whole. */
export async function resolve(house: House, subject: Subject): Promise<Resolved> {
  if (!('id' in subject)) return subject;
  const storage = await house.storages.get(subject.id);
  if (!storage) {
    throw new StorageError('not-found', 'This storage is no longer attached.', { operation: 'list' });
  }
  return changed(house, storage, subject.change ?? {});
}

/** Settings and credentials with the change made. */
export async function changed({ vault }: House, storage: Storage, change: StorageChange): Promise<Resolved> {
  const { settings = storage.settings, credentials: entered } = change;
  if (!needsCredentials(settings)) return { settings, credentials: undefined };
  if (entered && !hasEmpty(entered)) return { settings, credentials: entered };
  const stored = await vault.credentials(storage);
  return { settings, credentials: entered ? completed(entered, stored) : stored };
}

/** Which bucket it is; a storage is of one for as long as it is there. */
export function refuseAnotherPlace(before: StorageSettings, after: StorageSettings): void {
  if (placeOf(before) === placeOf(after)) return;
  throw new InvalidDataError('A storage stays with its provider and its bucket.', {
    where: 'settings',
    remedy: { text: 'Attach the other bucket as a storage of its own.' },
  });
}

function placeOf(settings: StorageSettings): string {
  const { provider } = settings;
  if ('bucket' in settings) return `${provider} ${settings.bucket}`;
  if ('container' in settings) return `${provider} ${settings.account} ${settings.container}`;
  return 'folder' in settings ? `${provider} ${settings.folder}` : provider;
}

function hasEmpty(credentials: Credentials): boolean {
  return Object.values(credentials).includes('');
}

/** Empty fields take what is stored, where that is of the same kind. */
function completed(entered: Credentials, stored: Credentials | undefined): Credentials {
  const known = new Map<string, unknown>(
    stored && kindOf(stored) === kindOf(entered) ? Object.entries(stored) : [],
  );
  const fields = Object.entries(entered).map(([name, value]) => [
    name,
    value === '' ? (known.get(name) ?? '') : value,
  ]);
  try {
    return parseCredentials(Object.fromEntries(fields));
  } catch (cause) {
    throw new InvalidDataError('The credentials are not whole.', {
      where: 'credentials',
      cause,
      remedy: { text: 'Fields can be left empty only where credentials of the same kind are stored.' },
    });
  }
}

function kindOf(credentials: Credentials): string {
  return 'kind' in credentials ? credentials.kind : 's3';
}
