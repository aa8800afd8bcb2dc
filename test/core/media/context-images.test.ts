import { expect, test } from 'vitest';
import { ContextImages, isContextImage } from '#core/media/context-images.ts';

test.each([
  ['related_images/a_jpg/1.png', '', true],
  ['set/related_images/a_jpg/1.png', '', true],
  ['set/related_images/a_jpg/1.txt', '', false],
  ['set/related_images/1.png', '', false],
  ['set/related_images/a/b/1.png', '', false],
  ['a.jpg', '', false],
  // Whoever looks in there means those.
  ['set/related_images/a_jpg/1.png', 'set/related_images/', false],
  ['set/related_images/a_jpg/1.png', 'set/rel', true],
])('%s below "%s" is a context image: %s', (key, prefix, is) => {
  expect(isContextImage(key, prefix)).toBe(is);
});

test('an image has those in the folder of its name, in its own storage', () => {
  const images = new ContextImages('2d');
  images.take(1, [], ['x/related_images/a_b_jpg/2.png', 'x/related_images/a_b_jpg/1.png', 'x/notes.txt']);
  images.take(2, [], ['related_images/c_png/1.png']);
  const match = images.match();
  expect(match.of({ storageId: 1, key: 'x/a.b.jpg' })).toEqual([
    'x/related_images/a_b_jpg/1.png',
    'x/related_images/a_b_jpg/2.png',
  ]);
  expect(match.of({ storageId: 1, key: 'a.b.jpg' })).toEqual([]);
  expect(match.of({ storageId: 1, key: 'c.png' })).toEqual([]);
  expect(match.left()).toEqual(['related_images/c_png/1.png']);
});

test('what no layout knows is left, of whatever order the listing is', () => {
  const images = new ContextImages('3d');
  images.take(1, [], ['IMAGE_00/data/1.png', 'street.jpg']);
  images.take(1, [{ key: 'velodyne_points/data/1.bin' }], []);
  const match = images.match();
  expect(match.of({ storageId: 1, key: 'velodyne_points/data/1.bin' })).toEqual(['IMAGE_00/data/1.png']);
  expect(match.left()).toEqual(['street.jpg']);
});
