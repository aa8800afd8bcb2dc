import { fillBucket, numberedImage, s3Client } from './support/bucket.ts';
import { drawBox, goToFrame, objectCount, openJob } from './support/editor.ts';
import { expect, test } from './support/fixtures.ts';
import { createTask, fillAttachForm } from './support/pages.ts';

test('the sample leads to the first box in three clicks, and undo survives a reload', async ({
  page,
  site,
}) => {
  test.setTimeout(120_000);
  await page.goto(site);
  await page.getByRole('button', { name: 'Try the sample' }).click();
  const canvas = page.getByRole('application');
  await expect(canvas).toHaveAttribute('aria-label', /1280 × 800 pixels/, { timeout: 60_000 });
  await canvas.click({ position: { x: 300, y: 300 } });
  await canvas.click({ position: { x: 400, y: 420 } });
  await expect.poll(() => objectCount(page)).toBe(1);

  await page.reload();
  await expect.poll(() => objectCount(page)).toBe(1);
  await page.keyboard.press('Control+z');
  await expect.poll(() => objectCount(page)).toBe(0);
  await page.reload();
  await expect(page.getByRole('button', { name: /^Redo: Draw person 1/ })).toBeEnabled();
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => objectCount(page)).toBe(1);
});

test('keys that were kept for the tab only are asked for again where the work stopped', async ({
  page,
  site,
  servers,
}) => {
  test.setTimeout(120_000);
  const storage = { ...servers.minio, bucket: 'lapsing', prefix: '' };
  await fillBucket(
    s3Client(servers.minio),
    storage.bucket,
    [1, 2, 3].map((number) => ({ key: `${number}.jpg`, body: numberedImage(number) })),
  );
  await page.goto(site);
  await fillAttachForm(page, storage);
  await page.getByLabel('Until this tab closes').check();
  await page.getByRole('button', { name: 'Check and attach' }).click();
  await expect(page.getByRole('heading', { name: 'Attach a storage' })).toBeHidden();
  await createTask(page, { labels: 'thing', name: 'Lapsing', framesInJob: 3 });
  await openJob(page);
  await goToFrame(page, 1);
  await drawBox(page, 'thing', [30, 40, 90, 100]);

  await page.reload();
  await expect(page.getByRole('alert')).toContainText('Frame 1 cannot be shown');
  await expect.poll(() => objectCount(page)).toBe(1);
  await page.getByRole('button', { name: 'New keys…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Access key ID').fill(storage.accessKeyId);
  await dialog.getByLabel('Secret key', { exact: true }).fill(storage.secretAccessKey);
  await dialog.getByRole('button', { name: 'Check and use them' }).click();
  await expect(page.getByRole('application')).toHaveAttribute(
    'aria-label',
    'Frame 1, 1 object, 640 × 400 pixels',
  );
});

test('a job is edited in one tab at a time, and another can take it over', async ({
  context,
  page,
  site,
}) => {
  test.setTimeout(120_000);
  await page.goto(site);
  await page.getByRole('button', { name: 'Try the sample' }).click();
  await expect(page.getByRole('application')).toHaveAttribute('aria-label', /pixels/, { timeout: 60_000 });

  const second = await context.newPage();
  await second.goto(page.url());
  await expect(second.getByRole('status').filter({ hasText: 'Read only' })).toBeVisible();
  await second.getByRole('button', { name: 'Take over' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Read only' })).toBeVisible();
  const canvas = second.getByRole('application');
  await expect(canvas).toHaveAttribute('aria-label', /pixels/);
  await canvas.click({ position: { x: 300, y: 300 } });
  await canvas.click({ position: { x: 400, y: 420 } });
  await expect.poll(() => objectCount(second)).toBe(1);
});
