import { GetObjectCommand, PutObjectCommand, S3Client, CreateBucketCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { allowHost, evaluateInGesture, expect, test } from './support/fixtures.ts';

test('leave for a host lifts CORS for a bucket that has no rule', async ({ extension, servers }) => {
  const { endpoint, region, accessKeyId, secretAccessKey } = servers.noCors;
  const client = new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
  const Bucket = 'without-rules';
  const Key = 'a b+ü.txt';
  await client.send(new CreateBucketCommand({ Bucket }));
  const write = await getSignedUrl(client, new PutObjectCommand({ Bucket, Key, IfNoneMatch: '*' }), {
    unhoistableHeaders: new Set(['if-none-match']),
  });
  const read = await getSignedUrl(client, new GetObjectCommand({ Bucket, Key }));

  const page = await extension.context.newPage();
  await page.goto(`chrome-extension://${extension.id}/extension/app.html`);
  const put = `fetch(${JSON.stringify(write)}, { method: 'PUT', body: 'kept', headers: { 'If-None-Match': '*' } })
    .then((response) => response.status, (error) => error.name)`;
  const get = `fetch(${JSON.stringify(read)})
    .then(async (response) => [await response.text(), response.headers.has('etag')], (error) => error.name)`;
  expect([await page.evaluate(put), await page.evaluate(get)]).toEqual(['TypeError', 'TypeError']);

  const pattern = `${new URL(endpoint).protocol}//${new URL(endpoint).hostname}/*`;
  await allowHost(extension, pattern);
  const request = `chrome.permissions.request({ origins: [${JSON.stringify(pattern)}] })`;
  expect(await evaluateInGesture(page, request)).toBe(true);
  expect([await page.evaluate(put), await page.evaluate(put)]).toEqual([200, 412]);
  expect(await page.evaluate(get)).toEqual(['kept', true]);
});
