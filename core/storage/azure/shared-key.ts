/**
 * Requests signed in a header with the account's key, where addresses are not to carry a signature.
 * https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key
 */
import { signText, toBase64 } from './sas.ts';

export interface RequestToSign {
  readonly method: string;
  /** Without query. */
  readonly url: string;
  readonly query: Readonly<Record<string, string>>;
  /** In lower case: all that the request carries. */
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes of the body. */
  readonly length: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Those of HTTP's own headers that are signed, in Azure's order; the date is one of Azure's own. */
const standard = [
  'content-encoding',
  'content-language',
  'content-length',
  'content-md5',
  'content-type',
  'date',
  'if-modified-since',
  'if-match',
  'if-none-match',
  'if-unmodified-since',
  'range',
];

/** The headers to add to the request. */
export async function signWithKey(
  { method, url, query, headers, length, now }: RequestToSign,
  account: string,
  key: CryptoKey,
  version: string,
): Promise<Record<string, string>> {
  const own = { 'x-ms-date': new Date(now).toUTCString(), 'x-ms-version': version };
  const all: Readonly<Record<string, string>> = {
    ...headers,
    ...own,
    'content-length': length === 0 ? '' : String(length),
  };
  const azures = Object.entries(all)
    .filter(([name]) => name.startsWith('x-ms-'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}:${value.trim()}\n`)
    .join('');
  const asked = Object.entries(query)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `\n${name}:${value}`)
    .join('');
  const path = url.slice(new URL(url).origin.length);
  const text = `${method}\n${standard.map((name) => `${all[name] ?? ''}\n`).join('')}${azures}/${account}${path}${asked}`;
  const signature = await signText(key, text);
  return { ...own, authorization: `SharedKey ${account}:${toBase64(signature)}` };
}
