/** Fresh buckets on the test server. */
import type { S3Credentials, S3Settings } from '#core/model/storage.ts';
import { makeSigner } from '#core/storage/s3/sign.ts';
import { serverAccess } from '#test/servers/access.ts';

export interface TestBucket {
  readonly settings: S3Settings;
  readonly credentials: S3Credentials;
}

/** Makes an empty bucket; it goes with the server's folder. */
export async function makeBucket(server: 'minio' | 'noCors' = 'minio'): Promise<TestBucket> {
  const { accessKeyId, secretAccessKey, region } = serverAccess('minio');
  const { endpoint } = serverAccess(server);
  const bucket = `test-${crypto.randomUUID()}`;
  const credentials = { accessKeyId, secretAccessKey };
  const url = await makeSigner(
    credentials,
    region,
  )({
    method: 'PUT',
    url: `${serverAccess('minio').endpoint}/${bucket}`,
    now: Date.now(),
    expiresSeconds: 60,
  });
  const made = await fetch(url, { method: 'PUT' });
  if (!made.ok) throw new Error(`Making a bucket: ${made.status} ${await made.text()}`);
  return {
    settings: { provider: 's3', bucket, prefix: '', region, endpoint, addressing: 'path', anonymous: false },
    credentials,
  };
}
