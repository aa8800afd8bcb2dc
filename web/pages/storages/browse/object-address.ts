/** Where an object lies, and what folders hang from, as people say it. */
import type { StorageSettings } from '#core/model/storage.ts';
import { addressOf } from '#web/state/storage-words.ts';

/** "s3://bucket/key" and its kin; the key itself where the kind of storage has no addresses. */
export function addressOfObject(settings: StorageSettings, key: string): string {
  const { provider } = settings;
  const hasAddresses = provider === 's3' || provider === 'azure' || provider === 'gcs';
  return hasAddresses ? addressOf({ ...settings, prefix: key }) : key;
}

/** What folders of a storage hang from, in a word or two. */
export function rootOf(settings: StorageSettings): string {
  if ('bucket' in settings) return settings.bucket;
  if ('container' in settings) return settings.container;
  return settings.provider === 'redis' ? `database ${settings.database}` : 'all';
}
