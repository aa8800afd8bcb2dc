/** Fresh buckets on fake-gcs-server, which asks nobody who they are; keys are made here. */
import type { GcsCredentials, GcsSettings } from '#core/model/storage.ts';
import type { Fetch, Ports } from '#core/ports.ts';
import { serverAccess } from '#test/servers/access.ts';
import { makePorts } from './ports.ts';

export interface TestGcsBucket {
  readonly settings: GcsSettings;
  readonly credentials: GcsCredentials;
  /** Whose `fetch` exchanges a key file for a token as Google does, and passes all else on. */
  readonly ports: Ports;
}

export async function makeGcsBucket(): Promise<TestGcsBucket> {
  const { endpoint } = serverAccess('fakeGcs');
  const bucket = `test-${crypto.randomUUID()}`;
  const made = await fetch(`${endpoint}/storage/v1/b?project=test`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: bucket }),
  });
  if (!made.ok) throw new Error(`Making a bucket: ${made.status} ${await made.text()}`);
  return {
    settings: { provider: 'gcs', bucket, prefix: '', projectId: '', endpoint, anonymous: false },
    credentials: await makeKeyFile(),
    ports: makePorts({ fetch: exchanging() }),
  };
}

/** Exchanges a key file for a token as Google does, and passes all else on. */
export function exchanging(through: Fetch = (input, init) => fetch(input, init)): Fetch {
  return async (input, init) =>
    input === 'https://oauth2.googleapis.com/token'
      ? Response.json({ access_token: 'ya29.test', expires_in: 3599 })
      : through(input, init);
}

/** A service account's key, made for one test. */
export async function makeKeyFile(): Promise<GcsCredentials & { readonly kind: 'gcs-key-file' }> {
  const { privateKey } = await crypto.subtle.generateKey(
    {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-256',
      modulusLength: 2048,
      publicExponent: new Uint8Array([1, 0, 1]),
    },
    true,
    ['sign', 'verify'],
  );
  const bytes = new Uint8Array(await crypto.subtle.exportKey('pkcs8', privateKey));
  const body = btoa(String.fromCharCode(...bytes)).replace(/.{64}/g, '$&\n');
  return {
    kind: 'gcs-key-file',
    clientEmail: 'annotator@test.iam.gserviceaccount.com',
    privateKey: `-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----\n`,
  };
}
