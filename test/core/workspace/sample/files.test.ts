import { loadImage } from '@napi-rs/canvas';
import { ALL_FORMATS, BlobSource, EncodedPacketSink, Input } from 'mediabunny';
import { beforeAll, expect, test } from 'vitest';
import { sampleImageCount } from '#core/workspace/sample/count.ts';
import { type SampleFile, sampleFiles } from '#core/workspace/sample/files.ts';
import { makeNodeCanvas } from '../../../../scripts/node-canvas.ts';

const files = new Map<string, SampleFile>();

beforeAll(async () => {
  for await (const file of sampleFiles(makeNodeCanvas)) files.set(file.name, file);
}, 120_000);

function blobOf(name: string): Blob {
  const file = files.get(name);
  if (!file) throw new Error(`The sample has no ${name}`);
  return file.blob;
}

async function sizeOf(name: string): Promise<readonly [number, number]> {
  const image = await loadImage(new Uint8Array(await blobOf(name).arrayBuffer()));
  return [image.width, image.height];
}

test('has forty images first, then one of each other kind', () => {
  const names = [...files.keys()];
  expect(names.slice(0, 2)).toEqual(['images/0001.jpg', 'images/0002.jpg']);
  expect(names.slice(sampleImageCount)).toEqual([
    'manifest.jsonl',
    'tasks/task-1.json',
    'pointcloud/aisle.pcd',
    'video/aisle.webm',
  ]);
});

test('one image is huge', async () => {
  expect(await sizeOf('images/0001.jpg')).toEqual([1280, 800]);
  expect(await sizeOf('images/0023.jpg')).toEqual([6000, 4000]);
});

test('the portrait is stored lying and says how to turn it', async () => {
  const bytes = new DataView(await blobOf('images/0009.jpg').arrayBuffer());
  const ascii = String.fromCharCode(...new Uint8Array(bytes.buffer, 6, 6));
  expect([bytes.getUint16(0), bytes.getUint16(2), ascii]).toEqual([0xffd8, 0xffe1, 'Exif\0\0']);
  const tiff = 12;
  const directory = tiff + bytes.getUint32(tiff + 4, true);
  expect(bytes.getUint16(directory, true)).toBe(1);
  expect(bytes.getUint16(directory + 2, true)).toBe(0x0112);
  expect(bytes.getUint16(directory + 10, true)).toBe(6);
  const segmentEnd = 4 + bytes.getUint16(4);
  expect(bytes.getUint8(segmentEnd)).toBe(0xff);
});

test('the same number gives the same picture, another number another', async () => {
  const again = await sampleFiles(makeNodeCanvas).next();
  const first = new Uint8Array(await blobOf('images/0001.jpg').arrayBuffer());
  expect(again.done ? undefined : new Uint8Array(await again.value.blob.arrayBuffer())).toEqual(first);
  expect(new Uint8Array(await blobOf('images/0002.jpg').arrayBuffer())).not.toEqual(first);
});

test('the manifest lists every image with its shown size', async () => {
  const lines = (await blobOf('manifest.jsonl').text()).trimEnd().split('\n');
  const [version, kind, ...images] = lines.map((line): unknown => JSON.parse(line));
  expect([version, kind]).toEqual([{ version: '1.1' }, { type: 'images' }]);
  expect(images).toHaveLength(sampleImageCount);
  expect(images[8]).toEqual({ name: 'images/0009', extension: '.jpg', width: 960, height: 1280, meta: {} });
});

test('the JSON task points at an image of the sample', async () => {
  const task: unknown = JSON.parse(await blobOf('tasks/task-1.json').text());
  expect(task).toMatchObject({ data: { image: 'images/0001.jpg' } });
});

test('the point cloud holds as many points as it says', async () => {
  const bytes = await blobOf('pointcloud/aisle.pcd').arrayBuffer();
  const head = new TextDecoder().decode(bytes.slice(0, 400));
  const data = head.indexOf('DATA binary\n') + 'DATA binary\n'.length;
  expect(bytes.byteLength - data).toBe(Number(/POINTS (\d+)/.exec(head)?.[1]) * 16);
});

test('the video has three seconds of key frames', async () => {
  const input = new Input({ source: new BlobSource(blobOf('video/aisle.webm')), formats: ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  if (!track) throw new Error('The video has no track');
  const kinds: string[] = [];
  for await (const packet of new EncodedPacketSink(track).packets()) kinds.push(packet.type);
  expect(kinds).toEqual(Array.from({ length: 30 }, () => 'key'));
  expect([track.codec, track.codedWidth, track.codedHeight]).toEqual(['vp8', 640, 400]);
  expect(await track.computeDuration()).toBeCloseTo(3, 3);
});
