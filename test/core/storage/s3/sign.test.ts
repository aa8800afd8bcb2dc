import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeSigner, signNothing } from '#core/storage/s3/sign.ts';
import { objectUrl } from '#core/storage/s3/url.ts';
import type { S3Settings } from '#core/model/storage.ts';

const example = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

/** The example in https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html */
test("signs Amazon's published example", async () => {
  const url = await makeSigner(
    example,
    'us-east-1',
  )({
    method: 'GET',
    url: 'https://examplebucket.s3.amazonaws.com/test.txt',
    now: Date.UTC(2013, 4, 24),
    expiresSeconds: 86_400,
  });
  expect(url).toBe(
    'https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256' +
      '&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z' +
      '&X-Amz-Expires=86400&X-Amz-SignedHeaders=host' +
      '&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  );
});

test('makes a new key when the day or the credentials change', async () => {
  const sign = makeSigner(example, 'us-east-1');
  const request = { method: 'GET', url: 'https://b.s3.amazonaws.com/k', expiresSeconds: 60 } as const;
  const [first, second] = [Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 2)];
  await sign({ ...request, now: first });
  expect(await sign({ ...request, now: second })).toBe(
    await makeSigner(example, 'us-east-1')({ ...request, now: second }),
  );
});

test('leaves public addresses unsigned', async () => {
  const request = { method: 'GET', now: 0, expiresSeconds: 1 } as const;
  expect(await signNothing({ ...request, url: 'https://b.example/k' })).toBe('https://b.example/k');
  expect(
    await signNothing({ ...request, url: 'https://b.example/', query: { prefix: 'a b', 'list-type': '2' } }),
  ).toBe('https://b.example/?list-type=2&prefix=a%20b');
});

const endpoints = ['http://localhost:9000', 'https://play.min.io:9000', 'https://s3.eu-west-3.amazonaws.com'];

test("agrees with Amazon's own presigner on any key, region, token and endpoint", async () => {
  const key = fc
    .oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      fc.constantFrom("/a//b +%#?&=!'()*~.jpg"),
    )
    .filter((text) => text.split('/').every((part) => part !== '.' && part !== '..'));
  await fc.assert(
    fc.asyncProperty(
      key,
      fc.constantFrom('us-east-1', 'eu-west-3', 'auto'),
      fc.constantFrom(undefined, 'token+/=='),
      fc.constantFrom(...endpoints),
      fc.boolean(),
      async (key, region, sessionToken, endpoint, path) => {
        const settings: S3Settings = {
          provider: 's3',
          bucket: 'some-bucket',
          prefix: '',
          region,
          endpoint,
          addressing: path ? 'path' : 'virtual',
          anonymous: false,
        };
        const credentials = { ...example, ...(sessionToken ? { sessionToken } : {}) };
        const client = new S3Client({
          region,
          endpoint,
          credentials,
          forcePathStyle: path,
          requestChecksumCalculation: 'WHEN_REQUIRED',
          responseChecksumValidation: 'WHEN_REQUIRED',
        });
        const now = Date.UTC(2026, 10, 20, 12, 3, 4);
        const theirs = new URL(
          await getSignedUrl(client, new GetObjectCommand({ Bucket: 'some-bucket', Key: key }), {
            expiresIn: 900,
            signingDate: new Date(now),
          }),
        );
        // The SDK adds the operation's name for its own statistics, which is then part of what is signed.
        const added = new Set(['x-id', 'X-Amz-Content-Sha256']);
        const query = Object.fromEntries([...theirs.searchParams].filter(([name]) => added.has(name)));
        const url = objectUrl(settings, key, 'read');
        const request = { method: 'GET', url, query, now, expiresSeconds: 900 } as const;
        const ours = new URL(await makeSigner(credentials, region)(request));
        expect([ours.host, ours.pathname]).toEqual([theirs.host, theirs.pathname]);
        expect(Object.fromEntries(ours.searchParams)).toEqual(Object.fromEntries(theirs.searchParams));
      },
    ),
    { numRuns: 60 },
  );
});
