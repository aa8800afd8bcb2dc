import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  manifestKeyOf,
  manifestNameOf,
  relatedKeysOf,
  type ManifestImage,
} from '#core/media/manifest/entry.ts';
import { readManifest, type ManifestRow } from '#core/media/manifest/read.ts';
import { writeManifest } from '#core/media/manifest/write.ts';
import { makeSourceFile } from '#test/fakes/source-file.ts';

const head = '{"version":"1.1"}\n{"type":"images"}\n';
const readText = (text: string) => readManifest(makeSourceFile('yard/manifest.jsonl', text));

async function rowsOf(text: string): Promise<ManifestRow[]> {
  const manifest = await readText(text);
  if (manifest.type !== 'images') throw new Error('a video');
  const rows: ManifestRow[] = [];
  for await (const batch of manifest.rows) rows.push(...batch);
  return rows;
}

/** As CVAT writes it (`{"name":…,"extension":…,…}`), with what is not ASCII as Python's json escapes it. */
const asCvat = `${head}{"name":"dir/img_1","extension":".jpg","width":720,"height":405,"meta":{"related_images":["related_images/img_1_jpg/ctx.png"]},"checksum":"d41d8cd98f00b204e9800998ecf8427e"}
{}
{"name":"\\u540d/\\ud83d\\ude00 \\"q\\"","extension":".png","width":1,"height":2}
{"name":"scan","extension":".pcd"}
`;

test('reads what CVAT writes, and writes the same bytes', async () => {
  const rows = await rowsOf(asCvat);
  expect(rows).toMatchObject([
    { index: 0, image: { name: 'dir/img_1', extension: '.jpg', width: 720, height: 405 } },
    { index: 1, outside: true },
    { index: 2, image: { name: '名/😀 "q"', extension: '.png' } },
    { index: 3, image: { name: 'scan', extension: '.pcd' } },
  ]);
  const { manifest, index } = await writeManifest(
    rows.map((row) => ('image' in row ? row.image : undefined)),
  );
  expect(await manifest.text()).toBe(asCvat);
  const offsets: Record<string, number> = JSON.parse(await index.text());
  const bytes = new TextEncoder().encode(asCvat);
  const lines = Object.values(offsets).map(
    (at) => new TextDecoder().decode(bytes.subarray(at)).split('\n')[0],
  );
  expect(lines).toEqual(asCvat.split('\n').slice(2, -1));
  expect(await index.text()).toMatch(/^\{"0":36,"1":\d+,"2":\d+,"3":\d+\}$/);
});

test('bears blank lines, CRLF, no size, no extension, version 1.0, and reports duplicates', async () => {
  const text =
    '\uFEFF{"version":"1.0"}\r\n\r\n{"type":"images"}\r\n{"name":"a.jpg"}\r\n\n{"name":"a","extension":".jpg","width":null}\n{"name":"b","extension":".jpg","odd":1}';
  expect(await rowsOf(text)).toEqual([
    { index: 0, image: { name: 'a.jpg', extension: '' } },
    { index: 1, image: { name: 'a', extension: '.jpg' }, duplicateOf: 0 },
    { index: 2, image: { name: 'b', extension: '.jpg' } },
  ]);
});

test('rows that are wrong are errors in their place', async () => {
  const rows = await rowsOf(
    `${head}{"extension":".jpg"}\n\n{"name":\n{"name":"a","width":-1}\n[]\n{"name":"a"}`,
  );
  expect(rows).toEqual([
    { index: 0, error: 'Line 3 has no proper "name".' },
    { index: 1, error: 'Line 5 is no JSON object.' },
    { index: 2, error: 'Line 6 has no proper "width".' },
    { index: 3, error: 'Line 7 is no JSON object.' },
    { index: 4, image: { name: 'a', extension: '' } },
  ]);
});

test.each([
  ['', 'the end'],
  ['{"version":"2.0"}\n{"type":"images"}', 'line 1'],
  ['{"version":1.1}\n{"type":"images"}', 'line 1'],
  ['\n{"version":"1.1"}\n\n{"type":"sound"}', 'line 4'],
  ['{"version":"1.1"}', 'the end'],
  ['{"type":"images"}\n{"version":"1.1"}', 'line 1'],
  ['{"version":"1.1"}\n{"type":"video"}\n{"number":0,"pts":0}', 'line 3'],
  ['no json', 'line 1'],
])('%j is refused at %s', async (text, where) => {
  await expect(readText(text)).rejects.toMatchObject({ tag: 'invalid-data', where });
});

test('a video is read, and said to be of no use yet', async () => {
  const text = `{"version":"1.1"}
{"type":"video"}
{"properties":{"name":"video.mp4","resolution":[1280,720],"length":778,"chapters":[{"id":0,"start":0,"stop":99,"metadata":{"title":"Intro"}}]}}
{"number":0,"pts":0,"checksum":"x"}
{"number":135,"pts":486000,"checksum":"y"}
`;
  expect(await readText(text)).toMatchObject({
    type: 'video',
    version: '1.1',
    name: 'video.mp4',
    width: 1280,
    height: 720,
    length: 778,
    keyframes: [{ number: 0 }, { number: 135, pts: 486_000, checksum: 'y' }],
    unusable: expect.stringContaining('video.mp4'),
  });
});

test.each<[string, string, string | undefined, string]>([
  ['img.jpg', 'manifest.jsonl', undefined, 'img.jpg'],
  ['dir/img.jpg', 'yard/manifest.jsonl', undefined, 'yard/dir/img.jpg'],
  ['dir/img.jpg', 'yard/manifest.jsonl', '', 'dir/img.jpg'],
  ['dir/img.jpg', 'meta/manifest.jsonl', 'photos', 'photos/dir/img.jpg'],
  ['dir/img.jpg', 'meta/manifest.jsonl', 'photos/', 'photos/dir/img.jpg'],
  ['../photos/img.jpg', 'meta/manifest.jsonl', undefined, 'photos/img.jpg'],
  ['./img.jpg', 'meta/manifest.jsonl', undefined, 'meta/img.jpg'],
  ['dir\\img.jpg', 'manifest.jsonl', undefined, 'dir/img.jpg'],
])('%s of %s with root %s is %s', (path, manifestKey, root, key) => {
  const place = { manifestKey, ...(root === undefined ? {} : { root }) };
  expect(manifestKeyOf({ name: path.replace('.jpg', ''), extension: '.jpg' }, place)).toBe(key);
  const image = { name: 'x', extension: '', meta: { related_images: [path, 1] } };
  expect(relatedKeysOf(image, place)).toEqual([key]);
});

test('names as Python splits them', () => {
  const place = { manifestKey: 'yard/manifest.jsonl' };
  const split = (path: string) => Object.values(manifestNameOf(`yard/${path}`, place));
  expect(split('a.b/c')).toEqual(['a.b/c', '']);
  expect(split('a.tar.gz')).toEqual(['a.tar', '.gz']);
  expect(split('dir/.jpg')).toEqual(['dir/.jpg', '']);
  expect(split('..jpg')).toEqual(['..jpg', '']);
  expect(split('a.')).toEqual(['a', '.']);
  expect(() => manifestNameOf('elsewhere/a.jpg', place)).toThrow('does not lie below "yard/"');
});

const image: fc.Arbitrary<ManifestImage> = fc
  .record(
    {
      name: fc.string({ unit: 'binary', minLength: 1 }),
      extension: fc.constantFrom('', '.jpg', '.ü'),
      width: fc.nat(),
      height: fc.nat(),
      meta: fc.record({ related_images: fc.array(fc.string()) }),
      checksum: fc.string(),
    },
    { requiredKeys: ['name', 'extension'], noNullPrototype: true },
  )
  .map((record) => record);

test('what is written reads back', async () => {
  const list = fc.array(fc.option(image, { nil: undefined }));
  await fc.assert(
    fc.asyncProperty(list, async (images) => {
      const { manifest } = await writeManifest(images);
      const rows = await rowsOf(await manifest.text());
      expect(rows.map((row) => ('image' in row ? row.image : undefined))).toEqual(images);
    }),
  );
});

test('keys come back through their names', () => {
  const key = fc.string({ minLength: 1 }).filter((text) => !/\\|^\.\.?\//.test(text));
  const place = { manifestKey: 'yard/manifest.jsonl' };
  fc.assert(
    fc.property(key, (key) => {
      expect(manifestKeyOf(manifestNameOf(`yard/${key}`, place), place)).toBe(`yard/${key}`);
    }),
  );
});
