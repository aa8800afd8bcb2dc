import { expect, test } from 'vitest';
import { parseAddress } from '#core/storage/s3/address.ts';

const amazon = { endpoint: '' };
const r2 = '0123456789abcdef0123456789abcdef.r2.cloudflarestorage.com';

test.each<[string, object]>([
  ['s3://nd-archive/yard/2026/', { bucket: 'nd-archive', prefix: 'yard/2026/' }],
  [' s3://nd-archive ', { bucket: 'nd-archive', prefix: '' }],
  ['s3a://b/a+b %25#?/é😀', { bucket: 'b', prefix: 'a+b %25#?/é😀' }],
  ['s3://b//leading', { bucket: 'b', prefix: '/leading' }],
  [`s3://b/${'k'.repeat(1000)}`, { bucket: 'b', prefix: 'k'.repeat(1000) }],
  [
    'https://s3.eu-central-1.amazonaws.com/northdock-cams/dock/',
    { ...amazon, addressing: 'path', region: 'eu-central-1', bucket: 'northdock-cams', prefix: 'dock/' },
  ],
  [
    'https://northdock-cams.s3.eu-central-1.amazonaws.com/dock/',
    { ...amazon, addressing: 'virtual', region: 'eu-central-1', bucket: 'northdock-cams', prefix: 'dock/' },
  ],
  [
    'https://s3-eu-west-1.amazonaws.com/b/',
    { ...amazon, addressing: 'path', region: 'eu-west-1', bucket: 'b', prefix: '' },
  ],
  [
    'https://bb.s3-ap-southeast-2.amazonaws.com',
    { ...amazon, addressing: 'virtual', region: 'ap-southeast-2', bucket: 'bb', prefix: '' },
  ],
  [
    'https://bb.s3.dualstack.us-west-2.amazonaws.com/x',
    { ...amazon, addressing: 'virtual', region: 'us-west-2', bucket: 'bb', prefix: 'x' },
  ],
  ['https://s3.amazonaws.com/bb/x/', { ...amazon, addressing: 'path', bucket: 'bb', prefix: 'x/' }],
  ['bb.s3.amazonaws.com/x/', { ...amazon, addressing: 'virtual', bucket: 'bb', prefix: 'x/' }],
  [
    'https://my.dotted.bucket.s3.amazonaws.com/',
    { ...amazon, addressing: 'virtual', bucket: 'my.dotted.bucket', prefix: '' },
  ],
  [
    'https://bb.s3.cn-north-1.amazonaws.com.cn/x/',
    { ...amazon, addressing: 'virtual', region: 'cn-north-1', bucket: 'bb', prefix: 'x/' },
  ],
  [
    'https://s3.us-gov-west-1.amazonaws.com/bb',
    { ...amazon, addressing: 'path', region: 'us-gov-west-1', bucket: 'bb', prefix: '' },
  ],
  [
    'http://bb.s3-website-us-east-1.amazonaws.com/',
    { ...amazon, addressing: 'virtual', region: 'us-east-1', bucket: 'bb', prefix: '' },
  ],
  [
    'http://bb.s3-website.eu-central-1.amazonaws.com/',
    { ...amazon, addressing: 'virtual', region: 'eu-central-1', bucket: 'bb', prefix: '' },
  ],
  [
    'https://bb.s3.eu-west-1.amazonaws.com/yard/a%20b+c.jpg?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=00ff',
    { ...amazon, addressing: 'virtual', region: 'eu-west-1', bucket: 'bb', prefix: 'yard/' },
  ],
  [
    'https://s3.eu-west-1.amazonaws.com/bb/?list-type=2&prefix=yard%2Fa%2Bb',
    { ...amazon, addressing: 'path', region: 'eu-west-1', bucket: 'bb', prefix: 'yard/a+b' },
  ],
  [
    'https://bb.s3.us-west-004.backblazeb2.com/x/',
    {
      endpoint: 'https://s3.us-west-004.backblazeb2.com',
      addressing: 'virtual',
      region: 'us-west-004',
      bucket: 'bb',
      prefix: 'x/',
    },
  ],
  [
    `https://${r2}/bb/x`,
    { endpoint: `https://${r2}`, addressing: 'path', region: 'auto', bucket: 'bb', prefix: 'x' },
  ],
  [
    's3.eu-central-1.wasabisys.com',
    { endpoint: 'https://s3.eu-central-1.wasabisys.com', addressing: 'path', region: 'eu-central-1' },
  ],
  [
    'https://s3.wasabisys.com/bb',
    {
      endpoint: 'https://s3.wasabisys.com',
      addressing: 'path',
      region: 'us-east-1',
      bucket: 'bb',
      prefix: '',
    },
  ],
  [
    'https://bb.nyc3.cdn.digitaloceanspaces.com/x/',
    {
      endpoint: 'https://nyc3.digitaloceanspaces.com',
      addressing: 'virtual',
      region: 'nyc3',
      bucket: 'bb',
      prefix: 'x/',
    },
  ],
  ['https://play.min.io:9000', { endpoint: 'https://play.min.io:9000', addressing: 'path' }],
  [
    'http://localhost:9000/bucket/pre/fix/',
    { endpoint: 'http://localhost:9000', addressing: 'path', bucket: 'bucket', prefix: 'pre/fix/' },
  ],
  ['localhost:9000', { endpoint: 'http://localhost:9000', addressing: 'path' }],
  ['10.0.0.7:9000/b', { endpoint: 'http://10.0.0.7:9000', addressing: 'path', bucket: 'b', prefix: '' }],
  [
    'http://localhost:9000/b//a%2Fb%25%23%3F%20%F0%9F%98%80+',
    { endpoint: 'http://localhost:9000', addressing: 'path', bucket: 'b', prefix: '/a/b%#? 😀+' },
  ],
])('reads %s', (text, settings) => {
  expect(parseAddress(text)?.settings).toEqual(settings);
});

test.each([
  '',
  'my-bucket',
  'yard/2026',
  'my.bucket',
  'two words',
  'ftp://host/b',
  'javascript:alert(1)',
  's3://',
])('takes "%s" for no address', (text) => {
  expect(parseAddress(text)).toBeUndefined();
});

test('says what it filled in and that a signature is not kept', () => {
  expect(parseAddress('s3://nd-archive/yard/')?.words).toBe('Filled in bucket "nd-archive", prefix "yard/".');
  const presigned = parseAddress('https://bb.s3.eu-west-1.amazonaws.com/a.jpg?X-Amz-Signature=00ff');
  expect(presigned?.words).toBe(
    'Filled in bucket "bb", region eu-west-1. The signature in the address is not kept.',
  );
  expect(JSON.stringify(presigned)).not.toContain('00ff');
});
