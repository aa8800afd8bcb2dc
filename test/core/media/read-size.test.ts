import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { readImageSize } from '#core/media/image/read-size.ts';

const canvas = createCanvas(321, 123);
canvas.getContext('2d').fillRect(5, 5, 50, 50);
const size = { width: 321, height: 123 };

test.each([
  ['JPEG', () => canvas.toBuffer('image/jpeg')],
  ['PNG', () => canvas.toBuffer('image/png')],
  ['WebP', () => canvas.toBuffer('image/webp', 80)],
  ['WebP without loss', () => canvas.toBuffer('image/webp', 100)],
])('the size of a %s stands in its first bytes', (_, encode) => {
  expect(readImageSize(new Uint8Array(encode()).subarray(0, 2048))).toEqual(size);
});

test('GIF and BMP', () => {
  const gif = Uint8Array.of(...Array.from('GIF89a', (c) => c.charCodeAt(0)), 0x41, 1, 123, 0);
  expect(readImageSize(gif)).toEqual(size);
  const bmp = new Uint8Array(26);
  bmp.set([0x42, 0x4d]);
  new DataView(bmp.buffer).setInt32(18, 321, true);
  new DataView(bmp.buffer).setInt32(22, -123, true);
  expect(readImageSize(bmp)).toEqual(size);
});

test.each([
  [1, size],
  [6, { width: 123, height: 321 }],
])('a JPEG that is to be turned by EXIF orientation %i', (orientation, expected) => {
  const jpeg = new Uint8Array(canvas.toBuffer('image/jpeg'));
  const tiff = [
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  const exif = [...Array.from('Exif', (c) => c.charCodeAt(0)), 0, 0, ...tiff];
  const segment = [0xff, 0xe1, 0, exif.length + 2, ...exif];
  expect(readImageSize(Uint8Array.of(...jpeg.slice(0, 2), ...segment, ...jpeg.slice(2)))).toEqual(expected);
});

test('too few bytes tell nothing', () => {
  expect(readImageSize(new Uint8Array(canvas.toBuffer('image/jpeg')).subarray(0, 40))).toBeUndefined();
  expect(readImageSize(new Uint8Array(0))).toBeUndefined();
});
