/**
 * Google's V4 signing process: addresses that carry their own permission.
 * https://cloud.google.com/storage/docs/authentication/canonical-requests
 */
import { hex } from '../../util/hex.ts';
import type { SigningKey } from './keys.ts';
import { encodeQuery } from './url.ts';

export interface RequestToSign {
  readonly method: string;
  /** Scheme, host and encoded path; no query. */
  readonly url: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Headers that the request must then carry. Google wants all of its own (`x-goog-`) here. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Google allows seven days. */
  readonly expiresSeconds: number;
}

export const longestSignatureSeconds = 604_800;

/** Makes the address of a signed request. */
export async function signV4(request: RequestToSign, key: SigningKey): Promise<string> {
  const { url, now, expiresSeconds } = request;
  const { time, scope } = scopeOf(now);
  const headers = signedHeaders(request, {});
  const query = encodeQuery({
    ...request.query,
    'X-Goog-Algorithm': key.algorithm,
    'X-Goog-Credential': `${key.id}/${scope}`,
    'X-Goog-Date': time,
    'X-Goog-Expires': String(expiresSeconds),
    'X-Goog-SignedHeaders': headers.map(([name]) => name).join(';'),
  });
  return `${url}?${query}&X-Goog-Signature=${await sign(request, { headers, query, key })}`;
}

/** Signs in a header instead: the address, and all of Google's headers that the request must carry. */
export async function signV4Headers(
  request: RequestToSign,
  key: SigningKey,
): Promise<{ readonly url: string; readonly headers: Readonly<Record<string, string>> }> {
  const { time, scope } = scopeOf(request.now);
  const own = { 'x-goog-date': time, 'x-goog-content-sha256': 'UNSIGNED-PAYLOAD' };
  const headers = signedHeaders(request, own);
  const query = encodeQuery(request.query ?? {});
  const names = headers.map(([name]) => name).join(';');
  const signature = await sign(request, { headers, query, key });
  const credential = `Credential=${key.id}/${scope}`;
  return {
    url: query === '' ? request.url : `${request.url}?${query}`,
    headers: {
      ...request.headers,
      ...own,
      authorization: `${key.algorithm} ${credential}, SignedHeaders=${names}, Signature=${signature}`,
    },
  };
}

function scopeOf(now: number): { readonly time: string; readonly date: string; readonly scope: string } {
  const time = new Date(now).toISOString().replace(/[-:]|\.\d{3}/g, '');
  const date = time.slice(0, 8);
  return { time, date, scope: `${date}/auto/storage/goog4_request` };
}

type Headers = readonly (readonly [name: string, value: string])[];

/** Unlike Amazon, Google leaves the port out. */
function signedHeaders({ url, headers }: RequestToSign, own: Readonly<Record<string, string>>): Headers {
  return canonicalHeaders({ ...headers, ...own, host: new URL(url).hostname });
}

async function sign(
  { method, url, now }: RequestToSign,
  { headers, query, key }: { headers: Headers; query: string; key: SigningKey },
): Promise<string> {
  const { time, date, scope } = scopeOf(now);
  const { origin } = new URL(url);
  const canonical = [
    method,
    url.slice(url.indexOf('/', origin.indexOf('://') + 3)),
    query,
    ...headers.map(([name, value]) => `${name}:${value}`),
    '',
    headers.map(([name]) => name).join(';'),
    headers.find(([name]) => name === 'x-goog-content-sha256')?.[1] ?? 'UNSIGNED-PAYLOAD',
  ].join('\n');
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical));
  return hex(await key.sign(`${key.algorithm}\n${time}\n${scope}\n${hex(digest)}`, date));
}

/** Names in lower case and in order, values with no more than single spaces. */
function canonicalHeaders(headers: Readonly<Record<string, string>>): [name: string, value: string][] {
  return Object.entries(headers)
    .map(([name, value]): [string, string] => [name.toLowerCase(), value.trim().replace(/\s+/g, ' ')])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
