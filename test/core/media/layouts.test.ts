import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeMedia } from '#core/media/judge-media.ts';
import { recogniseLayout } from '#core/media/pointcloud/layouts.ts';

const layouts: readonly [string, readonly string[], Readonly<Record<string, readonly string[]>>][] = [
  [
    'kitti',
    [
      'velodyne_points/data/000.bin',
      'velodyne_points/data/001.bin',
      'IMAGE_00/data/000.png',
      'IMAGE_01/data/000.jpg',
      'IMAGE_00/data/001.png',
    ],
    {
      'velodyne_points/data/000.bin': ['IMAGE_00/data/000.png', 'IMAGE_01/data/000.jpg'],
      'velodyne_points/data/001.bin': ['IMAGE_00/data/001.png'],
    },
  ],
  [
    'kitti',
    ['drive/velodyne_points/data/7.bin', 'drive/image_02/data/7.png'],
    { 'drive/velodyne_points/data/7.bin': ['drive/image_02/data/7.png'] },
  ],
  [
    'kitti',
    ['model.bin', 'velodyne_points/data/0.bin', 'IMAGE_00/data/0.png'],
    { 'model.bin': [], 'velodyne_points/data/0.bin': ['IMAGE_00/data/0.png'] },
  ],
  [
    'same-name',
    ['https://a.example/s/1.pcd?sig=x/y', 'https://a.example/s/1.jpg?sig=z'],
    { 'https://a.example/s/1.pcd?sig=x/y': ['https://a.example/s/1.jpg?sig=z'] },
  ],
  ['kitti', ['velodyne_points/data/000.bin'], { 'velodyne_points/data/000.bin': [] }],
  [
    'supervisely',
    ['ds/pointcloud/a.pcd', 'ds/related_images/a_pcd/front.png', 'ds/related_images/a_pcd/rear.png'],
    { 'ds/pointcloud/a.pcd': ['ds/related_images/a_pcd/front.png', 'ds/related_images/a_pcd/rear.png'] },
  ],
  ['supervisely', ['pointcloud/a.pcd'], { 'pointcloud/a.pcd': [] }],
  [
    'same-name',
    ['scans/a.pcd', 'scans/b.pcd', 'scans/a.jpg'],
    { 'scans/a.pcd': ['scans/a.jpg'], 'scans/b.pcd': [] },
  ],
  ['same-name', ['a.pcd'], { 'a.pcd': [] }],
  [
    'own-folder',
    ['set/x/x.pcd', 'set/x/left.jpg', 'set/x/right.jpg', 'set/y/y.pcd'],
    { 'set/x/x.pcd': ['set/x/left.jpg', 'set/x/right.jpg'], 'set/y/y.pcd': [] },
  ],
];

test.each(layouts)('the %s layout of %j', (layout, keys, images) => {
  const answer = recogniseLayout(keys);
  if (!answer.ok) throw new Error(answer.stray.join());
  expect(answer.layout).toBe(layout);
  expect(Object.fromEntries(answer.frames.map((frame) => [frame.key, frame.images]))).toEqual(images);
});

test.each([
  [['a.pcd', 'b.jpg'], ['b.jpg']],
  [['velodyne_points/data/0.bin', 'IMAGE_00/0.png'], ['IMAGE_00/0.png']],
  [['one/velodyne_points/data/0.bin', 'two/IMAGE_00/data/0.png'], ['two/IMAGE_00/data/0.png']],
  [['pointcloud/a.pcd', 'related_images/b_pcd/x.png'], ['related_images/b_pcd/x.png']],
])('%j is no layout', (keys, stray) => {
  expect(recogniseLayout(keys)).toMatchObject({ ok: false, stray });
});

test('the order of the names does not matter', () => {
  const all = layouts.map(([, keys]) => keys);
  fc.assert(
    fc.property(
      fc.constantFrom(...all).chain((keys) => fc.shuffledSubarray([...keys], { minLength: keys.length })),
      (keys) => {
        const sorted = recogniseLayout([...keys].sort());
        const shuffled = recogniseLayout(keys);
        const frames = (answer: typeof sorted) =>
          answer.ok ? [...answer.frames].sort((a, b) => (a.key < b.key ? -1 : 1)) : answer.stray;
        expect(frames(shuffled)).toEqual(frames(sorted));
      },
    ),
  );
});

test.each([
  [['a.jpg', 'b.png', 'readme.txt', 'x.svg'], { ok: true, dimension: '2d', keys: ['a.jpg', 'b.png'] }],
  [
    ['a.jpg', 'related_images/a_jpg/ctx.png'],
    { ok: true, dimension: '2d', keys: ['a.jpg'], context: ['related_images/a_jpg/ctx.png'] },
  ],
  [
    ['s/a.pcd', 's/a.jpg'],
    { ok: true, dimension: '3d', keys: ['s/a.pcd'], layout: 'same-name', context: ['s/a.jpg'] },
  ],
  [['a.jpg', 'clip.mp4'], { ok: false, why: /one kind of media, and these are images and videos/ }],
  [['a.pdf', 'clip.mp4', 'a.jpg'], { ok: false, why: /images, videos and PDF files/ }],
  [['a.pcd', 'clip.mp4'], { ok: false, why: /Point clouds and videos cannot be one task/ }],
  [['a.pcd', 'street.jpg'], { ok: false, why: /2D and 3D never mix.*street\.jpg belongs to none/ }],
  [['clip.mp4'], { ok: false, why: /Videos cannot be a task yet/ }],
  [['set.rar'], { ok: false, why: /Unpack it first/ }],
  [['a.txt'], { ok: false, why: /None of these is an image/ }],
  [[], { ok: false, why: /None of these is an image/ }],
])('%j as one task', (keys, verdict) => {
  const why = 'why' in verdict ? { why: expect.stringMatching(verdict.why) } : {};
  expect(judgeMedia(keys)).toMatchObject({ ...verdict, ...why });
});

test('what is left out says why', () => {
  const { refused } = judgeMedia(['a.jpg', '.DS_Store', 'x.svg', 'notes.txt', 'related_images/b_jpg/1.png']);
  expect(refused).toEqual([
    { key: '.DS_Store', why: 'is hidden' },
    { key: 'x.svg', why: 'is of no known kind by its name' },
    {
      key: 'related_images/b_jpg/1.png',
      why: 'is a context image, and the image it belongs to is not here',
    },
    { key: 'notes.txt', why: 'is no image by its name' },
  ]);
});
