import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { drawBox, openJob } from './support/editor.ts';
import { fillBucket, numberedImage, s3Client } from './support/bucket.ts';
import { expect, test } from './support/fixtures.ts';
import { attachStorage, createTask } from './support/pages.ts';

const boxes = [
  [20, 30, 120, 90],
  [200, 100, 260, 300],
] as const;

async function importFile(page: Page, file: { name: string; text: string }): Promise<void> {
  await page.getByRole('button', { name: 'Import' }).click();
  await page
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles({ name: file.name, mimeType: 'application/json', buffer: Buffer.from(file.text) });
  await page.getByRole('button', { name: 'Import the file' }).click();
}

test('an exported file gives the same boxes in a fresh task; a bad one changes nothing and says why', async ({
  page,
  site,
  servers,
}) => {
  test.setTimeout(120_000);
  await fillBucket(
    s3Client(servers.minio),
    'imports',
    [1, 2, 3].map((number) => ({ key: `${number}.jpg`, body: numberedImage(number) })),
  );
  await page.goto(site);
  await attachStorage(page, { ...servers.minio, bucket: 'imports', prefix: '' });
  await createTask(page, { labels: 'thing', name: 'First', framesInJob: 3 });
  await openJob(page);
  for (const points of boxes) await drawBox(page, 'thing', points);
  await page.getByRole('link', { name: /Back to First/ }).click();
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('dialog').getByLabel('A file').check();
  await page.getByRole('button', { name: 'Export to a file' }).click();
  await page.getByRole('link', { name: /^Requests/ }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('main').getByRole('button', { name: 'Download', exact: true }).click();
  const text = await readFile(await (await download).path(), 'utf8');

  await createTask(page, { labels: 'thing', name: 'Second', framesInJob: 3 });
  await expect(page.getByText('of 3 frames')).toBeVisible();
  await importFile(page, { name: 'bad.json', text: text.slice(0, -20) });
  await expect(page.getByRole('dialog')).toContainText(/not JSON|JSON/);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByText('0 objects').first()).toBeVisible();

  const coco: unknown = JSON.parse(text);
  const spoiled = JSON.stringify(coco).replace(/"bbox":\[20,/, '"bbox":[99999,');
  await importFile(page, { name: 'good.json', text: spoiled });
  await expect(page.getByRole('dialog')).toContainText('1 of 2 boxes taken');
  await expect(page.getByRole('dialog')).toContainText(/outside/);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();

  await openJob(page);
  await page.getByRole('button', { name: /^thing 1/ }).click();
  await expect(page.getByRole('group', { name: 'thing 1, details' })).toContainText('200, 100');
  await expect(page.getByRole('group', { name: 'thing 1, details' })).toContainText('60 × 200 px');
});
