import type { Page } from '@playwright/test';
import { fillBucket, numberedImage, s3Client } from './support/bucket.ts';
import { drawBox, objectCount, openJob } from './support/editor.ts';
import { expect, test } from './support/fixtures.ts';
import { createTask, fillAttachForm } from './support/pages.ts';

/** All that the page has stored, as text: every row of every database, bytes as letters, and the small storages. */
async function allStored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const answer = async <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(new Error(String(request.error))));
      });
    const texts = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)];
    const read = (value: unknown): void => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
        texts.push(new TextDecoder('latin1').decode(value));
      } else if (typeof value === 'object' && value !== null) {
        for (const [name, each] of Object.entries(value)) {
          texts.push(name);
          read(each);
        }
      } else texts.push(String(value));
    };
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await answer(indexedDB.open(name));
      for (const store of db.objectStoreNames) {
        read(await answer(db.transaction(store).objectStore(store).getAll()));
      }
      db.close();
    }
    return texts.join('\n');
  });
}

test('credentials under a passphrase: locked after a reload, a wrong one is told, unlocked work goes on, and no secret is on disk', async ({
  page,
  site,
  servers,
}) => {
  test.setTimeout(180_000);
  await fillBucket(s3Client(servers.minio), 'locked', [{ key: 'a.jpg', body: numberedImage(1) }]);
  await page.goto(site);
  await fillAttachForm(page, { ...servers.minio, bucket: 'locked', prefix: '' });
  await page.getByLabel('Under a passphrase').check();
  const attach = page.getByRole('button', { name: 'Check and attach' });
  await page.getByLabel('Passphrase', { exact: true }).fill('short');
  await attach.click();
  await expect(page.getByText('At least 8 characters')).toBeVisible();
  await page.getByLabel('Passphrase', { exact: true }).fill('correct horse battery');
  await page.getByLabel('Passphrase again', { exact: true }).fill('correct horse batter');
  await attach.click();
  await expect(page.getByText('Not the same.')).toBeVisible();
  await page.getByLabel('Passphrase again', { exact: true }).fill('correct horse battery');
  await attach.click();
  await expect(page.getByRole('heading', { name: 'Attach a storage' })).toBeHidden();
  await createTask(page, { labels: 'thing', name: 'Under lock', framesInJob: 1 });
  await openJob(page);
  await drawBox(page, 'thing', [40, 50, 140, 110]);

  await page.reload();
  await expect(page.getByRole('alert')).toContainText('are under your passphrase');
  await page.getByRole('button', { name: 'Unlock…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Passphrase', { exact: true }).fill('correct horse');
  await dialog.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(dialog.getByText('This is not the passphrase.')).toBeVisible();
  await dialog.getByLabel('Passphrase', { exact: true }).fill('correct horse battery');
  await dialog.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(dialog).toBeHidden();
  await drawBox(page, 'thing', [60, 70, 160, 130]);
  expect(await objectCount(page)).toBe(2);

  // A card says so too, and after the passphrase was changed only the new one opens it.
  await page.goto(`${site}#/settings`);
  await page.getByRole('button', { name: 'Change passphrase…' }).click();
  await dialog.getByLabel('Old passphrase', { exact: true }).fill('correct horse battery');
  await dialog.getByLabel('New passphrase', { exact: true }).fill('another one altogether');
  await dialog.getByLabel('New passphrase again', { exact: true }).fill('another one altogether');
  await dialog.getByRole('button', { name: 'Change it' }).click();
  await expect(dialog).toBeHidden();
  await page.goto(`${site}#/storages`);
  await page.reload();
  await expect(page.getByText('Locked', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Unlock…' }).click();
  await dialog.getByLabel('Passphrase', { exact: true }).fill('another one altogether');
  await dialog.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(page.getByText('Available, read and list')).toBeVisible();

  const stored = await allStored(page);
  // What is no secret is found by the same search.
  for (const known of ['Under lock', servers.minio.endpoint, 'PBKDF2-SHA-256'])
    expect(stored).toContain(known);
  for (const secret of [servers.minio.secretAccessKey, 'correct horse', 'another one']) {
    expect(stored).not.toContain(secret);
  }
});

test('a forgotten passphrase: the storage asks for new keys, and the task stays', async ({
  page,
  site,
  servers,
}) => {
  const storage = { ...servers.minio, bucket: 'forgotten', prefix: '' };
  await fillBucket(s3Client(servers.minio), 'forgotten', [{ key: 'a.jpg', body: numberedImage(1) }]);
  await page.goto(site);
  await fillAttachForm(page, storage);
  await page.getByLabel('Under a passphrase').check();
  await page.getByLabel('Passphrase', { exact: true }).fill('correct horse battery');
  await page.getByLabel('Passphrase again', { exact: true }).fill('correct horse battery');
  await page.getByRole('button', { name: 'Check and attach' }).click();
  await expect(page.getByRole('heading', { name: 'Attach a storage' })).toBeHidden();
  await page.reload();
  await page.getByRole('button', { name: 'Unlock…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('It is forgotten').click();
  await dialog.getByRole('button', { name: 'Forget the passphrase' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'New keys…' }).click();
  await dialog.getByLabel('Access key ID').fill(storage.accessKeyId);
  await dialog.getByLabel('Secret key', { exact: true }).fill(storage.secretAccessKey);
  await dialog.getByLabel('Sealed on this device').check();
  await dialog.getByRole('button', { name: 'Check and use them' }).click();
  await expect(page.getByText('Available, read and list')).toBeVisible();
});
