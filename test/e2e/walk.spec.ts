import type { Page } from '@playwright/test';
import * as v from 'valibot';
import { fillBucket, numberedImage, readText, s3Client } from './support/bucket.ts';
import { drawBox, frameOf, goToFrame, openJob } from './support/editor.ts';
import { expect, killBrowser, launchOn, test } from './support/fixtures.ts';
import { attachStorage, createTask, exportToBucket } from './support/pages.ts';

const cocoSchema = v.object({
  images: v.array(v.object({ id: v.number(), file_name: v.string() })),
  categories: v.array(v.object({ id: v.number(), name: v.string() })),
  annotations: v.array(
    v.object({
      image_id: v.number(),
      category_id: v.number(),
      bbox: v.tuple([v.number(), v.number(), v.number(), v.number()]),
      iscrowd: v.number(),
    }),
  ),
});

const images = 1200;
const name = (index: number): string => `cam/${String(index).padStart(5, '0')}.jpg`;

interface Drawn {
  readonly frame: number;
  readonly label: 'person' | 'cone';
  readonly points: readonly [number, number, number, number];
}

/** 20 boxes over several frames, whole pixels at 100 %. */
const boxes: readonly Drawn[] = Array.from({ length: 20 }, (_, index) => {
  const [left, top] = [10 + 11 * index, 15 + 7 * index];
  return {
    frame: [0, 1, 2, 700, 1199][index % 5] ?? 0,
    label: index % 3 === 0 ? 'cone' : 'person',
    points: [left, top, left + 60 + index, top + 40 + 2 * index],
  };
});

async function drawAll(page: Page): Promise<void> {
  for (const frame of new Set(boxes.map((box) => box.frame))) {
    await goToFrame(page, frame);
    for (const box of boxes.filter((each) => each.frame === frame)) {
      await drawBox(page, box.label, box.points);
    }
  }
}

test('from a bucket to saved annotations, through a killed browser, and back into the bucket', async ({
  profile,
  site,
  servers,
}) => {
  test.setTimeout(240_000);
  const client = s3Client(servers.minio);
  const picture = numberedImage(7);
  await fillBucket(
    client,
    'walk',
    Array.from({ length: images }, (_, index) => ({ key: name(index), body: picture })),
  );

  const first = await launchOn(profile);
  const page = await first.newPage();
  await page.goto(site);
  await attachStorage(page, { ...servers.minio, bucket: 'walk', prefix: 'cam/' });
  await createTask(page, { labels: 'person, cone', name: 'Walk', framesInJob: images });
  await expect(page.getByText('of 1,200 frames')).toBeVisible();
  await openJob(page);
  await drawAll(page);
  // The last edit was painted, so it is on disk: that is the promise.
  await killBrowser(first);

  const second = await launchOn(profile);
  const again = await second.newPage();
  await again.goto(site);
  await again.getByRole('link', { name: /Walk/ }).first().click();
  for (const frame of new Set(boxes.map((box) => box.frame))) {
    await goToFrame(again, frame);
    const expected = boxes.filter((box) => box.frame === frame).length;
    await expect(again.getByRole('tab', { name: /Objects/ })).toHaveText(`Objects ${expected}`);
  }
  await again.keyboard.press('Control+z');
  const undone = boxes.at(-1);
  await expect(again.getByRole('button', { name: /^Redo: Draw/ })).toBeEnabled();
  await expect.poll(() => frameOf(again)).toBe(undone?.frame);

  await again.getByRole('link', { name: /Back to Walk/ }).click();
  await exportToBucket(again, 'cam/annotations/walk.json');
  const coco = v.parse(cocoSchema, JSON.parse(await readText(client, 'walk', 'cam/annotations/walk.json')));
  expect(coco.images).toHaveLength(images);
  const imageName = new Map(coco.images.map((image) => [image.id, image.file_name]));
  const labelName = new Map(coco.categories.map((category) => [category.id, category.name]));
  const written = coco.annotations.map(({ image_id, category_id, bbox: [x, y, width, height] }) => ({
    image: imageName.get(image_id),
    label: labelName.get(category_id),
    points: [x, y, x + width, y + height],
  }));
  const expected = boxes.slice(0, -1).map(({ frame, label, points }) => ({
    image: name(frame).slice('cam/'.length),
    label,
    points: [...points],
  }));
  const order = (a: { points: number[] }, b: { points: number[] }): number =>
    (a.points[0] ?? 0) - (b.points[0] ?? 0);
  expect(written.toSorted(order)).toEqual(expected.toSorted(order));

  await exportToBucket(again, 'cam/annotations/walk.json', 'taken');
  await second.close();
});
