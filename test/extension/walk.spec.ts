import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Access } from '#test/servers/server.ts';
import { drawAll, expectAll, expectInCoco, makeBoxes } from '../e2e/support/boxes.ts';
import { fillBucket, numberedImage, readText, s3Client } from '../e2e/support/bucket.ts';
import { openJob } from '../e2e/support/editor.ts';
import { killBrowser } from '../e2e/support/fixtures.ts';
import { exportToBucket } from '../e2e/support/pages.ts';
import { allowHost, expect, launchExtension, pressButton, test } from './support/fixtures.ts';

const bucket = 'console-walk';
const prefix = 'cam/';
const consolePage = `https://us-east-1.console.aws.amazon.com/s3/buckets/${bucket}?region=us-east-1&prefix=${prefix}`;
const everyPort = 'http://127.0.0.1/*';

const images = 12;
const name = (index: number): string => `${String(index).padStart(3, '0')}.jpg`;
const boxes = makeBoxes([0, 1, 7, 11]);

/** The part that the console's address does not say; the rest is filled in. */
async function attachFromConsole(
  page: Page,
  { endpoint, accessKeyId, secretAccessKey }: Access,
): Promise<void> {
  await expect(page.getByLabel('Bucket', { exact: true })).toHaveValue(bucket);
  await expect(page.getByLabel('Prefix')).toHaveValue(prefix);
  await page.getByLabel('Endpoint').fill(endpoint);
  await page.getByText('In the path').click();
  await page.getByLabel('Access key ID').fill(accessKeyId);
  await page.getByLabel('Secret key', { exact: true }).fill(secretAccessKey);
  await page.getByRole('button', { name: 'Check and attach' }).click();
}

/** Chromium writes its preferences some seconds late; what a person granted a while ago is there. */
async function untilGrantIsOnDisk(profile: string): Promise<void> {
  const preferences = join(profile, 'Default', 'Preferences');
  const isThere = (): Promise<boolean> =>
    readFile(preferences, 'utf8').then(
      (text) => text.includes(`"${everyPort}"`),
      () => false,
    );
  await expect.poll(isThere, { timeout: 30_000 }).toBe(true);
}

test('from the console to saved annotations in a bucket without any CORS rule', async ({
  profile,
  resolverRules,
  servers,
}) => {
  test.setTimeout(240_000);
  const client = s3Client(servers.minio);
  const picture = numberedImage(7);
  await fillBucket(
    client,
    bucket,
    Array.from({ length: images }, (_, index) => ({ key: prefix + name(index), body: picture })),
  );

  const first = await launchExtension(profile, resolverRules);
  await allowHost(first, everyPort);
  const console = await first.context.newPage();
  await console.goto(consolePage);
  const opened = first.context.waitForEvent('page');
  await pressButton(console);
  const page = await opened;
  await attachFromConsole(page, servers.noCors);
  // The workspace goes straight to the images of that folder.
  await page.getByLabel('Names of labels').fill('person, cone');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Walk');
  await page.getByRole('button', { name: 'Create and open' }).click();
  await openJob(page);
  await untilGrantIsOnDisk(profile);
  await drawAll(page, boxes);
  await killBrowser(first.context);

  const second = await launchExtension(profile, resolverRules);
  const again = await second.context.newPage();
  await again.goto(`chrome-extension://${second.id}/extension/app.html`);
  await again.getByRole('link', { name: /Walk/ }).first().click();
  await expectAll(again, boxes);
  await again.keyboard.press('Control+z');
  await expect(again.getByRole('button', { name: /^Redo: Draw/ })).toBeEnabled();
  await again.getByRole('link', { name: /Back to Walk/ }).click();
  await exportToBucket(again, `${prefix}annotations/walk.json`);
  await second.context.close();

  const written = await readText(client, bucket, `${prefix}annotations/walk.json`);
  expectInCoco(written, { images, boxes: boxes.slice(0, -1), nameOf: name });
});
