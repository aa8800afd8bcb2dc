import { ALL_FORMATS, BlobSource, Input, VideoSampleSink } from 'mediabunny';
import { expect, test } from 'vitest';
import { sampleFiles } from '#core/workspace/sample/files.ts';
import { makeOffscreenCanvas } from '#core/workspace/sample/offscreen.ts';
import { makeVideo } from '#core/workspace/sample/video.ts';

test("the browser's own canvas draws the sample", async () => {
  const first = await sampleFiles(makeOffscreenCanvas).next();
  if (first.done) throw new Error('The sample is empty');
  const bitmap = await createImageBitmap(first.value.blob);
  expect([first.value.name, bitmap.width, bitmap.height]).toEqual(['images/0001.jpg', 1280, 800]);
});

test('the browser decodes the video that it made', async () => {
  const video = await makeVideo(makeOffscreenCanvas, 2);
  if (!video) throw new Error('This browser writes no WebP');
  const input = new Input({ source: new BlobSource(video), formats: ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  if (!track) throw new Error('The video has no track');
  const sample = await new VideoSampleSink(track).getSample(1.5);
  expect([sample?.codedWidth, sample?.codedHeight, sample?.timestamp]).toEqual([640, 400, 1.5]);
  sample?.close();
});
