import { expect, test } from 'vitest';
import { isImageKey, mediaKind } from '#core/media/kinds.ts';

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

test.each([
  ['clip.MP4', 'video'],
  ['scan/0001.pcd', 'pointcloud'],
  ['velodyne_points/data/0.bin', 'pointcloud'],
  ['set.zip', 'archive'],
  ['set.tar.gz', 'archive'],
  ['report.pdf', 'pdf'],
  ['notes.txt', 'text'],
  ['speech.wav', 'audio'],
  ['https://a.example/x/1.jpg?sig=b/c.txt#d', 'image'],
  ['https://a.example/x?name=1.jpg', undefined],
  ['cam/1.jpg?v=2', undefined],
  ['drawing.svg', undefined],
  ['zip', undefined],
  ['a.zip/readme', undefined],
])('%s is %s', (key, kind) => {
  expect(mediaKind(key)).toBe(kind);
});
