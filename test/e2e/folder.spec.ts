import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import * as v from 'valibot';
import { drawBox, goToFrame, objectCount, openJob } from './support/editor.ts';
import { expect, test } from './support/fixtures.ts';
import { dropFolder, readPicked, removePicker, stubPicker, withFolder } from './support/folder.ts';
import { createTask, exportToBucket } from './support/pages.ts';

const cocoSchema = v.object({
  images: v.array(v.object({ file_name: v.string() })),
  annotations: v.array(v.object({ bbox: v.array(v.number()) })),
});
const images = { 'gate/1.jpg': 1, 'gate/2.jpg': 2, '3.jpg': 3, '.hidden/4.jpg': 4 };

async function beginAttaching(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Storages/ }).click();
  await page.getByRole('link', { name: 'Attach a storage' }).first().click();
  await page.getByText('Folder', { exact: true }).click();
}

async function attach(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Check and attach' }).click();
  await expect(page.getByRole('heading', { name: 'Attach a storage' })).toBeHidden();
}

test('a folder (its picker stubbed to give one of the origin’s disk): from attaching to a box written to it, on after a reload', async ({
  page,
  site,
}) => {
  await stubPicker(page, 'yard', images);
  await page.goto(site);
  await beginAttaching(page);
  await page.getByRole('button', { name: 'Check and attach' }).click();
  await expect(page.getByText('Which folder?')).toBeVisible();
  await page.getByRole('button', { name: 'Choose folder…' }).click();
  await expect(page.getByText('yard', { exact: true })).toBeVisible();
  await page.getByText('Read and write').click();
  await attach(page);
  await expect(page.getByText('3 images', { exact: false })).toBeVisible();
  await createTask(page, { labels: 'thing', name: 'Yard here', framesInJob: 3 });
  await openJob(page);
  await drawBox(page, 'thing', [40, 50, 140, 110]);
  await page.reload();
  await expect.poll(() => objectCount(page)).toBe(1);
  await goToFrame(page, 2);
  await page.getByRole('link', { name: 'Back to Yard here' }).click();
  await exportToBucket(page, 'out/annotations.json');
  const coco = v.parse(cocoSchema, JSON.parse(await readPicked(page, 'yard', 'out/annotations.json')));
  expect(coco.annotations.map(({ bbox }) => bbox)).toEqual([[40, 50, 100, 60]]);
  expect(coco.images).toHaveLength(3);
});

test('a folder whose leave has lapsed (stubbed) is allowed again from its card and from the editor', async ({
  page,
  site,
}) => {
  await stubPicker(page, 'yard', images);
  // Asks anew with each load, as browsers do.
  await page.addInitScript(() => {
    let state = sessionStorage.getItem('loaded') === null ? 'granted' : 'prompt';
    const refuses = (): boolean => state !== 'granted';
    for (const name of ['getFileHandle', 'getDirectoryHandle'] as const) {
      const own = FileSystemDirectoryHandle.prototype[name];
      Object.defineProperty(FileSystemDirectoryHandle.prototype, name, {
        async value(this: FileSystemDirectoryHandle, ...args: [string]) {
          if (this.name === 'yard' && refuses()) throw new DOMException('', 'NotAllowedError');
          return Reflect.apply(own, this, args);
        },
      });
    }
    for (const name of ['values'] as const) {
      const own = FileSystemDirectoryHandle.prototype[name];
      Object.defineProperty(FileSystemDirectoryHandle.prototype, name, {
        value(this: FileSystemDirectoryHandle) {
          if (this.name === 'yard' && refuses()) throw new DOMException('', 'NotAllowedError');
          return Reflect.apply(own, this, []);
        },
      });
    }
    Object.assign(FileSystemDirectoryHandle.prototype, {
      queryPermission: async () => state,
      requestPermission: async () => {
        state = navigator.userActivation.isActive ? 'granted' : 'denied';
        return state;
      },
    });
  });
  await page.goto(site);
  await beginAttaching(page);
  await page.getByRole('button', { name: 'Choose folder…' }).click();
  await expect(page.getByText('yard', { exact: true })).toBeVisible();
  await attach(page);
  await createTask(page, { labels: 'thing', name: 'Yard', framesInJob: 3 });
  await openJob(page);
  await page.evaluate(() => sessionStorage.setItem('loaded', 'once'));

  await page.reload();
  await expect(page.getByRole('alert')).toContainText(
    'asks anew before this page may read the folder "yard"',
  );
  await page.getByRole('button', { name: 'Allow the folder again' }).click();
  await drawBox(page, 'thing', [40, 50, 140, 110]);

  await page.goto(`${site}#/storages`);
  await page.reload();
  await page.getByRole('button', { name: 'Allow the folder again' }).click();
  await expect(page.getByText('Available, read and list')).toBeVisible();
});

test('the files of a folder, where a browser has no picker: a task, a box, exported to a file; asked for again after a reload', async ({
  page,
  site,
}) => {
  await removePicker(page);
  await withFolder(images, async (path) => {
    await page.goto(site);
    await beginAttaching(page);
    await page.getByLabel('Files of the folder').setInputFiles(path);
    await expect(page.getByText('until this tab is closed or loaded anew')).toBeVisible();
    await expect(page.getByText('Read and write')).toBeHidden();
    await attach(page);
    await createTask(page, { labels: 'thing', name: 'Yard', framesInJob: 3 });
    await openJob(page);
    await drawBox(page, 'thing', [40, 50, 140, 110]);

    await page.reload();
    await expect(page.getByRole('alert')).toContainText('The files of the folder "yard" were lent');
    await page.getByRole('button', { name: 'Allow the folder again' }).click();
    const dialog = page.getByRole('dialog');
    await withFolder({ 'other.jpg': 7 }, async (other) => {
      await dialog.getByLabel('Files of the folder').setInputFiles(other);
      await expect(dialog.getByRole('alert')).toContainText('This is not the folder "yard"');
    });
    await dialog.getByLabel('Files of the folder').setInputFiles(path);
    await expect(dialog).toBeHidden();
    await expect.poll(() => objectCount(page)).toBe(1);
    await goToFrame(page, 2);
    await page.getByRole('link', { name: 'Back to Yard' }).click();

    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('dialog').getByLabel('A file').check();
    await page.getByRole('button', { name: 'Export to a file' }).click();
    await page.getByRole('link', { name: /^Requests/ }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('main').getByRole('button', { name: 'Download', exact: true }).click();
    const file = await (await download).path();
    const coco = v.parse(cocoSchema, JSON.parse(await readFile(file, 'utf8')));
    expect(coco.annotations.map(({ bbox }) => bbox)).toEqual([[40, 50, 100, 60]]);
    expect(coco.images).toHaveLength(3);
  });
});

test('a really dropped folder becomes the source of a task; hidden files are left out', async ({
  page,
  site,
}) => {
  await withFolder(images, async (path) => {
    await page.goto(`${site}#/tasks/new`);
    await expect(page.getByRole('heading', { name: 'Create task' })).toBeVisible();
    await dropFolder(page, path);
    // What reads a folder is loaded when the first is dropped.
    await expect(page.getByText('3 images', { exact: false }).first()).toBeVisible({ timeout: 20_000 });
    await page.getByLabel('Names of labels').fill('thing');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Create and open' }).click();
    await expect(page.getByRole('link', { name: /Open next job/ })).toBeVisible({ timeout: 20_000 });
    await openJob(page);
    await drawBox(page, 'thing', [40, 50, 140, 110]);
  });
});
