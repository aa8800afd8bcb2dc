import { PutObjectCommand } from '@aws-sdk/client-s3';
import { fillBucket, numberedImage, s3Client } from './support/bucket.ts';
import { expect, test } from './support/fixtures.ts';
import { attachStorage, createTask, fillAttachForm } from './support/pages.ts';

test('a card shows the first image, or says why there is none, and is found by its description', async ({
  page,
  site,
  servers,
}) => {
  const client = s3Client(servers.minio);
  await fillBucket(client, 'pictures', [{ key: '1.jpg', body: numberedImage(1) }]);
  await fillBucket(client, 'words', [{ key: 'notes.txt', body: 'x' }]);
  await page.goto(site);
  await fillAttachForm(page, { ...servers.minio, bucket: 'pictures', prefix: '' });
  await page.getByText('Description, manifests').click();
  await page.getByLabel('Description', { exact: true }).fill('Of the north gate');
  await page.getByRole('button', { name: 'Check and attach' }).click();
  await attachStorage(page, { ...servers.minio, bucket: 'words', prefix: '' });

  const card = (name: string) =>
    page.getByRole('row').filter({ has: page.getByRole('heading', { name, exact: true }) });
  await expect(card('pictures').locator('img')).toHaveJSProperty('naturalWidth', 320);
  await expect(card('words')).toContainText('No image here: 1 other object');
  await card('pictures').getByRole('button', { name: 'Description of pictures' }).click();
  await expect(card('pictures')).toContainText('Of the north gate');

  await page.getByRole('searchbox', { name: 'Search storages' }).fill('north gate');
  await expect(card('words')).toBeHidden();
  await expect(card('pictures')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect(card('words')).toBeVisible();

  // Kept: seen again though the bucket cannot be read any more.
  await page.route(`${servers.minio.endpoint}/**`, (route) => route.abort());
  await page.reload();
  await expect(card('words')).toContainText('Cannot be read: ');
  await expect(card('words').getByRole('button', { name: 'Fix…' })).toBeVisible();
  await expect(card('pictures').locator('img')).toBeVisible();
});

test('a storage is updated: name, manifests that must be there, and a secret that is tried first', async ({
  page,
  site,
  servers,
}) => {
  const client = s3Client(servers.minio);
  await fillBucket(client, 'updating', [{ key: '1.jpg', body: numberedImage(1) }]);
  await page.goto(site);
  await attachStorage(page, { ...servers.minio, bucket: 'updating', prefix: '' });
  const update = async (name: string) => {
    await page.getByRole('button', { name: `Actions of ${name}` }).click();
    await page.getByRole('menuitem', { name: 'Update…' }).click();
  };
  const save = page.getByRole('button', { name: 'Check and save' });
  await update('updating');
  await expect(page.getByLabel('Bucket', { exact: true })).toBeHidden();
  await page.getByLabel('Name', { exact: true }).fill('North gate');
  await page.getByText('Description, manifests').click();
  await page.getByLabel('Manifests').fill('a/manifest.jsonl');
  await save.click();
  await expect(page.getByText('a/manifest.jsonl is not there.')).toBeVisible();
  await client.send(new PutObjectCommand({ Bucket: 'updating', Key: 'a/manifest.jsonl', Body: '{}' }));
  await save.click();
  await expect(page.getByRole('heading', { name: 'North gate', exact: true })).toBeVisible();
  await expect(save).toBeHidden();

  await update('North gate');
  await expect(page.getByLabel('Manifests')).toHaveValue('a/manifest.jsonl');
  await page.getByLabel('Credentials', { exact: true }).selectOption('keys');
  await expect(page.getByLabel('Access key ID')).toHaveAttribute(
    'placeholder',
    '•••• ends in mark, leave empty to keep',
  );
  const secret = page.getByLabel('Secret key', { exact: true });
  await expect(secret).toHaveAttribute('placeholder', '•••• leave empty to keep');
  await expect(secret).toHaveValue('');
  await secret.fill('not-the-secret');
  await save.click();
  await expect(page.getByRole('alert')).toContainText('the secret key does not belong to this key ID');
  // Nothing was saved: the old secret still works.
  await page.getByRole('main').getByRole('button', { name: 'Close' }).click();
  await page.reload();
  await expect(page.getByText('Available, read and list')).toBeVisible();

  await update('North gate');
  await page.getByLabel('Credentials', { exact: true }).selectOption('keys');
  await secret.fill(servers.minio.secretAccessKey);
  await save.click();
  await expect(save).toBeHidden();
  await page.reload();
  await expect(page.getByText('Available, read and list')).toBeVisible();
});

test('a storage that a task uses is not removed, and says which', async ({ page, site, servers }) => {
  await fillBucket(s3Client(servers.minio), 'used', [{ key: '1.jpg', body: numberedImage(1) }]);
  await page.goto(site);
  await attachStorage(page, { ...servers.minio, bucket: 'used', prefix: '' });
  await createTask(page, { labels: 'thing', name: 'North gate', framesInJob: 3 });
  await page.getByRole('link', { name: /^Storages/ }).click();
  await page.getByRole('button', { name: 'Actions of used' }).click();
  const remove = page.getByRole('menuitem', { name: /^Remove…/ });
  await expect(remove).toBeDisabled();
  await expect(remove).toContainText('Used by “North gate”');
});
