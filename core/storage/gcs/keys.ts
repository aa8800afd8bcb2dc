/** The keys that Google's signatures are made with. */
import { StorageError } from '../../errors.ts';

const encoder = new TextEncoder();

/** What signs the text of a V4 signature. */
export interface SigningKey {
  readonly algorithm: 'GOOG4-RSA-SHA256' | 'GOOG4-HMAC-SHA256';
  /** Who signs: a service account's address, or the access ID of an HMAC key. */
  readonly id: string;
  /** `date` is the scope's day, as `20260131`. */
  sign(text: string, date: string): Promise<ArrayBuffer>;
}

/** The account's own key, imported when it is first used. */
export function rsaSigningKey(clientEmail: string, privateKey: string): SigningKey {
  let key: Promise<CryptoKey> | undefined;
  return {
    algorithm: 'GOOG4-RSA-SHA256',
    id: clientEmail,
    async sign(text) {
      key ??= importPrivateKey(privateKey);
      return crypto.subtle.sign('RSASSA-PKCS1-v1_5', await key, encoder.encode(text));
    },
  };
}

/** An HMAC key. The day's key is derived once (four HMACs), each request costs one more. */
export function hmacSigningKey(accessId: string, secret: string): SigningKey {
  let day = '';
  let dayKey: Promise<CryptoKey> | undefined;
  return {
    algorithm: 'GOOG4-HMAC-SHA256',
    id: accessId,
    async sign(text, date) {
      if (dayKey === undefined || date !== day) {
        day = date;
        dayKey = deriveKey(secret, date);
      }
      return hmac(await dayKey, text);
    },
  };
}

/**
 * Reads the `private_key` of a key file: PKCS #8 as PEM; also with `\n` still written as two characters.
 * @throws StorageError `credentials-invalid`
 */
async function importPrivateKey(pem: string): Promise<CryptoKey> {
  const body = /-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----/.exec(
    pem.replaceAll(String.raw`\n`, '\n'),
  )?.[1];
  try {
    const bytes = Uint8Array.from(atob((body ?? '?').replace(/\s/g, '')), (char) => char.charCodeAt(0));
    const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    return await crypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['sign']);
  } catch (cause) {
    throw new StorageError('credentials-invalid', 'The private key of this key file cannot be read.', {
      operation: 'sign',
      cause,
      remedy: { text: 'Choose the JSON file as Google gave it, from its first brace to its last.' },
    });
  }
}

async function deriveKey(secret: string, date: string): Promise<CryptoKey> {
  let key = await importSecret(encoder.encode(`GOOG4${secret}`));
  for (const part of [date, 'auto', 'storage', 'goog4_request']) {
    key = await importSecret(await hmac(key, part));
  }
  return key;
}

function importSecret(bytes: BufferSource): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

function hmac(key: CryptoKey, text: string): Promise<ArrayBuffer> {
  return crypto.subtle.sign('HMAC', key, encoder.encode(text));
}
