/**
 * Shared access signatures of Azure: read where one was pasted, made where the account's key is known.
 * https://learn.microsoft.com/rest/api/storageservices/create-service-sas
 */
import { encodeStrict } from '../s3/url.ts';

/** The version of the service that signatures are made for; it also says how requests are answered. */
export const version = '2022-11-02';
const encoder = new TextEncoder();

/** What a signature allows: `r` read, `l` list, `c` create, `w` write, `d` delete; in Azure's order `rcwdl`. */
export type Permissions = 'r' | 'rl' | 'cw' | 'rcw' | 'd';

export interface Grant {
  readonly account: string;
  readonly container: string;
  /** One blob; without it, all of the container. */
  readonly key?: string;
  readonly permissions: Permissions;
  /** Milliseconds since 1970; whole seconds count. */
  readonly expires: number;
}

/** Makes service signatures with an account's key; undefined where the text is no base64. */
export function makeMinter(accountKey: string): ((grant: Grant) => Promise<string>) | undefined {
  const bytes = fromBase64(accountKey);
  if (bytes === undefined) return undefined;
  let imported: Promise<CryptoKey> | undefined;

  return async ({ account, container, key, permissions, expires }) => {
    imported ??= crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const expiry = new Date(expires).toISOString().replace(/\.\d{3}/, '');
    const resource = key === undefined ? 'c' : 'b';
    const path = `/blob/${account}/${container}${key === undefined ? '' : `/${key}`}`;
    // In order: start, expiry, resource, stored policy, address, protocol, version, kind, snapshot, encryption
    // scope, and five headers of the answer.
    const toSign = [permissions, '', expiry, path, '', '', '', version, resource, '', '', '', '', '', '', ''];
    const signature = await signText(await imported, toSign.join('\n'));
    const fields = { sv: version, se: expiry, sr: resource, sp: permissions, sig: toBase64(signature) };
    return Object.entries(fields)
      .map(([name, value]) => `${name}=${encodeStrict(value)}`)
      .join('&');
  };
}

/** What a pasted signature says of itself. */
export interface SasFacts {
  /** Milliseconds since 1970; undefined where a stored policy says it. */
  readonly expires: number | undefined;
  readonly starts: number | undefined;
}

export function readSas(sas: string): SasFacts {
  const fields = new URLSearchParams(sas);
  return { expires: time(fields.get('se')), starts: time(fields.get('st')) };
}

/** A signature as a query without its question mark; addresses of which it is the query lose all before it. */
export function bareSas(text: string): string {
  return text
    .trim()
    .replace(/^[^?]*\?/, '')
    .replace(/^&|#.*$/g, '');
}

function time(text: string | null): number | undefined {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? undefined : at;
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const bytes = Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0));
    return bytes.length === 0 ? undefined : bytes;
  } catch {
    return undefined;
  }
}

export function signText(key: CryptoKey, text: string): Promise<ArrayBuffer> {
  return crypto.subtle.sign('HMAC', key, encoder.encode(text));
}

export function toBase64(bytes: ArrayBuffer | Uint8Array): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)));
}
