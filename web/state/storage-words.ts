/** How storages are said: their address, their service, and which one an address belongs to. */
import type { S3Settings, Storage, StorageSettings } from '#core/model/storage.ts';

/** "s3://bucket/prefix", the same with the server's name, or where on this device. */
export function addressOf(settings: StorageSettings): string {
  if (settings.provider === 'device') return 'Folder on this device';
  return `s3://${settings.bucket}/${settings.prefix}`;
}

export function serviceOf(settings: StorageSettings): string {
  if (settings.provider === 'device') return 'This device';
  if (settings.endpoint === '') return 'Amazon S3';
  try {
    return new URL(settings.endpoint).host;
  } catch {
    return settings.endpoint;
  }
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
