import { drawAll, expectAll, expectInCoco, makeBoxes } from './support/boxes.ts';
import { fillBucket, numberedImage, readText, s3Client } from './support/bucket.ts';
import { frameOf, openJob } from './support/editor.ts';
import { expect, killBrowser, launchOn, test } from './support/fixtures.ts';
import { attachStorage, createTask, exportToBucket } from './support/pages.ts';

/** More than one page of a list. */
const images = 1200;
const name = (index: number): string => `${String(index).padStart(5, '0')}.jpg`;
const boxes = makeBoxes([0, 1, 2, 700, 1199]);

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
    Array.from({ length: images }, (_, index) => ({ key: `cam/${name(index)}`, body: picture })),
  );

  const first = await launchOn(profile);
  const page = await first.newPage();
  await page.goto(site);
  await attachStorage(page, { ...servers.minio, bucket: 'walk', prefix: 'cam/' });
  await createTask(page, { labels: 'person, cone', name: 'Walk', framesInJob: images });
  await expect(page.getByText('of 1,200 frames')).toBeVisible();
  await openJob(page);
  await drawAll(page, boxes);
  // The last edit was painted, so it is on disk: that is the promise.
  await killBrowser(first);

  const second = await launchOn(profile);
  const again = await second.newPage();
  await again.goto(site);
  await again.getByRole('link', { name: /Walk/ }).first().click();
  await expectAll(again, boxes);
  await again.keyboard.press('Control+z');
  await expect(again.getByRole('button', { name: /^Redo: Draw/ })).toBeEnabled();
  await expect.poll(() => frameOf(again)).toBe(boxes.at(-1)?.frame);

  await again.getByRole('link', { name: /Back to Walk/ }).click();
  await exportToBucket(again, 'cam/annotations/walk.json');
  const written = await readText(client, 'walk', 'cam/annotations/walk.json');
  expectInCoco(written, { images, boxes: boxes.slice(0, -1), nameOf: name });

  await exportToBucket(again, 'cam/annotations/walk.json', 'taken');
  await second.close();
});
