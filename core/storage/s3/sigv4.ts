/**
 * What all of AWS Signature Version 4 has in common, and requests that carry it in headers.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html
 */
import type { S3Credentials } from '../../model/storage.ts';
import { sha256 } from '../../util/digest.ts';
import { hex } from '../../util/hex.ts';
import { encodeStrict } from './url.ts';

export const algorithm = 'AWS4-HMAC-SHA256';
const encoder = new TextEncoder();

/** What is signed for: a region's service. */
export interface Realm {
  readonly region: string;
  readonly service: 's3' | 'sts';
}

export interface HeaderRequest {
  readonly method: string;
  /** Scheme, host and encoded path; no query. */
  readonly url: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Amazon's own headers (`x-amz-`) that the request carries. */
  readonly headers?: Readonly<Record<string, string>>;
  /** SHA-256 in hexadecimal, or `UNSIGNED-PAYLOAD`. */
  readonly payload: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The headers that a request must carry, its own of Amazon's among them. */
export async function signHeaders(
  { method, url, query, headers, payload, now }: HeaderRequest,
  { accessKeyId, secretAccessKey, sessionToken }: S3Credentials,
  { region, service }: Realm,
): Promise<Record<string, string>> {
  const time = timestamp(now);
  const date = time.slice(0, 8);
  const { root, path } = splitUrl(url);
  const sent: Record<string, string> = {
    ...headers,
    'x-amz-content-sha256': payload,
    'x-amz-date': time,
    ...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken }),
  };
  const signed = Object.entries({ ...sent, host: hostOf(root) }).sort(([a], [b]) => (a < b ? -1 : 1));
  const names = signed.map(([name]) => name).join(';');
  const canonical = [
    method,
    path,
    canonicalQuery(query ?? {}),
    ...signed.map(([name, value]) => `${name}:${value.trim()}`),
    '',
    names,
    payload,
  ].join('\n');
  const scope = `${date}/${region}/${service}/aws4_request`;
  const toSign = `${algorithm}\n${time}\n${scope}\n${await sha256(canonical)}`;
  const signature = hex(await hmac(await deriveKey(secretAccessKey, date, { region, service }), toSign));
  const credential = `Credential=${accessKeyId}/${scope}`;
  return {
    ...sent,
    authorization: `${algorithm} ${credential}, SignedHeaders=${names}, Signature=${signature}`,
  };
}

/** As `20260131T120000Z`. */
export function timestamp(now: number): string {
  return new Date(now).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** An address's scheme and host, and its path. */
export function splitUrl(url: string): { readonly root: string; readonly path: string } {
  const root = new URL(url).origin;
  return { root, path: url.slice(root.length) || '/' };
}

export function hostOf(root: string): string {
  return root.slice(root.indexOf('://') + 3);
}

export function canonicalQuery(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .map(([name, value]) => `${encodeStrict(name)}=${encodeStrict(value)}`)
    .sort()
    .join('&');
}

/** A day's key: four HMACs. */
export async function deriveKey(
  secret: string,
  date: string,
  { region, service }: Realm,
): Promise<CryptoKey> {
  let key = await importKey(encoder.encode(`AWS4${secret}`));
  for (const part of [date, region, service, 'aws4_request']) key = await importKey(await hmac(key, part));
  return key;
}

export function hmac(key: CryptoKey, text: string): Promise<ArrayBuffer> {
  return crypto.subtle.sign('HMAC', key, encoder.encode(text));
}

function importKey(bytes: BufferSource): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}
