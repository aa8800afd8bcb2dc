/** How storages are said: their address, their service, and which one an address belongs to. */
import type { S3Settings, Storage, StorageSettings } from '#core/model/storage.ts';
import { sampleFolder } from '#core/workspace/sample/place.ts';
import { counted } from '#web/ui/format.ts';

/** "s3://bucket/prefix" and its kin, or where on this device. */
export function addressOf(settings: StorageSettings): string {
  switch (settings.provider) {
    case 's3':
      return `s3://${settings.bucket}/${settings.prefix}`;
    case 'azure':
      return `azure-blob://${settings.container}/${settings.prefix}`;
    case 'gcs':
      return `gs://${settings.bucket}/${settings.prefix}`;
    case 'redis':
      return `redis, database ${settings.database}, ${settings.prefix}*`;
    case 'urls':
      return counted(settings.urls.length, 'address', 'addresses');
    case 'device':
      return `${settings.folder}/${settings.prefix} in this browser`;
    case 'folder':
      return `${settings.name}/${settings.prefix}`;
  }
}

/** Who serves it: the provider, or the server's name where it is one of one's own. */
export function serviceOf(settings: StorageSettings): string {
  const own = 'endpoint' in settings ? settings.endpoint : '';
  if (own !== '') return URL.canParse(own) ? new URL(own).host : own;
  switch (settings.provider) {
    case 's3':
      return 'Amazon S3';
    case 'azure':
      return `Azure, ${settings.account}`;
    case 'gcs':
      return 'Google Cloud Storage';
    case 'redis':
      return 'Redis';
    case 'urls':
      return 'Addresses';
    case 'device':
      return 'This device';
    case 'folder':
      return 'Folder of this computer';
  }
}

/** The letters on its tile; undefined where it has an icon. */
export function lettersOf(settings: StorageSettings): string | undefined {
  const letters = {
    s3: 'S3',
    azure: 'AZ',
    gcs: 'GCS',
    redis: 'R',
    urls: 'URL',
    device: undefined,
    folder: undefined,
  };
  return letters[settings.provider];
}

/** Whether annotations can be written there, as far as settings tell. */
export function mayWrite(settings: StorageSettings): boolean {
  if (settings.provider === 'device') return true;
  if (settings.provider === 'folder') return settings.writable;
  return 'anonymous' in settings && (!settings.anonymous || settings.provider === 'redis');
}

/** Whether a task of this storage is proposed to write there too. The sample's own folder is left as it was drawn. */
export function isUsualTarget(settings: StorageSettings): boolean {
  return mayWrite(settings) && !(settings.provider === 'device' && settings.folder === sampleFolder);
}

/** The storage that holds what the address names: same bucket and service, longest prefix. */
export function storageFor(
  address: Partial<Pick<S3Settings, 'bucket' | 'prefix' | 'endpoint'>>,
  storages: readonly Storage[],
): Storage | undefined {
  if (address.bucket === undefined) return undefined;
  const fitting = storages.flatMap((storage) => {
    const { settings } = storage;
    if (settings.provider !== 's3' || settings.bucket !== address.bucket) return [];
    if (address.endpoint !== undefined && settings.endpoint !== address.endpoint) return [];
    return (address.prefix ?? '').startsWith(settings.prefix) ? [{ storage, prefix: settings.prefix }] : [];
  });
  return fitting.toSorted((a, b) => b.prefix.length - a.prefix.length)[0]?.storage;
}
