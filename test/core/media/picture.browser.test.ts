import { expect, test } from 'vitest';
import { decodePicture } from '#core/media/image/picture.ts';
import { withOrientation } from '#core/workspace/sample/exif.ts';

/** A JPEG whose left half is red and whose right half is blue. */
async function redBlue(width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = 'red';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = 'blue';
  context.fillRect(width / 2, 0, width / 2, height);
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
}

/** Which of red and blue a bitmap shows at a place, as shares of its size. */
function colorAt(bitmap: ImageBitmap, x: number, y: number): 'red' | 'blue' {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  context?.drawImage(bitmap, -Math.floor(bitmap.width * x), -Math.floor(bitmap.height * y));
  const [red = 0, , blue = 0] = context?.getImageData(0, 0, 1, 1).data ?? [];
  return red > blue ? 'red' : 'blue';
}

test('turns a picture as its EXIF orientation says, at every level', async () => {
  const picture = await decodePicture(await withOrientation(await redBlue(2000, 1200), 6), 'portrait.jpg');
  expect([picture.width, picture.height]).toEqual([1200, 2000]);
  expect(picture.levels.length).toBeGreaterThan(1);
  for (const level of picture.levels) {
    expect(level.height / level.width).toBeCloseTo(2000 / 1200, 2);
    // Turned by a quarter clockwise, what was left is on top.
    expect([colorAt(level, 0.5, 0.2), colorAt(level, 0.5, 0.8)]).toEqual(['red', 'blue']);
  }
  picture.close();
});

test('decodes 6000 x 4000 with smaller levels for smaller scales', async () => {
  const picture = await decodePicture(await redBlue(6000, 4000), 'huge.jpg');
  expect([picture.width, picture.height]).toEqual([6000, 4000]);
  expect(picture.levels.map((level) => level.width)).toEqual([6000, 3000, 1500, 750]);
  picture.close();
});

test.each([
  ['empty', async () => new Blob([]), 'empty'],
  ['text by an image’s name', async () => new Blob(['{"a": 1}']), 'not-an-image'],
  ['cut off', async () => (await redBlue(900, 600)).slice(0, 3000), 'truncated'],
  ['a PNG with nothing between its beginning and its end', hollowPng, 'not-an-image'],
] as const)('says what is wrong with an object that is %s', async (_words, make, code) => {
  await expect(decodePicture(await make(), 'a/b/frame.jpg')).rejects.toMatchObject({
    tag: 'frame',
    code,
    message: expect.stringContaining('frame.jpg'),
  });
});

/** Signature, header and end, as inspection wants them, and no pixels. */
async function hollowPng(): Promise<Blob> {
  const png = await blankCanvas().convertToBlob({ type: 'image/png' });
  return new Blob([png.slice(0, 33), png.slice(-12)]);
}

function blankCanvas(): OffscreenCanvas {
  const canvas = new OffscreenCanvas(8, 8);
  canvas.getContext('2d');
  return canvas;
}
