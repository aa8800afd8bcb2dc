/** From images in a storage to a drawn box that is in it again: the same walk for every kind of storage. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import * as v from 'valibot';
import type { Credentials, StorageSettings } from '#core/model/storage.ts';
import type { ObjectStore } from '#core/storage/object-store.ts';
import { openStore } from '#core/storage/registry.ts';
import { makePorts } from '#test/fakes/ports.ts';
import { numberedImage } from './bucket.ts';
import { drawBox, openJob } from './editor.ts';
import { expect } from './fixtures.ts';
import { createTask, exportToBucket } from './pages.ts';

const cocoSchema = v.object({ annotations: v.array(v.object({ bbox: v.array(v.number()) })) });
const targetSchema = v.object({
  bucketmark: v.object({ shapes: v.array(v.object({ points: v.array(v.number()) })) }),
});

/** `[left, top, right, bottom]` of the box that is drawn. */
export const drawn = [40, 50, 140, 110] as const;

/** A store of what the settings name, with three images under `yard/`. */
export async function filled(settings: StorageSettings, credentials: Credentials): Promise<ObjectStore> {
  const store = await openStore(settings, credentials, makePorts());
  for (const number of [1, 2, 3]) {
    await store.write(`yard/${number}.jpg`, new Blob([new Uint8Array(numberedImage(number))]));
  }
  return store;
}

export async function beginAttaching(page: Page, provider: string): Promise<void> {
  await page.getByRole('link', { name: /^Storages/ }).click();
  await page.getByRole('link', { name: 'Attach a storage' }).first().click();
  await page.getByText(provider, { exact: true }).click();
}

export async function finishAttaching(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check and attach' }).click();
  await expect(page.getByRole('heading', { name: 'Attach a storage' })).toBeHidden();
}

/** The boxes of a file that was written to a target. `read` may fail until it is there. */
export async function expectWritten(read: () => Promise<string>): Promise<void> {
  const points = async (): Promise<unknown> => {
    const text = await read().catch(() => '');
    return text === ''
      ? undefined
      : v.parse(targetSchema, JSON.parse(text)).bucketmark.shapes.map((shape) => shape.points);
  };
  await expect.poll(points, { timeout: 20_000 }).toEqual([drawn]);
}

/** The drawn box, on as many frames. */
export function expectExported(text: string, frames = 1): void {
  const [left, top, right, bottom] = drawn;
  expect(v.parse(cocoSchema, JSON.parse(text)).annotations.map(({ bbox }) => bbox)).toEqual(
    Array.from({ length: frames }, () => [left, top, right - left, bottom - top]),
  );
}

/** Exports the open task as COCO; gives the file's text. */
export async function exportToFile(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('A file').check();
  await dialog.getByRole('button', { name: 'Export to a file' }).click();
  await page.getByRole('link', { name: /^Requests/ }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('main').getByRole('button', { name: 'Download', exact: true }).click();
  return readFile(await (await download).path(), 'utf8');
}

/** Attached, a task of it, a box, and the box in the storage again: by its target at once, and by an export. */
export async function walk(page: Page, name: string, store: ObjectStore): Promise<void> {
  await finishAttaching(page);
  await createTask(page, { labels: 'thing', name, framesInJob: 3, automatic: true });
  await openJob(page);
  await drawBox(page, 'thing', drawn);
  await expectWritten(async () => (await store.read('yard/annotations/1.json')).text());
  await page.getByRole('link', { name: `Back to ${name}` }).click();
  await exportToBucket(page, 'yard/annotations.json');
  expectExported(await (await store.read('yard/annotations.json')).text());
}
