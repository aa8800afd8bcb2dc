import { expect, killBrowser, launchOn, test } from './support/fixtures.ts';

test('the built page opens from a sub-path without breaking its own policy', async ({ page, site }) => {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  const missing: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) missing.push(response.url());
  });
  await page.goto(site);
  await expect(page.locator('#app')).not.toBeEmpty();
  expect({ complaints, missing }).toEqual({ complaints: [], missing: [] });
});

test('what a killed browser had stored is there when it starts again', async ({ profile, site }) => {
  const first = await launchOn(profile);
  const page = await first.newPage();
  await page.goto(site);
  await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle('kept.txt', { create: true })).createWritable();
    await file.write('kept');
    await file.close();
  });
  await killBrowser(first);

  const second = await launchOn(profile);
  const again = await second.newPage();
  await again.goto(site);
  const kept = await again.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    return (await (await folder.getFileHandle('kept.txt')).getFile()).text();
  });
  await second.close();
  expect(kept).toBe('kept');
});
