/** The pages around the editor, as a person goes through them. */
import { expect, type Page } from '@playwright/test';
import type { Access } from '#test/servers/server.ts';

type Bucket = Access & { readonly bucket: string; readonly prefix: string };

export async function fillAttachForm(page: Page, storage: Bucket): Promise<void> {
  await page.getByRole('link', { name: /^Storages/ }).click();
  await page.getByRole('link', { name: 'Attach a storage' }).first().click();
  await page.getByLabel('Address').fill(`${storage.endpoint}/${storage.bucket}/${storage.prefix}`);
  await page.getByRole('combobox', { name: 'Region' }).fill(storage.region);
  await page.getByLabel('Access key ID').fill(storage.accessKeyId);
  await page.getByLabel('Secret key', { exact: true }).fill(storage.secretAccessKey);
}

export async function attachStorage(page: Page, storage: Bucket): Promise<void> {
  await fillAttachForm(page, storage);
  await page.getByRole('button', { name: 'Check and attach' }).click();
  await expect(page.getByRole('heading', { name: 'Attach a storage' })).toBeHidden();
}

export async function createTask(
  page: Page,
  task: {
    readonly labels: string;
    readonly name: string;
    readonly framesInJob: number;
    /** Writes to its target a moment after each change. */
    readonly automatic?: boolean;
  },
): Promise<void> {
  await page
    .getByRole('link', { name: /^Tasks/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Create task' }).first().click();
  await page.getByLabel('Names of labels').fill(task.labels);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(task.name);
  await page.getByLabel('Frames in a job').fill(String(task.framesInJob));
  if (task.automatic) await page.getByLabel('Write a moment after each change').check();
  await page.getByRole('button', { name: 'Create and open' }).click();
  // Its frames are listed and its jobs are cut.
  await expect(page.getByRole('link', { name: /Open next job/ })).toBeVisible({ timeout: 20_000 });
}

/** Exports the open task as COCO to its target; `taken` expects to be told that the name is taken. */
export async function exportToBucket(
  page: Page,
  key: string,
  outcome: 'written' | 'taken' = 'written',
): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('A storage').check();
  await dialog.getByLabel('Name of the object').fill(key);
  if (outcome === 'taken') {
    await expect(dialog.getByText('An object with this name is there already')).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    return;
  }
  await dialog.getByRole('button', { name: 'Export to the bucket' }).click();
  await page.getByRole('link', { name: /^Requests/ }).click();
  await expect(page.getByText(`written to ${key}`).first()).toBeVisible();
  await page.goBack();
}
