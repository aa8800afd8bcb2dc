/**
 * Presigned requests: AWS Signature Version 4 in the query, payload unsigned.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
import type { S3Credentials } from '../../model/storage.ts';
import { encodeStrict } from './url.ts';

interface RequestToSign {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  /** Scheme, host and encoded path; no query. */
  readonly url: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly expiresSeconds: number;
}

export type Sign = (request: RequestToSign) => Promise<string>;

const algorithm = 'AWS4-HMAC-SHA256';
const encoder = new TextEncoder();

/** Addresses without a signature, for public buckets. */
export const signNothing: Sign = async ({ url, query }) => {
  const text = canonicalQuery(query ?? {});
  return text === '' ? url : `${url}?${text}`;
};

/** Signs with one credential. The day's key is derived once (four HMACs), each request costs one more. */
export function makeSigner(credentials: S3Credentials, region: string): Sign {
  let day = '';
  let dayKey: Promise<CryptoKey> | undefined;

  return async ({ method, url, query, now, expiresSeconds }) => {
    const time = new Date(now).toISOString().replace(/[-:]|\.\d{3}/g, '');
    const date = time.slice(0, 8);
    if (dayKey === undefined || date !== day) {
      day = date;
      dayKey = deriveKey(credentials.secretAccessKey, date, region);
    }
    const scope = `${date}/${region}/s3/aws4_request`;
    const signedQuery = canonicalQuery({
      ...query,
      'X-Amz-Algorithm': algorithm,
      'X-Amz-Credential': `${credentials.accessKeyId}/${scope}`,
      'X-Amz-Date': time,
      'X-Amz-Expires': String(expiresSeconds),
      ...(credentials.sessionToken === undefined ? {} : { 'X-Amz-Security-Token': credentials.sessionToken }),
      'X-Amz-SignedHeaders': 'host',
    });
    const root = new URL(url).origin;
    const path = url.slice(root.length) || '/';
    const host = root.slice(root.indexOf('://') + 3);
    const canonical = `${method}\n${path}\n${signedQuery}\nhost:${host}\n\nhost\nUNSIGNED-PAYLOAD`;
    const toSign = `${algorithm}\n${time}\n${scope}\n${hex(await crypto.subtle.digest('SHA-256', encoder.encode(canonical)))}`;
    const signature = hex(await hmac(await dayKey, toSign));
    return `${url}?${signedQuery}&X-Amz-Signature=${signature}`;
  };
}

function canonicalQuery(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .map(([name, value]) => `${encodeStrict(name)}=${encodeStrict(value)}`)
    .sort()
    .join('&');
}

async function deriveKey(secret: string, date: string, region: string): Promise<CryptoKey> {
  let key = await importKey(encoder.encode(`AWS4${secret}`));
  for (const part of [date, region, 's3', 'aws4_request']) key = await importKey(await hmac(key, part));
  return key;
}

function importKey(bytes: BufferSource): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

function hmac(key: CryptoKey, text: string): Promise<ArrayBuffer> {
  return crypto.subtle.sign('HMAC', key, encoder.encode(text));
}

function hex(buffer: ArrayBuffer): string {
  return Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
