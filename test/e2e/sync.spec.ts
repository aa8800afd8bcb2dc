import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { fillBucket, numberedImage, s3Client } from './support/bucket.ts';
import { expect, test } from './support/fixtures.ts';
import { attachStorage, createTask } from './support/pages.ts';

test('a sync offers what is new, marks what changed and went, and adds it as frames', async ({
  page,
  site,
  servers,
}) => {
  const client = s3Client(servers.minio);
  const bucket = `sync-${Date.now()}`;
  const put = (key: string, body: Uint8Array) =>
    client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
  await fillBucket(
    client,
    bucket,
    [1, 2, 3].map((number) => ({ key: `yard/${number}.jpg`, body: numberedImage(number) })),
  );
  await page.goto(site);
  await attachStorage(page, { ...servers.minio, bucket, prefix: 'yard/' });
  await createTask(page, { labels: 'thing', name: 'Yard', framesInJob: 2 });

  await put('yard/4.jpg', numberedImage(4));
  await put('yard/late/5.jpg', numberedImage(5));
  await put('yard/2.jpg', numberedImage(20));
  await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'yard/3.jpg' }));
  const sources = page.getByRole('region', { name: 'Sources' });
  await sources.getByRole('button', { name: 'Sync' }).click();
  await expect(sources.getByText('2 new in the source, 1 changed, 1 gone')).toBeVisible();

  await sources.getByRole('button', { name: 'Add…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('region', { name: 'New' })).toContainText('yard/late/5.jpg');
  await expect(dialog.getByRole('region', { name: 'Gone' })).toContainText('yard/3.jpg');
  await dialog.getByRole('button', { name: 'Take them as they are now' }).click();
  await expect(dialog.getByRole('region', { name: 'Changed' })).toBeHidden();
  await dialog.getByRole('button', { name: 'Add 2 frames' }).click();
  await expect(page.getByRole('row', { name: /3 to 4/ })).toBeVisible();

  await page.reload();
  await sources.getByRole('button', { name: 'Sync' }).click();
  await expect(sources.getByText('1 gone', { exact: true })).toBeVisible();

  await fillBucket(client, `${bucket}-more`, [{ key: '9.jpg', body: numberedImage(9) }]);
  const task = page.url();
  await attachStorage(page, { ...servers.minio, bucket: `${bucket}-more`, prefix: '' });
  await page.goto(task);
  await sources.getByRole('button', { name: 'Add source…' }).click();
  await dialog.getByRole('combobox', { name: 'Storage' }).selectOption({ label: `${bucket}-more` });
  await expect(dialog.getByText(/^1 image,/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Add and look' }).click();
  await expect(sources.getByText('1 new in the source, 1 gone')).toBeVisible();
});

test('a regular expression chooses, as the preview says it will', async ({ page, site, servers }) => {
  const client = s3Client(servers.minio);
  const bucket = `filter-${Date.now()}`;
  const keys = ['cam-1/a.jpg', 'cam-1/b.png', 'cam-2/c.jpg', 'cam-2/deep/d.jpg', 'notes.txt'];
  await fillBucket(
    client,
    bucket,
    keys.map((key, number) => ({ key, body: numberedImage(number) })),
  );
  await page.goto(site);
  await attachStorage(page, { ...servers.minio, bucket, prefix: '' });
  await page
    .getByRole('link', { name: /^Tasks/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Create task' }).first().click();
  await page.getByText('Regular expression').click();
  await page.getByRole('textbox', { name: 'Filter' }).fill(String.raw`cam-(?P<number>\d)/.*\.jpe?g$`);
  await expect(page.getByText(/^3 images,/)).toBeVisible();
  await expect(page.getByText('1 object not matching the filter')).toBeVisible();
  await page.getByRole('textbox', { name: 'Filter' }).fill('cam-(?=2)');
  await expect(page.getByRole('alert')).toContainText('(?=');
});
