import type { Page } from '@playwright/test';
import { fillBucket, numberedImage, s3Client } from './support/bucket.ts';
import { expect, test } from './support/fixtures.ts';
import { fillAttachForm } from './support/pages.ts';

test.beforeAll(async ({ servers }) => {
  await fillBucket(s3Client(servers.minio), 'troubles', [{ key: 'a.jpg', body: numberedImage(1) }]);
});

async function check(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check', exact: true }).click();
}

test('Check lists the first objects', async ({ page, site, servers }) => {
  await page.goto(site);
  await fillAttachForm(page, { ...servers.minio, bucket: 'troubles', prefix: '' });
  await check(page);
  await expect(page.getByText('a.jpg')).toBeVisible();
});

test('Check says which of key and secret is wrong, and that there is no such bucket', async ({
  page,
  site,
  servers,
}) => {
  await page.goto(site);
  const right = { ...servers.minio, bucket: 'troubles', prefix: '' };
  await fillAttachForm(page, { ...right, secretAccessKey: 'not-the-secret' });
  await check(page);
  await expect(page.getByRole('alert')).toContainText('the secret key does not belong to this key ID');

  await page.getByLabel('Access key ID').fill('nobody');
  await check(page);
  await expect(page.getByRole('alert')).toContainText(/key ID/i);

  await page.getByLabel('Access key ID').fill(right.accessKeyId);
  await page.getByLabel('Secret key', { exact: true }).fill(right.secretAccessKey);
  await page.getByLabel('Bucket', { exact: true }).fill('no-such-bucket');
  await check(page);
  await expect(page.getByRole('alert')).toContainText('no-such-bucket');
});

test('Check names a missing CORS rule, with the rule and the command for this page', async ({
  page,
  site,
  servers,
}) => {
  await page.goto(site);
  await fillAttachForm(page, { ...servers.noCors, bucket: 'troubles', prefix: '' });
  await check(page);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('no rule for');
  const { origin } = new URL(site);
  await expect(alert.getByRole('region', { name: 'Rule' })).toContainText(`"${origin}"`);
  await alert.getByText('Command', { exact: true }).click();
  const command = alert.getByRole('region', { name: 'Command' });
  await expect(command).toContainText('aws s3api put-bucket-cors');
  await expect(command).toContainText(servers.noCors.endpoint);
});

test('Check says that nobody answers at an address', async ({ page, site, servers }) => {
  await page.goto(site);
  await fillAttachForm(page, { ...servers.minio, endpoint: 'http://127.0.0.1:1', bucket: 'x', prefix: '' });
  await check(page);
  await expect(page.getByRole('alert')).toContainText('127.0.0.1:1');
});
