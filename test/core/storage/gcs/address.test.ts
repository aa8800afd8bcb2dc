import { expect, test } from 'vitest';
import { parseAddress, parseKeyFile } from '#core/storage/gcs/address.ts';

test.each<[string, object]>([
  ['gs://yard-cams/dock/2026/', { bucket: 'yard-cams', prefix: 'dock/2026/' }],
  [' gs://yard-cams ', { bucket: 'yard-cams', prefix: '' }],
  ['gs://b/a+b %25#?/é😀', { bucket: 'b', prefix: 'a+b %25#?/é😀' }],
  ['gs://b//leading', { bucket: 'b', prefix: '/leading' }],
  ['https://storage.googleapis.com/yard-cams/dock/', { bucket: 'yard-cams', prefix: 'dock/' }],
  ['storage.googleapis.com/yard-cams', { bucket: 'yard-cams', prefix: '' }],
  ['https://yard-cams.storage.googleapis.com/dock%20a/', { bucket: 'yard-cams', prefix: 'dock a/' }],
  ['https://my.dotted.bucket.storage.googleapis.com/', { bucket: 'my.dotted.bucket', prefix: '' }],
  ['https://storage.cloud.google.com/yard-cams/dock/', { bucket: 'yard-cams', prefix: 'dock/' }],
  [
    'https://storage.googleapis.com/yard-cams/dock/1.jpg?X-Goog-Algorithm=GOOG4-RSA-SHA256&X-Goog-Signature=00ff',
    { bucket: 'yard-cams', prefix: 'dock/' },
  ],
  [
    'https://storage.googleapis.com/storage/v1/b/yard-cams/o/dock%2F1.jpg?alt=media',
    { bucket: 'yard-cams', prefix: 'dock/' },
  ],
  [
    'https://www.googleapis.com/storage/v1/b/yard-cams/o?prefix=dock%2F',
    { bucket: 'yard-cams', prefix: 'dock/' },
  ],
  ['https://console.cloud.google.com/storage/browser/yard-cams', { bucket: 'yard-cams', prefix: '' }],
  [
    'https://console.cloud.google.com/storage/browser/yard-cams/dock/2026;tab=objects?project=p-1&prefix=&forceOnObjectsSortingFiltering=false',
    { bucket: 'yard-cams', prefix: 'dock/2026/' },
  ],
  [
    'https://console.cloud.google.com/storage/browser/yard-cams/dock;tab=objects?prefix=2026',
    { bucket: 'yard-cams', prefix: 'dock/2026' },
  ],
  [
    'https://console.cloud.google.com/storage/browser/_details/yard-cams/dock/1.jpg;tab=live_object?authuser=1',
    { bucket: 'yard-cams', prefix: 'dock/' },
  ],
])('reads %s', (text, settings) => {
  expect(parseAddress(text)?.settings).toEqual(settings);
});

test.each([
  '',
  'yard-cams',
  's3://b/k',
  'https://example.com/b',
  'https://console.cloud.google.com/iam-admin',
  'https://storage.googleapis.com/',
  'https://oauth2.googleapis.com/token',
  'https://evil.example/storage.googleapis.com/b',
])('reads nothing into %j', (text) => {
  expect(parseAddress(text)).toBeUndefined();
});

test('says what it filled in, and that a signature is dropped', () => {
  expect(parseAddress('gs://b/p/')?.words).toBe('Filled in bucket "b", prefix "p/".');
  expect(parseAddress('https://storage.googleapis.com/b/k?X-Goog-Signature=0')?.words).toBe(
    'Filled in bucket "b". The signature in the address is not kept.',
  );
});

test('takes the account and its key out of a key file', () => {
  const file = { type: 'service_account', project_id: 'p', client_email: 'a@b', private_key: 'PEM\n' };
  expect(parseKeyFile(JSON.stringify(file))).toEqual({
    kind: 'gcs-key-file',
    clientEmail: 'a@b',
    privateKey: 'PEM',
  });
});

test.each([
  ['nothing', 'it is not JSON'],
  ['{"type":"authorized_user"}', 'of the type "authorized_user"'],
  ['{"type":"service_account","client_email":"a"}', 'private_key is missing'],
  ['{"type":"service_account","client_email":"a","private_key":" "}', 'is empty'],
  ['[]', 'is missing'],
])('says why %s is no key file', (text, words) => {
  expect(() => parseKeyFile(text)).toThrow(words);
});
