/** A new bucket of a MinIO, filled from here. */
import type { S3Credentials, S3Settings } from '#core/model/storage.ts';
import { openStore } from '#core/storage/registry.ts';
import { makeSigner } from '#core/storage/s3/sign.ts';
import { makePorts } from '#test/fakes/ports.ts';

export interface Access {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Objects that are written at the same time. */
const atOnce = 16;

export async function fillBucket(
  { endpoint, region, ...credentials }: Access,
  bucket: string,
  keys: readonly string[],
  bodyOf: () => Blob,
): Promise<{ settings: S3Settings; credentials: S3Credentials }> {
  const url = `${endpoint}/${bucket}`;
  const sign = makeSigner(credentials, region);
  await fetch(await sign({ method: 'PUT', url, now: Date.now(), expiresSeconds: 60 }), { method: 'PUT' });
  const settings: S3Settings = {
    provider: 's3',
    bucket,
    prefix: '',
    region,
    endpoint,
    addressing: 'path',
    anonymous: false,
  };
  const store = await openStore(settings, credentials, makePorts());
  const waiting = [...keys];
  const worker = async (): Promise<void> => {
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      await store.write(key, bodyOf(), { contentType: 'image/jpeg' });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { settings, credentials };
}
