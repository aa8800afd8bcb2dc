import { expect, test } from 'vitest';
import { frameValue } from '#core/media/task-data/frame-value.ts';

test.each<[object, string | undefined, string]>([
  [{ id: 'x', image: ' s3://b/1.jpg ' }, undefined, 's3://b/1.jpg'],
  [{ page: 'https://x.y/about', image: 'https://x.y/a.PNG?x=1.txt' }, undefined, 'https://x.y/a.PNG?x=1.txt'],
  [{ title: 'a walk', file: 'yard/1.jpg' }, undefined, 'yard/1.jpg'],
  [{ title: 'a walk', file: 'gs://b/no-ending' }, undefined, 'gs://b/no-ending'],
  [{ $undefined$: 's3://b/1.jpg' }, undefined, 's3://b/1.jpg'],
  [{ a: 's3://b/1.jpg', b: 's3://b/what?.jpg' }, 'b', 's3://b/what?.jpg'],
  [{ a: 's3://b/1.jpg', text: 'anything' }, 'text', 'anything'],
])('%o with key %s', (data, key, value) => {
  expect(frameValue({ ...data }, key).value).toBe(value);
});

test('says which keys there are', () => {
  expect(() => frameValue({ text: 'x', n: 1 })).toThrow(
    'No value is the address of an image. There are "text", "n".',
  );
  expect(() => frameValue({ image: ['s3://b/1.jpg'] }, 'image')).toThrow(
    '"image" holds no text. There are "image".',
  );
  expect(() => frameValue({}, 'image')).toThrow('There are no keys at all.');
});
