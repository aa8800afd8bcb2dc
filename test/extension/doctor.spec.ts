import { fillBucket, numberedImage, s3Client } from '../e2e/support/bucket.ts';
import { fillAttachForm } from '../e2e/support/pages.ts';
import { allowHost, expect, test } from './support/fixtures.ts';

test('in the extension a bucket without a rule passes every line of the doctor', async ({
  extension,
  servers,
}) => {
  await fillBucket(s3Client(servers.minio), 'doctor-extension', [{ key: '1.jpg', body: numberedImage(1) }]);
  const page = await extension.context.newPage();
  await page.goto(`chrome-extension://${extension.id}/extension/app.html`);
  await allowHost(extension, 'http://127.0.0.1/*');
  await fillAttachForm(page, { ...servers.noCors, bucket: 'doctor-extension', prefix: '' });
  await page.getByRole('button', { name: 'Run the doctor' }).click();
  await expect(page.getByText('22 of 22 passed')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'This page may read and write' })).toBeVisible();
});
