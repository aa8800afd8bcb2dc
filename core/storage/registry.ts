/** Every kind of storage: one line each, loaded when first used. */
import { StorageError } from '../errors.ts';
import {
  type AzureCredentials,
  type Credentials,
  type GcsCredentials,
  isFolderAccess,
  type RedisCredentials,
  type S3Credentials,
  type StorageSettings,
} from '../model/storage.ts';
import type { Ports } from '../ports.ts';
import type { ObjectStore } from './object-store.ts';
import { withRetry } from './retry.ts';

/** Opens a store without asking anything of it yet. Passing failures are tried again inside. */
export async function openStore(
  settings: StorageSettings,
  credentials: Credentials | undefined,
  ports: Ports,
): Promise<ObjectStore> {
  return withRetry(await open(settings, credentials, ports), ports);
}

/** Opens what is named by whole addresses and needs no storage. */
export async function openAddressStore(ports: Ports): Promise<ObjectStore> {
  return withRetry((await import('./urls/store.ts')).openAnyAddress(ports), ports);
}

async function open(
  settings: StorageSettings,
  credentials: Credentials | undefined,
  ports: Ports,
): Promise<ObjectStore> {
  switch (settings.provider) {
    case 's3':
      return (await import('./s3/store.ts')).openS3Store(settings, only(credentials, isS3), ports);
    case 'azure':
      return (await import('./azure/store.ts')).openAzureStore(settings, only(credentials, isAzure), ports);
    case 'gcs':
      return (await import('./gcs/store.ts')).openGcsStore(settings, only(credentials, isGcs), ports);
    case 'redis':
      return (await import('./redis/store.ts')).openRedisStore(settings, only(credentials, isRedis), ports);
    case 'urls':
      return (await import('./urls/store.ts')).openUrlsStore(settings, undefined, ports);
    case 'device':
      return (await import('./device/store.ts')).openDeviceStore(settings, undefined, ports);
    case 'folder':
      return (await import('./folder/store.ts')).openFolderStore(
        settings,
        only(credentials, isFolderAccess),
        ports,
      );
  }
}

const isS3 = (credentials: Credentials): credentials is S3Credentials => !('kind' in credentials);
const isAzure = (credentials: Credentials): credentials is AzureCredentials =>
  'kind' in credentials && credentials.kind.startsWith('azure-');
const isGcs = (credentials: Credentials): credentials is GcsCredentials =>
  'kind' in credentials && credentials.kind.startsWith('gcs-');
const isRedis = (credentials: Credentials): credentials is RedisCredentials =>
  'kind' in credentials && (credentials.kind === 'redis-password' || credentials.kind === 'redis-token');

/** Credentials of the kind that the storage takes; others were never meant for it. */
function only<Kind extends Credentials>(
  credentials: Credentials | undefined,
  is: (credentials: Credentials) => credentials is Kind,
): Kind | undefined {
  if (credentials === undefined || is(credentials)) return credentials;
  throw new StorageError('credentials-invalid', 'These credentials belong to another kind of storage.', {
    operation: 'open',
    remedy: { text: 'Enter the credentials of this storage again.' },
  });
}
