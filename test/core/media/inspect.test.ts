import { describe, expect, test } from 'vitest';
import { createCanvas } from '@napi-rs/canvas';
import { inspectImage, shortName } from '#core/media/image/inspect.ts';

const canvas = createCanvas(64, 48);
const real = {
  jpeg: canvas.toBuffer('image/jpeg'),
  png: canvas.toBuffer('image/png'),
  webp: canvas.toBuffer('image/webp'),
  avif: canvas.toBuffer('image/avif'),
  gif: Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
};

async function problemOf(bytes: Uint8Array): Promise<string | undefined> {
  try {
    await inspectImage(new Blob([new Uint8Array(bytes)]), 'a.jpg');
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'another error';
  }
}

describe('an image that is whole', () => {
  test.each(Object.entries(real))('%s passes', async (_kind, bytes) => {
    expect(await problemOf(bytes)).toBeUndefined();
  });

  test('a JPEG with a film behind it passes, as phones make them', async () => {
    expect(await problemOf(Buffer.concat([real.jpeg, Buffer.alloc(5000, 7)]))).toBeUndefined();
  });
});

describe('an image that ends too early', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('%s is told', async (kind) => {
    expect(await problemOf(real[kind].subarray(0, Math.floor(real[kind].length * 0.7)))).toBe('truncated');
  });
});

test('an image of 0 x 0 is told', async () => {
  const png = Buffer.from(real.png);
  png.writeUInt32BE(0, 16);
  expect(await problemOf(png)).toBe('no-size');
});

test('long keys are shown from their end', () => {
  expect(shortName('a/b/c.jpg')).toBe('c.jpg');
  expect(shortName(`x/${'y'.repeat(60)}.jpg`)).toBe(`…${'y'.repeat(35)}.jpg`);
});
