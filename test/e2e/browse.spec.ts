import type { Locator, Page } from '@playwright/test';
import * as v from 'valibot';
import { fillBucket, numberedImage, s3Client } from './support/bucket.ts';
import { expect, test } from './support/fixtures.ts';
import { attachStorage } from './support/pages.ts';

const oddFolder = 'odd #1 50% + ?/';
const odd = ['a b#c.jpg', 'what?.jpg', '50%25.jpg', 'one+two.jpg', 'Ünï 🚚.jpg'].map(
  (name) => oddFolder + name,
);

const picture = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('gridcell').filter({ hasText: name });
const primary = (page: Page): Locator => page.getByRole('button', { name: /^Make a task/ });

async function startTask(page: Page, label: string): Promise<void> {
  await page.getByLabel('Names of labels').fill(label);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Create and open' }).click();
  await expect(page.getByRole('link', { name: /Open next job/ })).toBeVisible({ timeout: 20_000 });
}

test('folders, odd names and 2,500 objects are browsed, searched, chosen and made into a task', async ({
  page,
  site,
  servers,
}) => {
  test.setTimeout(120_000);
  const client = s3Client(servers.minio);
  const bucket = `browse-${Date.now()}`;
  const image = numberedImage(7, 64, 40);
  const number = (i: number): string => String(i).padStart(4, '0');
  await fillBucket(client, bucket, [
    ...Array.from({ length: 2500 }, (_, i) => ({ key: `cams/many/${number(i)}.jpg`, body: image })),
    ...odd.map((key) => ({ key: `cams/${key}`, body: image })),
    { key: 'cams/2.jpg', body: image },
    { key: 'cams/10.jpg', body: numberedImage(10) },
    { key: 'cams/cut.jpg', body: image.subarray(0, 200) },
    { key: 'cams/notes.json', body: '{}' },
  ]);
  await page.goto(site);
  await attachStorage(page, { ...servers.minio, bucket, prefix: 'cams/' });
  await page.getByRole('button', { name: `Actions of ${bucket}, cams` }).click();
  await page.getByRole('menuitem', { name: 'Browse' }).click();

  await test.step('what is there, and why something has no picture', async () => {
    await expect(page.getByText('2 folders and 4 objects')).toBeVisible();
    await expect(picture(page, '10.jpg')).toContainText('640 × 400');
    await expect(picture(page, 'cut.jpg')).toContainText('Ends too early');
    await expect(picture(page, 'notes.json')).toContainText('not an image');
  });

  await test.step('columns sort, names as numbers', async () => {
    await page.getByRole('radio', { name: 'List' }).check({ force: true });
    const names = page.getByRole('row').filter({ hasText: /\.(jpg|json)/ });
    await expect(names.first()).toContainText('10.jpg');
    await page.getByRole('button', { name: 'Name' }).click();
    await expect(names.first()).toContainText('2.jpg');
    await page.getByRole('button', { name: 'Size' }).click();
    await expect(names.first()).toContainText('10.jpg');
    await page.getByRole('radio', { name: 'Grid' }).check({ force: true });
  });

  await test.step('odd names go into the address bar and back', async () => {
    await page.getByRole('link', { name: oddFolder.slice(0, -1), exact: true }).click();
    await expect(page.getByText('5 objects')).toBeVisible();
    for (const key of odd) await expect(picture(page, key.slice(oddFolder.length))).toContainText('64 × 40');
    await page.reload();
    await expect(page.getByText('5 objects')).toBeVisible();
    await picture(page, 'a b#c.jpg').click();
    await expect(page.getByRole('heading', { name: `cams/${oddFolder}a b#c.jpg` })).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    expect((await download).suggestedFilename()).toBe('a b#c.jpg');
    const opened = page.context().waitForEvent('page');
    const asked = page.context().waitForEvent('request', (request) => request.isNavigationRequest());
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    expect((await (await fetch((await asked).url())).arrayBuffer()).byteLength).toBe(image.length);
    await (await opened).close();
    await page.goBack();
    await expect(page.getByText('2 folders and 4 objects')).toBeVisible();
    await page.goForward();
    await expect(page.getByText('5 objects')).toBeVisible();
  });

  await test.step('a range here, searches, and another folder', async () => {
    await picture(page, 'what?.jpg').click();
    await expect(page.getByText('1 object, 779 B')).toBeVisible();
    await page.getByRole('navigation', { name: 'Path' }).getByRole('link', { name: 'cams' }).click();
    await page.getByRole('link', { name: 'many' }).click();
    await expect(page.getByText('2,500 objects')).toBeVisible();
    await expect(page.getByText('1 object, 779 B')).toBeVisible();
    await page.getByRole('searchbox').fill('001');
    await expect(page.getByText('10 match')).toBeVisible();
    await picture(page, '0012.jpg').click({ modifiers: ['ControlOrMeta'] });
    await expect(page.getByText('2 objects, ')).toBeVisible();
    await picture(page, '0015.jpg').click({ modifiers: ['ControlOrMeta', 'Shift'] });
    await expect(page.getByText('5 objects, ')).toBeVisible();
    await page.getByRole('searchbox').fill('');
    await page.getByRole('navigation', { name: 'Path' }).getByRole('link', { name: 'cams' }).click();
    await page.getByRole('radio', { name: 'Below' }).check({ force: true });
    await page.getByRole('searchbox').fill('24?9.jpg');
    await expect(page.getByText('10 found in 2,509 looked at')).toBeVisible();
    await page.getByRole('grid').press('Home');
    await page.keyboard.press('Space');
    await expect(primary(page)).toHaveText('Make a task from these 6');
  });

  await test.step('exactly these become frames, and the browser knows', async () => {
    await primary(page).click();
    await expect(page.getByText('6 objects and folders chosen')).toBeVisible();
    await startTask(page, 'thing');
    await expect(page.getByText('0 of 6 frames annotated')).toBeVisible();
    await page.goto(`${site}#/storages/1/browse?prefix=${encodeURIComponent('cams/many/')}&find=2409`);
    await picture(page, '2409.jpg').click();
    await expect(page.getByRole('complementary').getByRole('link', { name: /, frame [0-5]$/ })).toBeVisible();
    await page.goto(`${site}#/storages/1/browse?prefix=${encodeURIComponent('cams/many/')}&find=2408`);
    await picture(page, '2408.jpg').click();
    await expect(page.getByRole('complementary').getByText('no task')).toBeVisible();
  });
});

/** A page of S3's XML for a folder of so many objects, which no server here would hold. */
function listed(url: URL, total: number): string {
  const after = url.searchParams.get('continuation-token') ?? url.searchParams.get('start-after') ?? '';
  const from = after === '' ? 0 : Number(/(\d+)\.jpg$/.exec(after)?.[1]) + 1;
  const to = Math.min(total, from + 1000);
  const key = (i: number): string => `many/img-${String(i).padStart(6, '0')}.jpg`;
  const contents = Array.from({ length: to - from }, (_, i) => {
    const each = from + i;
    return `<Contents><Key>${key(each)}</Key><Size>${(each * 7919) % 1_000_003}</Size><ETag>"${each}"</ETag><LastModified>2026-11-18T02:00:00.000Z</LastModified></Contents>`;
  });
  const more = to < total;
  const token = more ? `<NextContinuationToken>${key(to - 1)}</NextContinuationToken>` : '';
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${token}${contents.join('')}</ListBucketResult>`;
}

/** The page answers within 50 ms. Time of the processor is measured, so that what else runs here does not count. */
const longestMs = 50;
const traceSchema = v.object({
  traceEvents: v.array(
    v.object({
      name: v.string(),
      pid: v.number(),
      tid: v.number(),
      tdur: v.optional(v.number()),
      args: v.optional(v.looseObject({ name: v.optional(v.unknown()) })),
    }),
  ),
});

/** The longest tasks of pages' main threads, in milliseconds of processor time, longest first. */
function longestTasks(trace: Buffer): number[] {
  const { traceEvents } = v.parse(traceSchema, JSON.parse(trace.toString()));
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && mains.has(`${pid} ${tid}`),
  );
  expect(tasks.length).toBeGreaterThan(10);
  return tasks
    .map(({ tdur = 0 }) => Math.round(tdur / 1000))
    .toSorted((x, y) => y - x)
    .slice(0, 5);
}

test('100,000 objects are listed, sorted and scrolled while the page answers', async ({
  browser,
  page,
  site,
  servers,
}) => {
  test.setTimeout(120_000);
  const total = 100_000;
  const client = s3Client(servers.minio);
  const bucket = `hundred-${Date.now()}`;
  await fillBucket(client, bucket, [{ key: 'many/img-000000.jpg', body: numberedImage(1) }]);
  await page.goto(site);
  await attachStorage(page, { ...servers.minio, bucket, prefix: 'many/' });
  const headers = { 'access-control-allow-origin': '*', 'access-control-expose-headers': 'date' };
  await page.route(/delimiter=/, (route) =>
    route.fulfill({
      contentType: 'application/xml',
      headers,
      body: listed(new URL(route.request().url()), total),
    }),
  );
  await page.route(/many\/img-/, (route) =>
    route.fulfill({ contentType: 'image/jpeg', headers, body: numberedImage(2, 64, 40) }),
  );
  const worst: Record<string, number[]> = {};
  async function during(what: string, act: () => Promise<void>): Promise<void> {
    await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
    await act();
    worst[what] = longestTasks(await browser.stopTracing());
  }
  const grid = page.getByRole('grid');
  const all = page.getByText('100,000 objects', { exact: true });
  await during('listing', async () => {
    await page.goto(`${site}#/storages/1/browse?view=list`);
    await expect(all).toBeVisible({ timeout: 60_000 });
  });
  await during('sorting', async () => {
    await page.getByRole('button', { name: 'Size' }).click();
    await expect(page.getByRole('columnheader', { name: 'Size' })).toHaveAttribute('aria-sort', 'descending');
    await expect(all).toBeVisible({ timeout: 30_000 });
  });
  for (const view of ['List', 'Grid']) {
    await during(`scrolling the ${view}`, async () => {
      await page.getByRole('radio', { name: view }).check({ force: true });
      await grid.hover();
      for (let turn = 0; turn < 30; turn++) await page.mouse.wheel(0, 3000);
      await grid.press('End');
      await expect(page.locator('[data-entry="99999"]')).toBeVisible();
      await grid.press('Home');
      await expect(page.locator('[data-entry="0"]')).toBeVisible();
    });
  }
  await during('selecting', async () => {
    await grid.press('ControlOrMeta+a');
    await expect(primary(page)).toHaveText('Make a task from these 100,000');
  });
  expect(await page.getByRole('gridcell').count()).toBeLessThan(120);
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const description = JSON.stringify({ worst, heapMB: Math.round(usedSize / 1e6) });
  test.info().annotations.push({ type: 'measured', description });
  expect(Math.max(0, ...Object.values(worst).flat())).toBeLessThan(longestMs);
  expect(usedSize).toBeLessThan(150e6);
});
