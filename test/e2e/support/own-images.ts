/** Tasks of images that are copied from this computer: no bucket is asked, and they are there in a second. */
import { expect, type Page } from '@playwright/test';
import { numberedImage } from './bucket.ts';
import { goToFrame, objectCount, openJob } from './editor.ts';

export async function addLabels(page: Page, names: string): Promise<void> {
  await page.getByLabel('Names of labels').fill(names);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
}

/** Ends on its page. */
export async function createOwnTask(
  page: Page,
  site: string,
  { name, labels, frames }: { readonly name: string; readonly labels: string; readonly frames: number },
): Promise<void> {
  await page.goto(`${site}#/tasks/new`);
  const files = Array.from({ length: frames }, (_, index) => ({
    name: `${index}.jpg`,
    mimeType: 'image/jpeg',
    buffer: numberedImage(index),
  }));
  await page.getByLabel('Files to copy').setInputFiles(files);
  await addLabels(page, labels);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.getByRole('button', { name: 'Create and open' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('link', { name: /Open next job/ })).toBeVisible({ timeout: 20_000 });
}

/** The labels of a frame's objects, as the editor's list says them. */
async function labelsInEditor(page: Page): Promise<string[]> {
  const rows = page.getByRole('list', { name: /objects on this frame/ }).getByRole('listitem');
  const words = await rows.allTextContents();
  return words.map((text) => text.replace(/\d.*$/s, '')).sort();
}

/** Looks at the task's first job beside the page that stays as it is, and closes it again. */
export async function seenInEditor(page: Page, frame = 0): Promise<string[]> {
  const beside = await page.context().newPage();
  await beside.goto(page.url());
  await openJob(beside);
  await goToFrame(beside, frame);
  const seen = (await objectCount(beside)) === 0 ? [] : await labelsInEditor(beside);
  await beside.close();
  return seen;
}
