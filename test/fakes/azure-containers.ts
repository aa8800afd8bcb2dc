/** Fresh containers on Azurite. */
import type { AzureCredentials, AzureSettings } from '#core/model/storage.ts';
import { serverAccess } from '#test/servers/access.ts';

export interface TestContainer {
  readonly settings: AzureSettings;
  readonly credentials: AzureCredentials & { readonly kind: 'azure-key' };
}

/** Makes an empty container; it goes with the server's folder. */
export async function makeContainer(): Promise<TestContainer> {
  const { endpoint, accessKeyId: account, secretAccessKey: key } = serverAccess('azurite');
  const container = `test-${crypto.randomUUID()}`;
  const root = `${endpoint}/${account}`;
  const made = await fetch(`${root}/${container}?restype=container&${await signForAccount(account, key)}`, {
    method: 'PUT',
  });
  if (!made.ok) throw new Error(`Making a container: ${made.status} ${await made.text()}`);
  return {
    settings: { provider: 'azure', account, container, prefix: '', endpoint: root, anonymous: false },
    credentials: { kind: 'azure-key', key },
  };
}

/** An account's signature, which may make containers. */
async function signForAccount(account: string, key: string): Promise<string> {
  const expiry = new Date(Date.now() + 60_000).toISOString().replace(/\.\d+/, '');
  const toSign = [account, 'cw', 'b', 'c', '', expiry, '', '', '2022-11-02', '', ''].join('\n');
  const bytes = Uint8Array.from(atob(key), (character) => character.charCodeAt(0));
  const hmac = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', hmac, new TextEncoder().encode(toSign));
  const sig = btoa(String.fromCharCode(...new Uint8Array(signature)));
  return new URLSearchParams({ sv: '2022-11-02', ss: 'b', srt: 'c', sp: 'cw', se: expiry, sig }).toString();
}
