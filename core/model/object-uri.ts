/** Addresses of objects as they stand in task data (Label Studio's schemes). */

type UriScheme = 's3' | 'gs' | 'azure-blob' | 'azure-spi' | 'local-files' | 'http';

export interface ObjectUri {
  readonly scheme: UriScheme;
  /** Bucket or container; of `local-files` the origin of the server, or nothing; of `http` nothing. */
  readonly bucket: string;
  /** As it was written, nothing decoded; but of `local-files` the path, decoded, and of `http` the whole address. */
  readonly key: string;
}

const inBucket = /^(s3|gs|azure-blob|azure-spi):\/\/([^/]+)\/([^]+)$/i;
const localFiles = /^(https?:\/\/[^/?#\s]+)?\/data\/local-files\/?\?(?:[^#\s]*?&)?d=([^&#]+)/i;
const webAddress = /^https?:\/\/[^/?#\s]+[^\s]*$/i;
const schemes: Readonly<Record<string, UriScheme>> = {
  s3: 's3',
  gs: 'gs',
  'azure-blob': 'azure-blob',
  'azure-spi': 'azure-spi',
};

/** Reads the whole text; undefined where it is no such address, or names no object. */
export function parseObjectUri(text: string): ObjectUri | undefined {
  const [, name = '', bucket = '', key = ''] = inBucket.exec(text) ?? [];
  const scheme = schemes[name.toLowerCase()];
  if (scheme) return { scheme, bucket, key };
  const local = localFiles.exec(text);
  if (local) return { scheme: 'local-files', bucket: local[1] ?? '', key: decode(local[2] ?? '') };
  return webAddress.test(text) ? { scheme: 'http', bucket: '', key: text } : undefined;
}

/** Reads back as the same, with the scheme in small letters. */
export function printObjectUri({ scheme, bucket, key }: ObjectUri): string {
  if (scheme === 'http') return key;
  if (scheme !== 'local-files') return `${scheme}://${bucket}/${key}`;
  return `${bucket}/data/local-files/?d=${encodeURIComponent(key.toWellFormed()).replaceAll('%2F', '/')}`;
}

/** A stray percent sign stays one. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
