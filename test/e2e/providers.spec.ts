import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { redisAcl } from '#core/storage/redis/acl.ts';
import { signForAccount } from '#test/servers/azure-account-sas.ts';
import { startAzurite, startFakeGcs, startRedis } from '#test/servers/start.ts';
import { startStaticServer } from '#test/servers/static-server.ts';
import { fillBucket, numberedImage, readText, s3Client } from './support/bucket.ts';
import { drawBox, goToFrame, openJob } from './support/editor.ts';
import { expect, test } from './support/fixtures.ts';
import { attachStorage, createTask } from './support/pages.ts';
import {
  beginAttaching,
  drawn,
  expectExported,
  expectWritten,
  exportToFile,
  filled,
  finishAttaching,
  walk,
} from './support/provider-walk.ts';

test('Google Cloud Storage: from attaching to a box in the bucket', async ({ page, site }) => {
  test.setTimeout(300_000);
  const server = await startFakeGcs();
  try {
    const { endpoint } = server.access;
    await fetch(`${endpoint}/storage/v1/b?project=test`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'walk' }),
    });
    const accessToken = 'ya29.test';
    const store = await filled(
      { provider: 'gcs', bucket: 'walk', prefix: '', projectId: '', endpoint, anonymous: false },
      { kind: 'gcs-token', accessToken },
    );
    await page.goto(site);
    await beginAttaching(page, 'GCS');
    await page.getByLabel('Address').fill('gs://walk/yard/');
    await page.getByLabel('Endpoint').fill(endpoint);
    await page.getByLabel('Credentials', { exact: true }).selectOption('Access token');
    await page.getByLabel('Access token', { exact: true }).fill(accessToken);
    await walk(page, 'Yard on Google', store);
  } finally {
    await server.stop();
  }
});

/** Gives Redis the recipe's line, but for the password: this Webdis was started without one. */
async function allowOnly(port: number, line: string): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`${line.replace("resetpass '>PASSWORD'", 'nopass')}\r\n`);
  const [answer]: unknown[] = await once(socket, 'data');
  socket.destroy();
  expect(String(answer)).toBe('+OK\r\n');
}

test('Redis behind Webdis: from attaching to a box among its keys', async ({ page, site }) => {
  test.setTimeout(300_000);
  const servers = await startRedis();
  try {
    const { endpoint, user, secret } = servers.webdis.access;
    const store = await filled(
      { provider: 'redis', gateway: 'webdis', endpoint, database: 3, prefix: '', anonymous: false },
      { kind: 'redis-password', user, password: secret },
    );
    await allowOnly(servers.redis.access.port, redisAcl({ gateway: 'webdis', prefix: 'yard/' }, 'target'));
    await page.goto(site);
    await beginAttaching(page, 'Redis');
    await page.getByLabel('Address of the gateway').fill(endpoint);
    await page.getByLabel('Database').fill('3');
    await page.getByLabel('Prefix').fill('yard/');
    await page.getByLabel('User').fill(user);
    await page.getByLabel('Password', { exact: true }).fill(secret);
    await walk(page, 'Yard in Redis', store);
  } finally {
    await servers.stop();
  }
});

test('Azure Blob Storage: from attaching to a box in the container', async ({ page, site }) => {
  test.setTimeout(300_000);
  const server = await startAzurite();
  try {
    const { accessKeyId: account, secretAccessKey: key } = server.access;
    const endpoint = `${server.access.endpoint}/${account}`;
    const signature = await signForAccount(account, key, 'c');
    await fetch(`${endpoint}/walk?restype=container&${signature}`, { method: 'PUT' });
    const store = await filled(
      { provider: 'azure', account, container: 'walk', prefix: '', endpoint, anonymous: false },
      { kind: 'azure-key', key },
    );
    await page.goto(site);
    await beginAttaching(page, 'Azure');
    await page.getByLabel('Account', { exact: true }).fill(account);
    await page.getByLabel('Container', { exact: true }).fill('walk');
    await page.getByLabel('Prefix', { exact: true }).fill('yard/');
    await page.getByLabel('Endpoint', { exact: true }).fill(endpoint);
    await page.getByLabel('Credentials', { exact: true }).selectOption('Account key');
    await page.getByLabel('Account key', { exact: true }).fill(key);
    await walk(page, 'Yard on Azure', store);
  } finally {
    await server.stop();
  }
});

test('a list of addresses: from attaching to boxes in a bucket, past addresses that cannot be read', async ({
  page,
  site,
  servers,
}) => {
  const images = await startStaticServer(numberedImage(1));
  try {
    const client = s3Client(servers.minio);
    const bucket = `results-${Date.now()}`;
    await fillBucket(client, bucket, []);
    await page.goto(site);
    await attachStorage(page, { ...servers.minio, bucket, prefix: '' });
    await beginAttaching(page, 'URLs');
    const { endpoint } = images;
    const paths = ['hall/1.jpg', 'missing/2.jpg', 'no-cors/3.jpg', 'yard/4.jpg'];
    await page.getByLabel('Addresses of images').fill(paths.map((path) => `${endpoint}/${path}`).join('\n'));
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(page.getByText('Can be read: 4 images')).toBeVisible();
    await expect(page.getByRole('main')).not.toContainText(/\b0 B\b/);
    await page.getByLabel('Name', { exact: true }).fill('Addresses');
    await finishAttaching(page);

    await page.getByRole('button', { name: 'Actions of Addresses' }).click();
    await page.getByRole('menuitem', { name: 'Create task from it' }).click();
    await expect(page.getByText('4 images, nothing is downloaded')).toBeVisible();
    await page.getByLabel('Names of labels').fill('thing');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Linked');
    await page.getByRole('button', { name: 'Add a target' }).click();
    await page.getByLabel('Write a moment after each change').check();
    await expect(page.getByRole('main')).not.toContainText(/\b0 B\b/);
    await page.getByRole('button', { name: 'Create and open' }).click();
    await expect(page.getByRole('link', { name: /Open next job/ })).toBeVisible({ timeout: 20_000 });

    await openJob(page);
    await drawBox(page, 'thing', drawn);
    await expectWritten(() => readText(client, bucket, 'annotations/hall/1.json'));
    const { host } = new URL(endpoint);
    const alert = page.getByRole('alert');
    await page.getByRole('button', { name: /^Next frame/ }).click();
    await expect(alert).toContainText(`${host} has nothing at ${endpoint}/missing/2.jpg.`);
    await alert.getByRole('button', { name: 'Skip' }).click();
    const { origin } = new URL(site);
    await expect(alert).toContainText(`${host} answers, but does not let ${origin} read its files.`);
    await goToFrame(page, 3);
    await drawBox(page, 'thing', drawn);
    await expectWritten(() => readText(client, bucket, 'annotations/yard/4.json'));

    await page.getByRole('link', { name: 'Back to Linked' }).click();
    expectExported(await exportToFile(page), 2);
  } finally {
    await images.stop();
  }
});

/** What lies in a folder of this browser's own disk, read past all of ours. */
async function readOnDisk(page: Page, folder: string, path: readonly string[]): Promise<string> {
  return page.evaluate(
    async ([start, names]) => {
      let place = await (await navigator.storage.getDirectory()).getDirectoryHandle('objects');
      for (const name of [start, ...names.slice(0, -1)]) place = await place.getDirectoryHandle(name);
      return (await (await place.getFileHandle(names.at(-1) ?? '')).getFile()).text();
    },
    [folder, path] as const,
  );
}

/** Makes a folder of these files and drops it as a file manager would. */
async function dropOn(
  page: Page,
  place: Locator,
  folder: string,
  files: Readonly<Record<string, Buffer>>,
): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  const box = await place.boundingBox();
  if (!box) throw new Error('There is nothing to drop on.');
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2, data };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...at });
  }
}

test('this device: from adding files to a box on its disk', async ({ page, site }, testInfo) => {
  await page.goto(site);
  await beginAttaching(page, 'Device');
  await page.getByLabel('Name of the folder').fill('Yard');
  await finishAttaching(page);
  await page.getByRole('button', { name: 'Actions of Yard' }).click();
  await page.getByRole('menuitem', { name: 'Add files…' }).click();
  const dialog = page.getByRole('dialog');
  const files = [1, 2, 3].map((number) => ({
    name: `${number}.jpg`,
    mimeType: 'image/jpeg',
    buffer: numberedImage(number),
  }));
  await dialog.getByLabel(/choose files/).setInputFiles(files);
  await expect(dialog.getByText('Copied 3 files')).toBeVisible();
  // What is there already stays, and is said.
  await dialog.getByLabel(/choose files/).setInputFiles(files.slice(0, 1));
  await expect(dialog.getByText('Not copied: 1 file')).toBeVisible();
  await expect(dialog.getByText('"1.jpg" is already on this device. Nothing was overwritten.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  const card = page.getByRole('row').filter({ hasText: 'Yard' });
  await expect(card).toContainText('3 images');
  await dropOn(page, card, testInfo.outputPath('hall'), { 'north/4.jpg': numberedImage(4) });
  await expect(dialog.getByText('Copied 1 file')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(card).toContainText('4 images');
  expect((await readOnDisk(page, 'Yard', ['hall~', 'north~', '4.jpg'])).length).toBeGreaterThan(0);

  await createTask(page, { labels: 'thing', name: 'Yard here', framesInJob: 4, automatic: true });
  await openJob(page);
  await drawBox(page, 'thing', drawn);
  await expectWritten(() => readOnDisk(page, 'Yard', ['annotations~', '1.json']));
  await page.getByRole('link', { name: 'Back to Yard here' }).click();
  expectExported(await exportToFile(page));
});

test('this device: a full disk is said and leaves no empty file, and its files can be removed', async ({
  page,
  site,
}) => {
  await page.goto(site);
  await beginAttaching(page, 'Device');
  await page.getByLabel('Name of the folder').fill('Full');
  await finishAttaching(page);
  const { origin } = new URL(site);
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 4_000_000 });
  await page.getByRole('button', { name: 'Actions of Full' }).click();
  await page.getByRole('menuitem', { name: 'Add files…' }).click();
  const dialog = page.getByRole('dialog');
  const mimeType = 'image/jpeg';
  await dialog.getByLabel(/choose files/).setInputFiles([
    { name: 'a.jpg', mimeType, buffer: numberedImage(1) },
    { name: 'large.jpg', mimeType, buffer: Buffer.alloc(20_000_000, 1) },
    { name: 'z.jpg', mimeType, buffer: numberedImage(2) },
  ]);
  await expect(dialog.getByText('Copied 1 file')).toBeVisible();
  await expect(dialog.getByText('Not copied: 2 files')).toBeVisible();
  await expect(dialog.getByText('This device has no room for "large.jpg".')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByRole('row').filter({ hasText: 'Full' })).toContainText('1 image');

  await page.getByRole('button', { name: 'Actions of Full' }).click();
  await page.getByRole('menuitem', { name: 'Remove…' }).click();
  await dialog.getByLabel('Remove its files from this browser too').check();
  await dialog.getByRole('button', { name: 'Remove the storage' }).click();
  await expect(page.getByText('No storages yet')).toBeVisible();
  await expect(readOnDisk(page, 'Full', ['a.jpg'])).rejects.toThrow('NotFoundError');
});
