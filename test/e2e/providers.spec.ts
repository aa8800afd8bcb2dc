import type { Page } from '@playwright/test';
import * as v from 'valibot';
import type { Credentials, StorageSettings } from '#core/model/storage.ts';
import type { ObjectStore } from '#core/storage/object-store.ts';
import { openStore } from '#core/storage/registry.ts';
import { makePorts } from '#test/fakes/ports.ts';
import { signForAccount } from '#test/servers/azure-account-sas.ts';
import { startAzurite, startFakeGcs, startRedis } from '#test/servers/start.ts';
import { numberedImage } from './support/bucket.ts';
import { drawBox, openJob } from './support/editor.ts';
import { expect, test } from './support/fixtures.ts';
import { createTask, exportToBucket } from './support/pages.ts';

const cocoSchema = v.object({ annotations: v.array(v.object({ bbox: v.array(v.number()) })) });

async function filled(settings: StorageSettings, credentials: Credentials): Promise<ObjectStore> {
  const store = await openStore(settings, credentials, makePorts());
  for (const number of [1, 2, 3]) {
    await store.write(`yard/${number}.jpg`, new Blob([new Uint8Array(numberedImage(number))]));
  }
  return store;
}

async function beginAttaching(page: Page, provider: string): Promise<void> {
  await page.getByRole('link', { name: /^Storages/ }).click();
  await page.getByRole('link', { name: 'Attach a storage' }).first().click();
  await page.getByText(provider, { exact: true }).click();
}

/** Attached, a task of it, a box, and the box in the storage again. */
async function walk(page: Page, name: string, store: ObjectStore): Promise<void> {
  await page.getByRole('button', { name: 'Check and attach' }).click();
  await expect(page.getByRole('heading', { name: 'Attach a storage' })).toBeHidden();
  await createTask(page, { labels: 'thing', name, framesInJob: 3 });
  await openJob(page);
  await drawBox(page, 'thing', [40, 50, 140, 110]);
  await page.getByRole('link', { name: `Back to ${name}` }).click();
  await exportToBucket(page, 'yard/annotations.json');
  const text = await (await store.read('yard/annotations.json')).text();
  expect(v.parse(cocoSchema, JSON.parse(text)).annotations.map(({ bbox }) => bbox)).toEqual([
    [40, 50, 100, 60],
  ]);
}

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

test('Redis behind Webdis: from attaching to a box among its keys', async ({ page, site }) => {
  test.setTimeout(300_000);
  const servers = await startRedis();
  try {
    const { endpoint, user, secret } = servers.webdis.access;
    const store = await filled(
      { provider: 'redis', gateway: 'webdis', endpoint, database: 3, prefix: '', anonymous: false },
      { kind: 'redis-password', user, password: secret },
    );
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
