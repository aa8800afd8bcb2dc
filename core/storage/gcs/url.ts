/** Where a bucket and its objects are: in Google's JSON interface, and in the XML one that signatures are for. */
import { StorageError } from '../../errors.ts';
import type { GcsSettings } from '../../model/storage.ts';
import { encodeStrict } from '../s3/url.ts';

type Place = Pick<GcsSettings, 'bucket' | 'endpoint'>;

/** The service's root without a slash at its end. */
export function serviceRoot({ endpoint }: Pick<GcsSettings, 'endpoint'>): string {
  return (endpoint || 'https://storage.googleapis.com').replace(/\/+$/, '');
}

/** The collection of objects in the JSON interface; `upload` for the address that takes bodies. */
export function objectsUrl(settings: Place, kind: 'read' | 'upload' = 'read'): string {
  const path = kind === 'upload' ? '/upload/storage/v1' : '/storage/v1';
  return `${serviceRoot(settings)}${path}/b/${encodeStrict(settings.bucket)}/o`;
}

/**
 * An object's address in the JSON interface. Its key is one segment, slashes encoded, so only the whole keys
 * `.` and `..` cannot be asked for.
 * @throws StorageError `invalid-name`
 */
export function objectUrl(settings: Place, key: string, operation: string): string {
  checkKey(key, [key], operation);
  return `${objectsUrl(settings)}/${encodeStrict(key)}`;
}

/** The bucket's address in the XML interface, in path style. */
export function xmlBucketUrl(settings: Place): string {
  return `${serviceRoot(settings)}/${encodeStrict(settings.bucket)}`;
}

/**
 * An object's address in the XML interface, where slashes stay.
 * @throws StorageError `invalid-name` for parts that every browser resolves away.
 */
export function xmlObjectUrl(settings: Place, key: string, operation: string): string {
  const segments = key.split('/');
  checkKey(key, segments, operation);
  return `${xmlBucketUrl(settings)}/${segments.map(encodeStrict).join('/')}`;
}

function checkKey(key: string, segments: readonly string[], operation: string): void {
  const asked = key !== '' && key.isWellFormed() && !segments.some((part) => part === '.' || part === '..');
  if (asked) return;
  throw new StorageError('invalid-name', `A browser cannot ask for an object named "${key}".`, {
    operation,
    key,
    remedy: { text: 'Names with a part that is only "." or ".." cannot be put in an address. Rename it.' },
  });
}

/** Parameters of a query, encoded as signatures ask and in their order: by name. */
export function encodeQuery(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .map(([name, value]) => [encodeStrict(name), encodeStrict(value)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}
