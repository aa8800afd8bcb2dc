/** A folder of images on the test's own disk, and one that a stubbed picker gives. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { numberedImage } from './bucket.ts';

/** Gives the folder's path; everything is gone after `use`. */
export async function withFolder(
  files: Readonly<Record<string, number>>,
  use: (path: string) => Promise<void>,
): Promise<void> {
  const above = await mkdtemp(join(tmpdir(), 'bucketmark-folder-'));
  const path = join(above, 'yard');
  try {
    for (const [name, number] of Object.entries(files)) {
      await mkdir(dirname(join(path, name)), { recursive: true });
      await writeFile(join(path, name), numberedImage(number));
    }
    await use(path);
  } finally {
    await rm(above, { recursive: true, force: true });
  }
}

/** The picker then gives a folder of the origin's own disk, filled with these images: as real a handle as any. */
export async function stubPicker(
  page: Page,
  name: string,
  files: Readonly<Record<string, number>>,
): Promise<void> {
  const images = Object.entries(files).map(([key, number]) => ({
    key,
    base64: numberedImage(number).toString('base64'),
  }));
  await page.addInitScript(
    ({ folder, objects }) => {
      const fill = async (): Promise<FileSystemDirectoryHandle> => {
        const root = await navigator.storage.getDirectory();
        const handle = await root.getDirectoryHandle(folder, { create: true });
        for (const { key, base64 } of objects) {
          const parts = key.split('/');
          const file = parts.pop() ?? '';
          let inner = handle;
          for (const part of parts) inner = await inner.getDirectoryHandle(part, { create: true });
          const stream = await (await inner.getFileHandle(file, { create: true })).createWritable();
          await stream.write(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
          await stream.close();
        }
        return handle;
      };
      Object.assign(window, { showDirectoryPicker: fill });
    },
    { folder: name, objects: images },
  );
}

/** Browsers without a picker have only the file input. */
export async function removePicker(page: Page): Promise<void> {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showDirectoryPicker'));
}

/** Reads a file of the folder that the picker gave. */
export async function readPicked(page: Page, folder: string, path: string): Promise<string> {
  return page.evaluate(
    async ({ name, parts }) => {
      let handle = await (await navigator.storage.getDirectory()).getDirectoryHandle(name);
      for (const part of parts.slice(0, -1)) handle = await handle.getDirectoryHandle(part);
      return (await (await handle.getFileHandle(parts.at(-1) ?? '')).getFile()).text();
    },
    { name: folder, parts: path.split('/') },
  );
}

/** Drops a folder of this machine on the page, as from a file manager. */
export async function dropFolder(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  const send = async (type: 'dragEnter' | 'dragOver' | 'drop'): Promise<void> => {
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
  };
  await send('dragEnter');
  await send('dragOver');
  // A person lets go when the page says that it takes the folder.
  await expect(page.getByText(/^Drop the folder/)).toBeVisible();
  await send('drop');
}
