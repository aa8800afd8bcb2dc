import { PutObjectCommand } from '@aws-sdk/client-s3';
import * as v from 'valibot';
import { fillBucket, numberedImage, readText, s3Client } from './support/bucket.ts';
import { drawBox, openJob } from './support/editor.ts';
import { expect, test } from './support/fixtures.ts';
import { attachStorage } from './support/pages.ts';

const fileSchema = v.object({
  bucketmark: v.object({ shapes: v.array(v.object({ label: v.string(), points: v.array(v.number()) })) }),
});

test('annotations are written by themselves, and what somebody else wrote is shown beside them', async ({
  page,
  site,
  servers,
}) => {
  const client = s3Client(servers.minio);
  const bucket = `target-${Date.now()}`;
  await fillBucket(
    client,
    bucket,
    [1, 2].map((number) => ({ key: `yard/${number}.jpg`, body: numberedImage(number) })),
  );
  await page.goto(site);
  await attachStorage(page, { ...servers.minio, bucket, prefix: 'yard/' });
  await page
    .getByRole('link', { name: /^Tasks/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Create task' }).first().click();
  await page.getByLabel('Names of labels').fill('thing');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Yard');
  await expect(page.getByText('yard/annotations/1.json')).toBeVisible();
  await page.getByLabel('Write a moment after each change').check();
  await page.getByRole('button', { name: 'Create and open' }).click();
  await openJob(page);
  await drawBox(page, 'thing', [40, 50, 140, 110]);
  const key = 'yard/annotations/1.json';
  const points = async (): Promise<unknown> => {
    const text = await readText(client, bucket, key).catch(() => '');
    const file = v.safeParse(fileSchema, text === '' ? {} : JSON.parse(text));
    return file.success ? file.output.bucketmark.shapes.map((shape) => shape.points) : undefined;
  };
  await expect.poll(points, { timeout: 15_000 }).toEqual([[40, 50, 140, 110]]);

  const theirs = (await readText(client, bucket, key)).replaceAll('140', '150');
  await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: theirs }));
  await drawBox(page, 'thing', [200, 50, 260, 110]);
  await page.getByRole('link', { name: 'Back to Yard' }).click();
  const targets = page.getByRole('region', { name: 'Targets' });
  await expect(targets.getByText('1 conflict')).toBeVisible({ timeout: 15_000 });
  expect(await points()).toEqual([[40, 50, 150, 110]]);

  await targets.getByRole('button', { name: 'Decide…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('2 objects: 2 thing')).toBeVisible();
  await expect(dialog.getByText('1 object: 1 thing')).toBeVisible();
  await dialog.getByRole('button', { name: 'Take theirs' }).click();
  await expect(dialog.getByText('Nothing is left to decide.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByRole('row', { name: /0 to 1/ })).toContainText('1');
  expect(await points()).toEqual([[40, 50, 150, 110]]);
});
