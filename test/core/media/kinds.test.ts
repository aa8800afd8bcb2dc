import { expect, test } from 'vitest';
import { isImageKey } from '#core/media/kinds.ts';

test.each(['a.jpg', 'A.JPEG', 'x/y.PnG', '.hidden.webp', 'a.gif', 'a.bmp', 'a b+%.avif', '/.jpg'])(
  '%s is an image',
  (key) => {
    expect(isImageKey(key)).toBe(true);
  },
);

test.each(['', 'jpg', 'a.jpg.txt', 'a.jpg/', 'a.jpg/readme', 'manifest.jsonl', 'a.tiff', 'jpg/a'])(
  '%s is none',
  (key) => {
    expect(isImageKey(key)).toBe(false);
  },
);
