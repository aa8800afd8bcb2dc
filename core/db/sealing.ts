/** Credentials at rest: AES-GCM under a key that WebCrypto never gives out. */
import type { Credentials } from '../model/storage.ts';

export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

/** A key that can be kept in IndexedDB but not exported. */
export async function makeSealingKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

export async function seal(key: CryptoKey, credentials: Credentials): Promise<Sealed> {
  return sealText(key, JSON.stringify(credentials));
}

export async function sealText(key: CryptoKey, text: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(text);
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain) };
}

/** Throws when the key is another one or the data was changed. */
export async function unseal(key: CryptoKey, sealed: Sealed): Promise<Credentials> {
  const { parseCredentials } = await import('../model/credentials-schema.ts');
  return parseCredentials(JSON.parse(await openText(key, sealed)));
}

/** Throws when the key is another one or the text was changed. */
export async function openText(key: CryptoKey, sealed: Sealed): Promise<string> {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, key, sealed.data);
  return new TextDecoder().decode(plain);
}
