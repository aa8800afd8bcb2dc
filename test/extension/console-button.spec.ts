import type { Page } from '@playwright/test';
import { consoleAddresses } from './support/addresses.ts';
import {
  expect,
  pressButton,
  pressByScript,
  pressToolbarButton,
  test,
  wordsOfButton,
} from './support/fixtures.ts';

const bucketPage = 'https://eu-central-1.console.aws.amazon.com/s3/buckets/northdock-cams?prefix=a/b/';
const listPage = 'https://eu-central-1.console.aws.amazon.com/s3/buckets?region=eu-central-1';

function go(page: Page, address: string): Promise<void> {
  return page.evaluate((to) => history.pushState(undefined, '', to), address);
}

test('stands on every shape of address that shows a bucket', async ({ extension }) => {
  const page = await extension.context.newPage();
  for (const { what, address, ref } of consoleAddresses) {
    if (!ref) continue;
    await test.step(what, async () => {
      await page.goto(address);
      await expect(page.locator('bucketmark-button')).toBeVisible();
      const words = await wordsOfButton(page);
      expect(words).toContain('Annotate from this bucket');
      expect(words).toContain(ref.bucket);
      expect(words).toContain([ref.prefix || 'the whole bucket', ref.region].filter(Boolean).join(' · '));
    });
  }
});

test('goes where the same console shows no bucket', async ({ extension }) => {
  const page = await extension.context.newPage();
  const without = consoleAddresses.filter(({ ref }) => !ref).map(({ address }) => new URL(address));
  const onConsole = without.filter(({ origin }) => origin === 'https://s3.console.aws.amazon.com');
  for (const { pathname, search } of onConsole) {
    await test.step(pathname, async () => {
      await page.goto(bucketPage);
      await expect(page.locator('bucketmark-button')).toBeVisible();
      await go(page, pathname + search);
      await expect(page.locator('bucketmark-button')).toHaveCount(0);
    });
  }
});

test('comes and goes as the console changes its address', async ({ extension }) => {
  const page = await extension.context.newPage();
  await page.goto(listPage);
  await go(page, bucketPage);
  await expect(page.locator('bucketmark-button')).toBeVisible();
  await go(page, listPage);
  await expect(page.locator('bucketmark-button')).toHaveCount(0);
  await page.goBack();
  await expect(page.locator('bucketmark-button')).toBeVisible();
  await go(page, `${bucketPage}c/`);
  await expect.poll(() => wordsOfButton(page)).toContain('a/b/c/ · eu-central-1');
});

test('opens the workspace on the bucket that the address shows now', async ({ extension }) => {
  const { context, id } = extension;
  const page = await context.newPage();
  await page.goto(listPage);
  await go(page, bucketPage);
  const opened = context.waitForEvent('page');
  await pressButton(page);
  const workspace = await opened;
  await workspace.waitForURL(/#\/connect\?/);
  const [start, said] = workspace.url().split('#/connect?');
  expect(start).toBe(`chrome-extension://${id}/extension/app.html`);
  expect(Object.fromEntries(new URLSearchParams(said))).toEqual({
    provider: 's3',
    bucket: 'northdock-cams',
    prefix: 'a/b/',
    region: 'eu-central-1',
    partition: 'aws',
  });
  await expect(workspace.locator('#app')).not.toBeEmpty();
});

test('cannot be pressed by a script', async ({ extension }) => {
  const page = await extension.context.newPage();
  await page.goto(bucketPage);
  await expect(page.locator('bucketmark-button')).toBeVisible();
  const before = extension.context.pages().length;
  await pressByScript(page);
  await page.evaluate(() => document.querySelector<HTMLElement>('bucketmark-button')?.click());
  expect(await page.evaluate(() => document.querySelector('bucketmark-button')?.shadowRoot)).toBeNull();
  // One true press opens one page: had the others counted, there would be more.
  const opened = extension.context.waitForEvent('page');
  await pressButton(page);
  await opened;
  expect(extension.context.pages().length).toBe(before + 1);
  await expect(page.locator('bucketmark-button')).toBeVisible();
});

test('is hidden on this console until the toolbar button brings it back', async ({ extension }) => {
  const { context, serviceWorker } = extension;
  const page = await context.newPage();
  await page.goto(bucketPage);
  const button = page.locator('bucketmark-button');
  await button.hover({ position: { x: 60, y: 18 } });
  const box = await button.boundingBox();
  if (!box) throw new Error('The button has no place');
  const hide = [box.x + box.width - 60, box.y - 34] as const;
  await page.mouse.move(...hide, { steps: 4 });
  await page.mouse.click(...hide);
  await expect(button).toHaveCount(0);
  const hidden = (): Promise<unknown> => serviceWorker.evaluate('chrome.storage.local.get("hiddenConsoles")');
  await expect.poll(hidden).toEqual({ hiddenConsoles: ['aws-s3'] });

  await page.reload();
  await pressToolbarButton(extension, page);
  await expect.poll(hidden).toEqual({ hiddenConsoles: [] });
  await page.reload();
  await expect(button).toBeVisible();
});

test('stays hidden when the page is loaded again', async ({ extension }) => {
  const { context, serviceWorker } = extension;
  await serviceWorker.evaluate('chrome.storage.local.set({ hiddenConsoles: ["aws-s3"] })');
  const page = await context.newPage();
  await serviceWorker.evaluate('chrome.runtime.onMessage.addListener(({ kind }) => { self.heard = kind; })');
  await page.goto(bucketPage);
  await expect.poll(() => serviceWorker.evaluate('self.heard')).toBe('is-hidden');
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  await expect(page.locator('bucketmark-button')).toHaveCount(0);
});

test('asks to load the page again after the extension was updated', async ({ extension }) => {
  const { context, serviceWorker } = extension;
  const page = await context.newPage();
  await page.goto(bucketPage);
  await expect(page.locator('bucketmark-button')).toBeVisible();
  const gone = new Promise((resolve) => {
    serviceWorker.once('close', resolve);
  });
  await serviceWorker.evaluate('chrome.runtime.reload()').catch(() => undefined);
  await gone;
  await pressButton(page);
  await expect.poll(() => wordsOfButton(page)).toContain('Reload this tab to annotate');
});

test('moves by its grip with the arrow keys', async ({ extension }) => {
  const page = await extension.context.newPage();
  await page.goto(bucketPage);
  const button = page.locator('bucketmark-button');
  const before = await button.boundingBox();
  if (!before) throw new Error('The button has no place');
  await button.click({ position: { x: before.width - 14, y: 18 } });
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => button.boundingBox()).toEqual({ ...before, x: before.x - 8, y: before.y - 8 });
});
