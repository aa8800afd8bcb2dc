import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isError } from '#core/errors.ts';
import type { ReadResult } from '#core/formats/format.ts';
import { coco as entry } from '#core/formats/registry.ts';
import { car } from './arbitraries.ts';

const coco = await entry.load();

const image = { id: 1, width: 100, height: 50, file_name: 'a.jpg' };
const box = {
  id: 1,
  image_id: 1,
  category_id: 1,
  segmentation: [],
  bbox: [10, 10, 20, 20],
  iscrowd: 0,
  area: 400,
};
const good = { images: [image], categories: [{ id: 1, name: 'car' }], annotations: [box] };

async function read(content: unknown, keys = ['a.jpg']): Promise<ReadResult> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  return coco.read(new Blob([text]), { labels: [car], frames: keys.map((key, frame) => ({ frame, key })) });
}

function withBox(changes: object): object {
  return {
    ...good,
    annotations: [
      { ...box, ...changes },
      { ...box, id: 2 },
    ],
  };
}

describe('what is not taken, and why', () => {
  test.each<[string, object, string, string]>([
    [
      'a box outside',
      withBox({ bbox: [90, 10, 20, 20] }),
      'annotations[0]',
      'Its box [90, 10, 20, 20] lies outside of its image of 100 x 50.',
    ],
    [
      'a box before the image',
      withBox({ bbox: [-5, 10, 20, 20] }),
      'annotations[0]',
      'Its box [-5, 10, 20, 20] lies outside of its image of 100 x 50.',
    ],
    [
      'a box in the rounding border',
      withBox({ bbox: [100.2, 10, 0.5, 20] }),
      'annotations[0]',
      'Its box [100.2, 10, 0.5, 20] has no pixel inside of its image.',
    ],
    ['an empty box', withBox({ bbox: [1, 1, 0, 5] }), 'annotations[0]', 'Its box is 0 x 5 pixels in size.'],
    [
      'a negative box',
      withBox({ bbox: [9, 9, -5, 5] }),
      'annotations[0]',
      'Its box is -5 x 5 pixels in size.',
    ],
    [
      'text for a number',
      withBox({ bbox: [1, 1, '5', 5] }),
      'annotations[0]',
      'Its bbox is not four numbers.',
    ],
    ['no bbox', withBox({ bbox: null }), 'annotations[0]', 'Its bbox is not four numbers.'],
    ['three numbers', withBox({ bbox: [1, 2, 3] }), 'annotations[0]', 'Its bbox is not four numbers.'],
    [
      'a polygon',
      withBox({ segmentation: [[1, 1, 5, 1, 5, 5]] }),
      'annotations[0]',
      'It is a polygon, not a box.',
    ],
    [
      'a mask',
      withBox({ segmentation: { counts: 'x', size: [1, 1] }, iscrowd: 1 }),
      'annotations[0]',
      'It is a mask, not a box.',
    ],
    [
      'key points',
      withBox({ keypoints: [1, 1, 2] }),
      'annotations[0]',
      'It is a set of key points, not a box.',
    ],
    [
      'a dangling image',
      withBox({ image_id: 9 }),
      'annotations[0]',
      'It is on image 9, which the file does not have.',
    ],
    [
      'a dangling category',
      withBox({ category_id: 9 }),
      'annotations[0]',
      'It is of category 9, which the file does not have.',
    ],
    ['an id given twice', withBox({ id: 2 }), 'annotations[1]', 'Another one has the id 2 too.'],
    ['no object', { ...good, annotations: [null, box] }, 'annotations[0]', 'It is no object.'],
    [
      'an unknown category',
      {
        ...good,
        categories: [...good.categories, { id: 2, name: 'cone' }],
        annotations: [{ ...box, id: 5, category_id: 2 }, box],
      },
      'categories[1]',
      'No label is named "cone". Its 1 object was left out.',
    ],
    [
      'an image that is no frame',
      {
        ...good,
        images: [image, { ...image, id: 2, file_name: 'b.jpg' }],
        annotations: [{ ...box, id: 5, image_id: 2 }, box],
      },
      'images[1]',
      'No frame here is named "b.jpg". Its 1 object was left out.',
    ],
    [
      'an image given twice',
      { ...good, images: [image, { ...image, id: 2 }], annotations: [{ ...box, id: 5, image_id: 2 }, box] },
      'images[1]',
      '"a.jpg" is the frame that an image before it is. Its 1 object was left out.',
    ],
    [
      'an image id given twice',
      { ...good, images: [image, image] },
      'images[1]',
      'Another one has the id 1 too.',
    ],
    [
      'a category without a name',
      { ...good, categories: [...good.categories, { id: 3 }] },
      'categories[1]',
      'It has no id or no name.',
    ],
  ])('%s', async (_name, content, where, what) => {
    const result = await read(content);
    expect(result.findings.items).toEqual([{ where, what }]);
    expect(result.taken).toBe(1);
    expect(result.frames).toMatchObject([{ frame: 0, shapes: [{ points: [10, 10, 30, 30], labelId: 5 }] }]);
  });

  test('NaN, as Python writes it', async () => {
    const result = await read(JSON.stringify(withBox({})).replace('[10,10,20,20]', '[NaN,10,-Infinity,20]'));
    expect(result.findings.items).toEqual([
      { where: 'annotations[0]', what: 'Its bbox is not four numbers.' },
    ]);
    expect(result.taken).toBe(1);
  });

  test('attributes that do not fit, while their box is taken', async () => {
    const result = await read(
      withBox({ attributes: { parked: 'perhaps', colour: 'blue', speed: 3, occluded: true } }),
    );
    expect(result.taken).toBe(2);
    expect(result.findings.items.map(({ what }) => what)).toEqual([
      'Its attribute "parked" does not fit the label "car".',
      'Its attribute "speed" does not fit the label "car".',
    ]);
    expect(result.frames[0]?.shapes[0]).toMatchObject({ occluded: true, attributes: { 2: 'blue' } });
  });

  test('keeps a few hundred findings and counts all', async () => {
    const annotations = Array.from({ length: 5000 }, (_, id) => ({ ...box, id, bbox: [0, 0, 0, 0] }));
    const { findings, taken, found } = await read({ ...good, annotations });
    expect([findings.total, findings.items.length, taken, found]).toEqual([5000, 300, 0, 5000]);
  });

  test('lets a box stick out by one rounded pixel, and cuts it', async () => {
    const result = await read(withBox({ bbox: [-0.5, -1, 101.4, 51.9] }));
    expect(result.findings.total).toBe(0);
    expect(result.frames[0]?.shapes[0]?.points).toEqual([0, 0, 100, 50]);
  });

  test('believes a box over the corners beside it when they differ', async () => {
    const result = await read(withBox({ corners: [0, 0, 5, 5] }));
    expect(result.frames[0]?.shapes[0]?.points).toEqual([10, 10, 30, 30]);
  });
});

describe('what is no COCO file', () => {
  test.each([
    ['', 'The file is not JSON. It ends too early in line 1, column 1.', '1:1'],
    ['{"images": [}', 'The file is not JSON. It breaks at "}" in line 1, column 13.', '1:13'],
    [
      '{\n  "images": [],\n  oops: 1}',
      'The file is not JSON. It breaks at "oops: 1}" in line 3, column 3.',
      '3:3',
    ],
    [
      '{"images": ["a\n"]}',
      'The file is not JSON. It breaks at "\\"a\\n\\"]}" in line 1, column 13.',
      '1:13',
    ],
    ['{"images": [', 'The file is not JSON. It ends too early in line 1, column 13.', '1:13'],
    ['[]', 'The file is JSON, but no COCO file: it is no object.', '$'],
    [
      '{"images": [], "annotations": {}, "categories": []}',
      'The file is JSON, but no COCO file: it has no list "annotations".',
      '$.annotations',
    ],
    [
      'PK\u0003\u0004...',
      'The file is a zip archive. Unpack it and choose the .json file in "annotations".',
      'file',
    ],
  ])('%j', async (text, message, where) => {
    await expect(read(text)).rejects.toMatchObject({ tag: 'invalid-data', message, where });
  });
});

describe('finding the frame of an image', () => {
  const keys = ['yard/a.jpg', 'dock/a.jpg', 'dock/b.jpg', 'c.png', 'x/c.png', 'd.jpg', 'd.webp'];
  test.each<[string, number | undefined]>([
    ['yard/a.jpg', 0],
    ['images/train/dock/a.jpg', 1],
    ['b.jpg', 2],
    ['./dock\\b.jpg', 2],
    ['c.png', 3],
    ['images/c.png', 3],
    ['dock/b', 2],
    ['dock/b.png', 2],
    ['d.jpg', 5],
    ['a.jpg', undefined],
    ['d.tif', undefined],
    ['e.jpg', undefined],
    ['ard/a.jpg', undefined],
  ])('%s', async (name, frame) => {
    const result = await read({ ...good, images: [{ ...image, file_name: name }] }, keys);
    expect(result.frames.map((one) => one.frame)).toEqual(frame === undefined ? [] : [frame]);
    expect(result.findings.total).toBe(frame === undefined ? 1 : 0);
  });
});

test('bears any damage: an InvalidDataError or findings, never anything else and never NaN', async () => {
  const text = JSON.stringify(withBox({ attributes: { parked: true }, corners: [10, 10, 30, 30] }));
  const cut = fc.record({
    from: fc.nat({ max: text.length }),
    length: fc.nat({ max: 12 }),
    put: fc.constantFrom(
      '',
      'NaN',
      '1e999',
      '-',
      '"',
      '[',
      ']',
      '{}',
      'null',
      ',',
      '1e308',
      '\\',
      '\u0000',
      '-0',
      '[[',
      '9',
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(cut, { minLength: 1, maxLength: 4 }), async (cuts) => {
      let mutated = text;
      for (const { from, length, put } of cuts)
        mutated = mutated.slice(0, from) + put + mutated.slice(from + length);
      const result = await read(mutated).catch((error: unknown) => {
        if (isError(error, 'invalid-data')) return undefined;
        throw error;
      });
      const shapes = result?.frames.flatMap((one) => one.shapes) ?? [];
      for (const { points } of shapes) {
        expect(points.every(Number.isFinite)).toBe(true);
        expect(points[0] < points[2] && points[1] < points[3]).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
});

test('bears any JSON value in any place', async () => {
  const row = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        id: fc.jsonValue(),
        file_name: fc.jsonValue(),
        name: fc.jsonValue(),
        bbox: fc.jsonValue(),
        image_id: fc.constant(1),
        category_id: fc.constant(1),
      },
      { requiredKeys: [] },
    ),
  );
  const file = fc.record({ images: fc.array(row), categories: fc.array(row), annotations: fc.array(row) });
  await fc.assert(
    fc.asyncProperty(file, async ({ images, categories, annotations }) => {
      const result = await read({
        images: [image, ...images],
        categories: [...good.categories, ...categories],
        annotations,
      });
      expect(result.found).toBe(annotations.length);
    }),
    { numRuns: 500 },
  );
});

test('reads 100,000 boxes in little more time than their JSON takes', async () => {
  const annotations = Array.from({ length: 100_000 }, (_, id) =>
    Object.assign({}, box, { id, image_id: (id % 1000) + 1 }),
  );
  const images = Array.from({ length: 1000 }, (_, id) =>
    Object.assign({}, image, { id: id + 1, file_name: `${id}.jpg` }),
  );
  const file = JSON.stringify({ ...good, images, annotations });
  const keys = images.map((one) => one.file_name);
  const ratios: number[] = [];
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    JSON.parse(file);
    const parsed = performance.now();
    expect((await read(file, keys)).taken).toBe(100_000);
    ratios.push((performance.now() - parsed) / (parsed - start));
  }
  expect(Math.min(...ratios)).toBeLessThan(6);
});
