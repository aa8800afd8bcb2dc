import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import { StorageError } from '#core/errors.ts';
import { readTaskItems } from '#core/media/task-data/read.ts';
import type { SourceFile } from '#core/media/source-file.ts';
import { isOwnOutput, ownOutputKey } from '#core/model/own-output.ts';
import { makeSourceFile } from '#test/fakes/source-file.ts';

type Options = Parameters<typeof readTaskItems>[1];

async function readAll(file: SourceFile, options?: Options) {
  const items = [];
  for await (const batch of readTaskItems(file, options)) items.push(...batch);
  return items;
}

const read = (key: string, text: string | Uint8Array<ArrayBuffer>, options?: Options) =>
  readAll(makeSourceFile(key, text), options);

/** Data, or the error, of each. */
const brief = async (key: string, text: string, options?: Options) =>
  (await read(key, text, options)).map((item) => ('error' in item ? item.error : item.data));

test.each<[string, string, string, unknown[]]>([
  ['one object', 'a.json', '{"image":"s3://b/1"}', [{ image: 's3://b/1' }]],
  ['a list', 'a.json', '[{"a":1},{"data":{"a":2}}]', [{ a: 1 }, { a: 2 }]],
  ['no ending', 'tasks/27', '{"a":1}', [{ a: 1 }]],
  ['BOM', 'a.json', '\uFEFF{"a":1}', [{ a: 1 }]],
  ['an empty list', 'a.json', '[]', []],
  ['lines in .json', 'a.json', '{"a":1}\n{"a":2}\n', [{ a: 1 }, { a: 2 }]],
  ['lines', 'a.jsonl', '{"a":1}\n{"a":2}', [{ a: 1 }, { a: 2 }]],
  ['blank lines, BOM, CRLF', 'a.JSONL', '\uFEFF{"a":1}\r\n\r\n  \n\n{"a":2}\r\n\n', [{ a: 1 }, { a: 2 }]],
  ['other line ends within text', 'a.jsonl', '{"a":"1\u2028\u0085"}\n', [{ a: '1\u2028\u0085' }]],
  [
    'a bad line',
    'a.jsonl',
    '{"a":1}\n\n{"a":\n{"a":3}',
    [{ a: 1 }, 'Line 3 is not JSON from column 6 on.', { a: 3 }],
  ],
  ['a list on a line', 'a.jsonl', '[1]', ['Line 1: A task is an object, as {"image": "…"}; this is a list.']],
  ['empty file', 'a.jsonl', '', []],
  ['text as data', 'a.json', '{"data":"x"}', ['"data" is an object, as {"image": "…"}; here it is text.']],
  [
    'a number',
    'a.json',
    '[1,{"a":1}]',
    ['A task is an object, as {"image": "…"}; this is a number.', { a: 1 }],
  ],
  [
    'no data',
    'a.json',
    '{"predictions":[]}',
    ['It has "predictions" but no "data". Put what is to be annotated into "data".'],
  ],
  [
    'no result',
    'a.json',
    '{"data":{},"annotations":[{"id":1}]}',
    ['annotations[0] has no list "result" of objects.'],
  ],
  [
    'annotations are no list',
    'a.json',
    '{"data":{},"annotations":{}}',
    ['"annotations" is a list; here it is an object.'],
  ],
  ['NaN, as Python writes it', 'a.json', '{"a":NaN}', [{ a: null }]],
  ['__proto__', 'a.json', '{"__proto__":{"a":1},"b":2}', [JSON.parse('{"__proto__":{"a":1},"b":2}')]],
])('%s', async (_, key, text, expected) => {
  expect(await brief(key, text)).toEqual(expected);
});

test('all of a task is kept', async () => {
  const whole = {
    id: 7,
    data: { image: 's3://b/1' },
    meta: { site: 'yard' },
    annotations: [{ result: [], completed_by: { id: 1, email: 'a@b.c' } }],
    predictions: [{ result: [{ type: 'choices' }], score: 0.5 }],
    drafts: [],
  };
  const { annotations, predictions, meta, data } = whole;
  expect(await read('a.json', JSON.stringify(whole))).toEqual([
    { row: 0, data, meta, annotations, predictions, whole },
  ]);
});

test('a file as a whole that cannot be read says why', async () => {
  await expect(brief('a.json', '{"a":1')).rejects.toThrow(/ends too early in line 1, column 7/);
  await expect(brief('a.csv', 'a,b')).rejects.toThrow('"a.csv" is no task file');
  await expect(read('a.json', Uint8Array.of(0xff, 0xfe, 0x7b, 0))).rejects.toThrow('not UTF-8');
});

test('limits', async () => {
  const deep = `${'['.repeat(200)}${']'.repeat(200)}`;
  expect(await brief('a.json', `[{"a":${deep}},{"a":1}]`)).toEqual([
    'Its lists and objects are more than 100 deep.',
    { a: 1 },
  ]);
  const long = `{"a":"${'x'.repeat(3000)}"}\n{"a":1}`;
  const limits = { maxLineBytes: 1024, chunkBytes: 500 };
  expect(await brief('a.jsonl', long, { limits })).toEqual(['Line 1 is longer than 0 MiB.', { a: 1 }]);
  await expect(brief('a.json', `[{"a":1},\n${long}]`, { limits: { maxWholeBytes: 1024 } })).rejects.toThrow(
    'too large',
  );
  expect(await brief('a.json', long, { limits: { maxWholeBytes: 1024 } })).toEqual([
    { a: 'x'.repeat(3000) },
    { a: 1 },
  ]);
});

test('lines are the same however they are cut', async () => {
  const line = fc.oneof(
    fc.constantFrom('', '\r', ' '),
    fc.string({ unit: 'grapheme' }).map((a) => JSON.stringify({ a })),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.integer({ min: 1, max: 40 }), async (lines, chunkBytes) => {
      const expected = lines.flatMap((text) => (text.trim() === '' ? [] : [JSON.parse(text)]));
      expect(await brief('a.jsonl', lines.join('\n'), { limits: { chunkBytes } })).toEqual(expected);
    }),
  );
});

test('200 MB of lines are read by parts, and little is held', async () => {
  const line = `{"image":"s3://bucket/yard/north/2026-11-21/frame_00000001.jpg","note":"${'n'.repeat(120)}"}\n`;
  const perPart = 5000;
  const part = new TextEncoder().encode(line.repeat(perPart));
  const size = part.length * Math.ceil(200e6 / part.length);
  let largest = 0;
  const file: SourceFile = {
    key: 'a.jsonl',
    size,
    read: async (range) => {
      if (!range) throw new Error('never all of it');
      largest = Math.max(largest, range.end - range.start + 1);
      const bytes = new Uint8Array(range.end - range.start + 1);
      for (let at = 0; at < bytes.length; ) {
        const offset = (range.start + at) % part.length;
        const piece = part.subarray(offset, offset + bytes.length - at);
        bytes.set(piece, at);
        at += piece.length;
      }
      return new Blob([bytes]);
    },
  };
  const before = process.memoryUsage().rss;
  let most = 0;
  let count = 0;
  for await (const batch of readTaskItems(file)) {
    expect(batch.length).toBeLessThanOrEqual(1000);
    count += batch.length;
    most = Math.max(most, process.memoryUsage().rss - before);
  }
  expect(count).toBe((size / part.length) * perPart);
  expect(largest).toBeLessThanOrEqual(8 * 2 ** 20);
  expect(most).toBeLessThan(400e6);
}, 60_000);

/** Groups of `rows / 4` rows. */
function makeParquet(rows: number): Uint8Array<ArrayBuffer> {
  const index = Array.from({ length: rows }, (_, i) => i);
  const columnData = [
    { name: 'image', data: index.map((i) => `s3://b/${i}.jpg`), type: 'STRING' as const },
    { name: 'big', data: index.map((i) => 2n ** 60n + BigInt(i)), type: 'INT64' as const },
    { name: 'small', data: index.map((i) => BigInt(i)), type: 'INT64' as const },
    { name: 'score', data: index.map((i) => (i === 1 ? Number.NaN : i / 2)), type: 'DOUBLE' as const },
    { name: 'at', data: index.map((i) => new Date(i * 1000)), type: 'TIMESTAMP' as const },
    { name: 'more', data: index.map((i) => ({ tags: ['a', i], on: true })), type: 'JSON' as const },
  ];
  return new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize: rows / 4 }));
}

test('a table is read a group of rows at a time', async () => {
  const file = makeSourceFile('a.parquet', makeParquet(40_000));
  const items = await readAll(file);
  expect(items).toHaveLength(40_000);
  expect(items[1]).toMatchObject({
    row: 1,
    data: {
      image: 's3://b/1.jpg',
      big: (2n ** 60n + 1n).toString(),
      small: 1,
      score: null,
      at: '1970-01-01T00:00:01.000Z',
      more: { tags: ['a', 1], on: true },
    },
  });
  expect(items.at(-1)).toMatchObject({ row: 39_999, data: { image: 's3://b/39999.jpg' } });
  expect(file.reads).not.toContain(undefined);
  const largest = Math.max(...file.reads.map((range) => (range ? range.end - range.start + 1 : Infinity)));
  expect(largest).toBeLessThan(Math.max(file.size / 2, 2 ** 19 + 1));
  expect(file.reads[0]?.end).toBe(file.size - 1);
});

test('lists, structs, decimals, and what was packed with gzip', async () => {
  const buffer = parquetWriteBuffer({
    codec: 'GZIP',
    compressors: { GZIP: (bytes) => new Uint8Array(gzipSync(bytes)) },
    schema: [
      { name: 'root', num_children: 3 },
      { name: 'tags', repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
      { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
      { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
      { name: 'data', repetition_type: 'OPTIONAL', num_children: 2 },
      { name: 'image', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
      { name: 'n', type: 'INT64', repetition_type: 'OPTIONAL' },
      {
        name: 'price',
        type: 'INT32',
        converted_type: 'DECIMAL',
        scale: 2,
        precision: 9,
        repetition_type: 'OPTIONAL',
      },
    ],
    columnData: [
      { name: 'tags', data: [['a', null], []] },
      {
        name: 'data',
        data: [
          { image: 's3://b/1', n: 5n },
          { image: null, n: null },
        ],
      },
      { name: 'price', data: [12.34, null] },
    ],
  });
  expect(await read('a.parquet', new Uint8Array(buffer))).toMatchObject([
    { data: { image: 's3://b/1', n: 5 }, whole: { tags: ['a', null], price: 12.34 } },
    { data: { image: null, n: null }, whole: { tags: [], price: null } },
  ]);
});

test('bytes in a table are refused by name, text that is not marked as such is text', async () => {
  const bytes = Uint8Array.of(0xff, 0xd8, 0, 1);
  const text = new TextEncoder().encode('s3://b/é.jpg');
  const columnData = [{ name: 'image', data: [bytes, text], type: 'BYTE_ARRAY' as const }];
  const file = makeSourceFile('a.parquet', new Uint8Array(parquetWriteBuffer({ columnData })));
  expect(await readAll(file)).toMatchObject([
    { row: 0, error: expect.stringContaining('Column "image" holds bytes') },
    { row: 1, data: { image: 's3://b/é.jpg' } },
  ]);
});

test('a damaged table says so, and what the storage refuses stays its own', async () => {
  const whole = makeParquet(400);
  await expect(read('a.parquet', whole.slice(0, -20))).rejects.toMatchObject({ tag: 'invalid-data' });
  await expect(read('a.parquet', 'no table at all')).rejects.toMatchObject({ tag: 'invalid-data' });
  const refused = new StorageError('forbidden', 'no', { operation: 'read' });
  const file: SourceFile = {
    key: 'a.parquet',
    size: whole.length,
    read: async () => {
      throw refused;
    },
  };
  await expect(readAll(file)).rejects.toBe(refused);
});

test('our own files are known', () => {
  expect(isOwnOutput({ data: {}, [ownOutputKey]: { format: 'task 1' } })).toBe(true);
  expect([{ data: {} }, { bucketmark: 'x' }, { bucketmark: {} }, null, []].map(isOwnOutput)).toEqual(
    Array(5).fill(false),
  );
});
