/** Signatures for a whole account, with which tests set up what a store never touches. Runs in Node and in a page. */

const version = '2022-11-02';

/**
 * The query of an account's signature that holds for a minute: `s` for the service, `c` for containers.
 * https://learn.microsoft.com/rest/api/storageservices/create-account-sas
 */
export async function signForAccount(account: string, key: string, kind: 's' | 'c'): Promise<string> {
  const se = new Date(Date.now() + 60_000).toISOString().replace(/\.\d+/, '');
  const sp = 'rcw';
  // In order: account, permissions, services, kinds, start, expiry, address, protocol, version, encryption scope.
  const toSign = [account, sp, 'b', kind, '', se, '', '', version, '', ''].join('\n');
  const bytes = Uint8Array.from(atob(key), (character) => character.charCodeAt(0));
  const hmac = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  const signature = await crypto.subtle.sign('HMAC', hmac, new TextEncoder().encode(toSign));
  const sig = btoa(String.fromCharCode(...new Uint8Array(signature)));
  return new URLSearchParams({ sv: version, ss: 'b', srt: kind, sp, se, sig }).toString();
}
