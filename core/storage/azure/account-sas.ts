/**
 * A signature for the Blob service of an account itself, which no container's signature reaches.
 * https://learn.microsoft.com/rest/api/storageservices/create-account-sas
 */
import { encodeStrict } from '../s3/url.ts';
import { toBase64 } from './sas.ts';

const version = '2022-11-02';

/** Reads and writes the service's properties until `expires`, in milliseconds since 1970. */
export async function mintAccountSas(account: string, accountKey: string, expires: number): Promise<string> {
  const se = new Date(expires).toISOString().replace(/\.\d{3}/, '');
  const fields = { sv: version, ss: 'b', srt: 's', sp: 'rw', se };
  // In order: account, permissions, services, kinds, start, expiry, address, protocol, version, encryption scope.
  const toSign = [account, fields.sp, fields.ss, fields.srt, '', se, '', '', version, '', ''].join('\n');
  const bytes = Uint8Array.from(atob(accountKey.trim()), (character) => character.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(toSign));
  return Object.entries({ ...fields, sig: toBase64(signature) })
    .map(([name, value]) => `${name}=${encodeStrict(value)}`)
    .join('&');
}
