import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { serverAccess } from '#test/servers/access.ts';

function clientFor(name: 'minio' | 'noCors'): S3Client {
  const { endpoint, region, accessKeyId, secretAccessKey } = serverAccess(name);
  return new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

test('signatures made for the proxy hold at the server behind it', async () => {
  const direct = clientFor('minio');
  const proxied = clientFor('noCors');
  const Bucket = `servers-${crypto.randomUUID()}`;
  await direct.send(new CreateBucketCommand({ Bucket }));
  await proxied.send(new PutObjectCommand({ Bucket, Key: 'a b+ü.txt', Body: 'kept' }));
  const read = await direct.send(new GetObjectCommand({ Bucket, Key: 'a b+ü.txt' }));
  expect(await read.Body?.transformToString()).toBe('kept');
});

test('the server allows every origin, the proxy none', async () => {
  const headers = { Origin: 'https://annotate.example', 'Access-Control-Request-Method': 'PUT' };
  const ask = (name: 'minio' | 'noCors') =>
    fetch(`${serverAccess(name).endpoint}/any/key`, { method: 'OPTIONS', headers });
  const [direct, proxied] = await Promise.all([ask('minio'), ask('noCors')]);
  expect(direct.headers.get('access-control-allow-origin')).toBe('https://annotate.example');
  expect(proxied.status).toBe(403);
  expect([...proxied.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
});
