import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseObjectUri, printObjectUri } from '#core/model/object-uri.ts';
import { mapUris, resolveUris, storageForUri } from '#core/storage/data-uris.ts';
import { findUris } from '#core/storage/find-uris.ts';

const attached = ['b', 'c'].map((bucket) => ({ settings: { provider: 's3', bucket, prefix: '' } }));

/** Addresses that show what was asked for. */
const resolve = async (value: unknown) =>
  (
    await resolveUris(
      value,
      attached,
      async ({ settings }, key) => `https://${settings.bucket}.x/${encodeURIComponent(key)}?a=1&b=2`,
    )
  ).value;
const to = (key: string, bucket = 'b'): string => `https://${bucket}.x/${encodeURIComponent(key)}?a=1&b=2`;
const html = (key: string, bucket = 'b'): string =>
  to(key, bucket).replaceAll('&', '&amp;').replaceAll("'", '&#39;');

test.each<[string, unknown, unknown]>([
  ['whole', 's3://b/k.jpg', to('k.jpg')],
  ['whole with space around', '  s3://b/k.jpg', `  ${to('k.jpg')}`],
  ['list', ['s3://b/1', 's3://b/2'], [to('1'), to('2')]],
  ['nested', { p: [{ img: 's3://b/1' }] }, { p: [{ img: to('1') }] }],
  ['two buckets', ['s3://b/1', 's3://c/2'], [to('1'), to('2', 'c')]],
  [
    'single quotes in HTML',
    "<embed src='s3://b/f.pdf' width='100%'/>",
    `<embed src='${html('f.pdf')}' width='100%'/>`,
  ],
  ['double quotes in HTML', '<img src="s3://b/1.jpg" alt="a">', `<img src="${html('1.jpg')}" alt="a">`],
  [
    'quotes behind it',
    '<img src="s3://b/1.jpg"> and "quoted" text',
    `<img src="${html('1.jpg')}"> and "quoted" text`,
  ],
  [
    'two images',
    '<img src="s3://b/a.jpg"><img src="s3://c/b.jpg">',
    `<img src="${html('a.jpg')}"><img src="${html('b.jpg', 'c')}">`,
  ],
  ['bare in text', 'see s3://b/k here', `see ${to('k')} here`],
  ['unquoted attribute', '<img src=s3://b/k>', `<img src=${html('k')}>`],
  ['unquoted attribute, closed', '<img src=s3://b/k/>', `<img src=${html('k')}/>`],
  ['large letters', 'S3://b/k', to('k')],
  ['= in HTML', "<img src='s3://b/date=2020/k.jpg'>", `<img src='${html('date=2020/k.jpg')}'>`],
  ['= whole', 's3://b/date=2020/k.jpg', to('date=2020/k.jpg')],
  ['?', 's3://b/what?.jpg?x=1', to('what?.jpg?x=1')],
  ['+, #, %', 's3://b/a+b#c%20d.jpg', to('a+b#c%20d.jpg')],
  ['spaces and quotes', `s3://b/it's "my" photo.jpg`, to(`it's "my" photo.jpg`)],
  ['not ASCII', 's3://b/名前/é😀.jpg', to('名前/é😀.jpg')],
  ['plain address', 'https://example.org/a.jpg?x=1', 'https://example.org/a.jpg?x=1'],
  ['bucket that is not attached', 's3://d/k', 's3://d/k'],
  ['no object', 's3://b/', 's3://b/'],
  ['entities', '<img src="s3://b/a&amp;b.jpg">', `<img src="${html('a&b.jpg')}">`],
  ['spaces in an attribute', '<img src="s3://b/my photo.jpg">', `<img src="${html('my photo.jpg')}">`],
  ['apostrophe in an attribute', `<img src="s3://b/bob's.jpg">`, `<img src="${html("bob's.jpg")}">`],
  ['both quotes', `<a href="s3://b/1"><b x='s3://b/2'>`, `<a href="${html('1')}"><b x='${html('2')}'>`],
  [
    'srcset',
    '<img srcset="s3://b/1.jpg 1x, s3://b/2.jpg 2x">',
    `<img srcset="${html('1.jpg')} 1x, ${html('2.jpg')} 2x">`,
  ],
  ['srcset of one', '<img srcset="s3://b/1.jpg 2x">', `<img srcset="${html('1.jpg')} 2x">`],
  [
    'style',
    '<p style="background:url(s3://b/1.jpg);color:red">',
    `<p style="background:url(${html('1.jpg')});color:red">`,
  ],
  ['end of a sentence', 'It is s3://b/k.jpg.', `It is ${to('k.jpg')}.`],
  ['parentheses', '(see s3://b/k (1)', `(see ${to('k')} (1)`],
  ['parentheses around', 'that (s3://b/k(1).jpg)', `that (${to('k(1).jpg')})`],
  ['several', 's3://b/1.jpg,s3://b/2.jpg s3://c/3', `${to('1.jpg')},${to('2.jpg')} ${to('3', 'c')}`],
  ['lines', 's3://b/1\ns3://b/2', `${to('1')}\n${to('2')}`],
  ['quoted prose', `the 's3://b/bob's dog.jpg', there`, `the '${to("bob's dog.jpg")}', there`],
  ['JSON within', '{"a":"s3://b/1","b":"x"}', `{"a":"${to('1')}","b":"x"}`],
  ['JSON within JSON', String.raw`{\"a\":\"s3://b/1\"}`, String.raw`{\"a\":\"${to('1')}\"}`],
  ['other schemes', 'xs3://b/k and ass3://b', 'xs3://b/k and ass3://b'],
  ['no strings', { a: 1, b: null, c: true }, { a: 1, b: null, c: true }],
])('%s: %j', async (_, value, expected) => {
  expect(await resolve(value)).toEqual(expected);
});

test.each([
  ['s3://b/a b?c=#+.jpg', { scheme: 's3', bucket: 'b', key: 'a b?c=#+.jpg' }],
  ['GS://B/k', { scheme: 'gs', bucket: 'B', key: 'k' }],
  ['azure-blob://c/k', { scheme: 'azure-blob', bucket: 'c', key: 'k' }],
  ['azure-spi://c//k', { scheme: 'azure-spi', bucket: 'c', key: '/k' }],
  ['/data/local-files/?d=a%20b/c%2B.jpg', { scheme: 'local-files', bucket: '', key: 'a b/c+.jpg' }],
  ['/data/local-files/?d=a%ZZ', { scheme: 'local-files', bucket: '', key: 'a%ZZ' }],
  [
    'http://localhost:8080/data/local-files/?d=a%5Cb',
    { scheme: 'local-files', bucket: 'http://localhost:8080', key: String.raw`a\b` },
  ],
  ['https://example.org/a', { scheme: 'http', bucket: '', key: 'https://example.org/a' }],
  ['ftp://example.org/a', undefined],
  ['s3://b', undefined],
  ['s3:///k', undefined],
])('%s is read as %o', (text, uri) => {
  expect(parseObjectUri(text)).toEqual(uri);
});

test('local files are found within text and in addresses of a server', () => {
  const keys = (text: string) => findUris(text).map(({ uri }) => [uri.scheme, uri.key]);
  expect(keys('<img src="/data/local-files/?d=a%20b.jpg">')).toEqual([['local-files', 'a b.jpg']]);
  expect(keys('see http://h:8080/data/local-files/?d=x/y.jpg now')).toEqual([['local-files', 'x/y.jpg']]);
});

const key = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((text) => text.trim() === text);
const scheme = fc.constantFrom('s3' as const, 'gs' as const, 'azure-blob' as const, 'azure-spi' as const);

test('what is printed reads back', () => {
  const uri = fc.oneof(
    fc.record({ scheme, bucket: fc.stringMatching(/^[a-z0-9.-]+$/), key }),
    fc.record({
      scheme: fc.constant('local-files' as const),
      bucket: fc.constantFrom('', 'https://h:1'),
      key,
    }),
  );
  fc.assert(
    fc.property(uri, (uri) => {
      expect(parseObjectUri(printObjectUri(uri))).toEqual(uri);
    }),
  );
});

test('replaces exactly what it found, and never throws', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      's3://b/k',
      'gs://',
      '"',
      "'",
      '<img src=',
      '>',
      ' ',
      '=',
      '&amp;',
      '(',
      ')',
      ',',
      'https://x.y/',
      '/data/local-files/?d=',
      '\\',
      'srcset="',
    ),
    fc.string({ maxLength: 6 }),
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
  await fc.assert(
    fc.asyncProperty(text, async (text) => {
      const found = findUris(text);
      let expected = '';
      let from = 0;
      for (const { start, end } of found) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeGreaterThan(start);
        expected += `${text.slice(from, start)}@`;
        from = end;
      }
      expected += text.slice(from);
      expect((await mapUris(text, async () => '@')).value).toBe(expected);
      expect(await mapUris(text, async () => undefined)).toMatchObject({ value: text });
    }),
    { numRuns: 2000 },
  );
});

test('any JSON comes back as it was when nothing resolves', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      expect((await mapUris(value, async () => undefined)).value).toEqual(value);
    }),
  );
  let deep: unknown = 's3://b/k';
  for (let i = 0; i < 1000; i++) deep = [deep];
  expect(JSON.stringify(await resolve(deep))).toContain(to('k'));
});

test('a long text takes no longer than its length', () => {
  const start = performance.now();
  findUris('see s3://b/k and '.repeat(20_000));
  findUris('<img src="s3://b/'.repeat(5000));
  findUris('/data/local-files/?x'.repeat(10_000));
  findUris(`see s3://b/${'.)'.repeat(50_000)}`);
  findUris(`see s3://b/${'.'.repeat(100_000)}x`);
  findUris(`see s3://b/${'('.repeat(100_000)}`);
  expect(performance.now() - start).toBeLessThan(2000);
});

test('each address is asked for once, and what fails is told', async () => {
  const asked: string[] = [];
  const { value, unresolved } = await mapUris(
    ['s3://b/1', 'S3://b/1', 's3://b/2', 'gs://x/3'],
    async ({ key }) => {
      asked.push(key);
      if (key === '2') throw new Error('refused');
      return key === '1' ? 'one' : undefined;
    },
  );
  expect(asked).toEqual(['1', '2', '3']);
  expect(value).toEqual(['one', 'one', 's3://b/2', 'gs://x/3']);
  expect(unresolved).toMatchObject([
    { uri: { key: '2' }, error: new Error('refused') },
    { uri: { key: '3' } },
  ]);
});

test('the storage whose prefix says most is the one', () => {
  const make = (provider: string, prefix: string, place: object) => ({
    settings: { provider, prefix, ...place },
  });
  const all = make('s3', 'other/', { bucket: 'b' });
  const yard = make('s3', 'yard/', { bucket: 'b' });
  const north = make('s3', 'yard/north/', { bucket: 'b' });
  const azure = make('azure', '', { container: 'b' });
  const folder = make('folder', '', {});
  const storages = [azure, all, yard, north, folder];
  const find = (text: string) => {
    const uri = parseObjectUri(text);
    return uri && storageForUri(uri, storages);
  };
  expect(find('s3://b/yard/north/1')).toBe(north);
  expect(find('s3://b/yard/1')).toBe(yard);
  expect(find('s3://b/elsewhere')).toBe(all);
  expect(find('azure-spi://b/1')).toBe(azure);
  expect(find('azure-blob://b/1')).toBe(azure);
  expect(find('gs://b/1')).toBeUndefined();
  expect(find('/data/local-files/?d=a')).toBe(folder);
  expect(find('https://example.org/a')).toBeUndefined();
});
