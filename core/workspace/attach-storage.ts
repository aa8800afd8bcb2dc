/** Attaching a storage, and new credentials for one. */
import { locked } from '../db/locked.ts';
import type { StorageId } from '../model/ids.ts';
import { type Credentials, isFolderAccess, type Keeping, type Storage } from '../model/storage.ts';
import { keepFolder } from './keep-folder.ts';
import type { House } from './open-workspace.ts';
import type { AttachInput } from './workspace.ts';

/** Throws `locked` where its credentials are to be kept under a passphrase that was not entered. */
export async function attachStorage(house: House, input: AttachInput): Promise<Storage> {
  const { storages, vault, ports } = house;
  const now = ports.clock.now();
  const { name, settings, keeping, credentials, description = '', manifests = [] } = input;
  const access = credentials && isFolderAccess(credentials) ? credentials : undefined;
  const passphrase = keeping === 'passphrase' ? vault.passphrase : undefined;
  if (keeping === 'passphrase' && !passphrase) throw locked(name);
  if (access && settings.provider === 'folder') await keepFolder(house, settings, access);
  const row = {
    uid: ports.random.uuid(),
    name,
    description,
    settings,
    manifests,
    owner: '',
    keeping,
    ...told(credentials),
    createdAt: now,
    updatedAt: now,
  };
  const isSealed = keeping !== 'session' && !access;
  const id = await storages.add(row, isSealed ? credentials : undefined, passphrase);
  if (access) vault.holdFolder(id, access);
  else if (credentials && keeping === 'session') await vault.keep({ id, name, keeping }, credentials);
  return { ...row, id };
}

export async function renewStorage(
  { storages, vault, ports }: House,
  id: StorageId,
  credentials: Credentials,
  keeping: Keeping,
): Promise<void> {
  const name = (await storages.get(id))?.name ?? '';
  await vault.keep({ id, name, keeping }, credentials);
  await storages.update(id, { keeping, ...told(credentials), updatedAt: ports.clock.now() });
}

/** What a storage's row tells of its credentials: their kind, and how to tell them from others. */
export function told(
  credentials: Credentials | undefined,
): Pick<Storage, 'keyHint'> & Partial<Pick<Storage, 'credentialsKind'>> {
  if (!credentials) return { keyHint: '' };
  return { keyHint: hint(credentials), credentialsKind: 'kind' in credentials ? credentials.kind : 's3' };
}

/** The end of what names the credentials, never of what is secret. */
function hint(credentials: Credentials): string {
  if (!('kind' in credentials)) return credentials.accessKeyId.slice(-4);
  switch (credentials.kind) {
    case 'gcs-key-file':
      return credentials.clientEmail.split('@', 1)[0]?.slice(-4) ?? '';
    case 'gcs-hmac':
      return credentials.accessId.slice(-4);
    case 'redis-password':
      return credentials.user.slice(-4);
    case 'azure-principal':
    case 'azure-sign-in':
    case 'gcs-sign-in':
      return credentials.clientId.slice(-4);
    case 'azure-sas':
    case 'azure-key':
    case 'gcs-token':
    case 'redis-token':
    case 'folder-handle':
    case 'folder-files':
      return '';
  }
}
