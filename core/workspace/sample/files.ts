/** The sample data set: what `npm start` puts into its bucket and *Try the sample* onto the device. */
import type { Canvas, CanvasFactory } from './canvas.ts';
import { withOrientation } from './exif.ts';
import { drawScene } from './paint.ts';
import { makePointCloud } from './point-cloud.ts';
import { makeVideo } from './video.ts';
import { sampleImageCount } from './count.ts';

export interface SampleFile {
  readonly name: string;
  readonly contentType: string;
  readonly blob: Blob;
}

const portraitIndex = 9;
const hugeIndex = 23;
const jpeg = { type: 'image/jpeg', quality: 0.86 } as const;

const stem = (index: number): string => `images/${String(index).padStart(4, '0')}`;

interface Image {
  readonly index: number;
  /** As shown, after any rotation that the file asks for. */
  readonly width: number;
  readonly height: number;
}

function imageOf(index: number): Image {
  if (index === portraitIndex) return { index, width: 960, height: 1280 };
  if (index === hugeIndex) return { index, width: 6000, height: 4000 };
  return { index, width: 1280, height: 800 };
}

function draw(makeCanvas: CanvasFactory, image: Image): Canvas {
  const canvas = makeCanvas(image.width, image.height);
  drawScene(canvas.context, image);
  return canvas;
}

/** Stored lying on its left side, as a phone stores what it took upright; the tag says how to turn it. */
async function makePortrait(makeCanvas: CanvasFactory, image: Image): Promise<Blob> {
  const canvas = makeCanvas(image.height, image.width);
  canvas.context.translate(0, image.width);
  canvas.context.rotate(-Math.PI / 2);
  drawScene(canvas.context, image);
  return withOrientation(await canvas.toBlob(jpeg.type, jpeg.quality), 6);
}

/** CVAT's dataset manifest, version 1.1, beside the folder that it lists. */
function makeManifest(images: readonly Image[]): Blob {
  const lines: object[] = [
    { version: '1.1' },
    { type: 'images' },
    ...images.map(({ index, width, height }) => ({
      name: stem(index),
      extension: '.jpg',
      width,
      height,
      meta: {},
    })),
  ];
  return new Blob([lines.map((line) => `${JSON.stringify(line)}\n`).join('')], { type: 'application/jsonl' });
}

function makeJsonTask({ index }: Image): Blob {
  const task = { data: { image: `${stem(index)}.jpg`, caption: 'Aisle with a forklift' } };
  return new Blob([JSON.stringify(task, undefined, 2)], { type: 'application/json' });
}

function named(name: string, blob: Blob): SampleFile {
  return { name, contentType: blob.type, blob };
}

/** Every file, one after the other: images, then the manifest, a JSON task, a point cloud and a video. */
export async function* sampleFiles(makeCanvas: CanvasFactory): AsyncGenerator<SampleFile, void, undefined> {
  const images = Array.from({ length: sampleImageCount }, (_, at) => imageOf(at + 1));
  for (const image of images) {
    const blob =
      image.index === portraitIndex
        ? await makePortrait(makeCanvas, image)
        : await draw(makeCanvas, image).toBlob(jpeg.type, jpeg.quality);
    yield named(`${stem(image.index)}.jpg`, blob);
  }
  yield named('manifest.jsonl', makeManifest(images));
  yield named('tasks/task-1.json', makeJsonTask(imageOf(1)));
  yield named('pointcloud/aisle.pcd', makePointCloud(2));
  const video = await makeVideo(makeCanvas, 2);
  if (video) yield named('video/aisle.webm', video);
}
