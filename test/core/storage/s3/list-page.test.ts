import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseListPage } from '#core/storage/s3/list-page.ts';
import { unescapeXml } from '#core/util/xml.ts';

/** Abridged from Amazon's reference of ListObjectsV2. */
const sample = `<?xml version="1.0" encoding="UTF-8"?>
<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>b</Name><Prefix>a/</Prefix><KeyCount>3</KeyCount>
<MaxKeys>3</MaxKeys><Delimiter>/</Delimiter><EncodingType>url</EncodingType><IsTruncated>true</IsTruncated>
<NextContinuationToken>1ueGcx/Q+8&amp;=</NextContinuationToken>
<Contents><Key>a/100%25+%2B%3C%F0%9F%98%80.jpg</Key><LastModified>2026-11-20T08:00:00.000Z</LastModified>
<ETag>&quot;fba9&quot;</ETag><Size>434234</Size><Owner><ID>x</ID></Owner><StorageClass>STANDARD</StorageClass></Contents>
<Contents><Key>a/b</Key><Size>0</Size></Contents>
<CommonPrefixes><Prefix>a/photos+2/</Prefix></CommonPrefixes></ListBucketResult>`;

test('reads objects, prefixes and where to go on', () => {
  expect(parseListPage(sample)).toEqual({
    objects: [
      { key: 'a/100% +<😀.jpg', size: 434_234, etag: 'fba9', modified: Date.UTC(2026, 10, 20, 8) },
      { key: 'a/b', size: 0, etag: '', modified: 0 },
    ],
    prefixes: ['a/photos 2/'],
    next: { token: '1ueGcx/Q+8&=' },
  });
});

test('leaves keys as they are where the server does not encode them', () => {
  const plain = sample
    .replace('<EncodingType>url</EncodingType>', '')
    .replace('a/b<', 'a/%41+&amp;lt;&#x1F600;<');
  expect(parseListPage(plain)?.objects[1]?.key).toBe('a/%41+&lt;😀');
});

test('goes on after the last key where the server gives no token, and ends after the last page', () => {
  const withoutToken = sample.replace(/<NextContinuationToken>.*<\/NextContinuationToken>/, '');
  expect(parseListPage(withoutToken)?.next).toEqual({ startAfter: 'a/b' });
  expect(parseListPage(sample.replace('>true<', '>false<'))?.next).toBeUndefined();
});

test('knows what is no list', () => {
  expect(parseListPage('<html></html>')).toBeUndefined();
  expect(parseListPage('')).toBeUndefined();
});

test('resolves what any writer of XML may escape', () => {
  const writers = [
    (unit: string): string => `&#${unit.codePointAt(0)};`,
    (unit: string): string => `&#x${unit.codePointAt(0)?.toString(16)};`,
    (unit: string): string => unit.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;'),
  ];
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.infiniteStream(fc.nat({ max: 2 })), (text, choice) => {
      const escaped = Array.from(text, (unit) => writers[choice.next().value ?? 0]?.(unit)).join('');
      expect(unescapeXml(escaped)).toBe(text);
    }),
  );
  expect(unescapeXml('&nbsp; &; &#x110000; AT&T')).toBe('&nbsp; &; &#x110000; AT&T');
});
