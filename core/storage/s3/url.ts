/** Where a bucket and its objects are, as addresses whose bytes a signature can rely on. */
import { StorageError } from '../../errors.ts';
import type { S3Settings } from '../../model/storage.ts';

/** Percent-encodes all but RFC 3986's unreserved characters, as SigV4 asks (`encodeURIComponent` leaves five more). */
export function encodeStrict(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Amazon's own service root for a region. */
export function amazonEndpoint(region: string): string {
  return `https://s3.${region}.amazonaws.com${region.startsWith('cn-') ? '.cn' : ''}`;
}

/** The bucket's address without a slash at its end. */
export function bucketUrl(settings: S3Settings): string {
  const root = (settings.endpoint || amazonEndpoint(settings.region)).replace(/\/+$/, '');
  // A wildcard certificate covers one level, so a dotted bucket cannot be a host name over https.
  const virtual =
    settings.addressing === 'virtual' && !(root.startsWith('https:') && settings.bucket.includes('.'));
  return virtual ? root.replace('://', `://${settings.bucket}.`) : `${root}/${encodeStrict(settings.bucket)}`;
}

/**
 * An object's address. Keys are never normalised.
 * @throws StorageError `invalid-name` for keys that no address can carry: every browser resolves `.` and `..`
 * away, encoded or not, and half a surrogate pair has no UTF-8.
 */
export function objectUrl(settings: S3Settings, key: string, operation: string): string {
  const segments = key.split('/');
  if (key === '' || !key.isWellFormed() || segments.some((part) => part === '.' || part === '..')) {
    throw new StorageError('invalid-name', `A browser cannot ask for an object named "${key}".`, {
      operation,
      key,
      remedy: { text: 'Names with a part that is only "." or ".." cannot be put in an address. Rename it.' },
    });
  }
  return `${bucketUrl(settings)}/${segments.map(encodeStrict).join('/')}`;
}
