/** Where a container and its blobs are. */
import { StorageError } from '../../errors.ts';
import type { AzureSettings } from '../../model/storage.ts';
import { encodeStrict } from '../s3/url.ts';

type Place = Pick<AzureSettings, 'account' | 'container' | 'endpoint'>;

/** The account's root without a slash at its end. */
export function accountUrl({ account, endpoint }: Pick<Place, 'account' | 'endpoint'>): string {
  return (endpoint || `https://${account}.blob.core.windows.net`).replace(/\/+$/, '');
}

/** The container's address without a slash at its end. */
export function containerUrl(place: Place): string {
  return `${accountUrl(place)}/${encodeStrict(place.container)}`;
}

/**
 * A blob's address. Keys are never normalised.
 * @throws StorageError `invalid-name` for keys that no address can carry, or that Azure would keep under another name.
 */
export function blobUrl(place: Place, key: string, operation: string): string {
  const segments = key.split('/');
  if (key === '' || !key.isWellFormed() || segments.some((part) => part === '.' || part === '..')) {
    throw new StorageError('invalid-name', `A browser cannot ask for an object named "${key}".`, {
      operation,
      key,
      remedy: { text: 'Names with a part that is only "." or ".." cannot be put in an address. Rename it.' },
    });
  }
  if (key.includes('\\')) {
    throw new StorageError('invalid-name', `Azure would keep "${key}" with "/" in place of "\\".`, {
      operation,
      key,
      remedy: { text: 'Choose a name without a backslash.' },
    });
  }
  return `${containerUrl(place)}/${segments.map(encodeStrict).join('/')}`;
}
