/** The editor as a person uses it: by keys, by the pointer, and by what is said on the page. */
import { expect, type Page } from '@playwright/test';

export async function openJob(page: Page): Promise<void> {
  await page.getByRole('link', { name: /Open next job/ }).click();
  await expect(canvas(page)).toBeVisible();
  await settled(page);
}

function canvas(page: Page) {
  return page.getByRole('application');
}

/** Which frame the address says. */
export function frameOf(page: Page): number {
  return Number(new URLSearchParams(page.url().split('?')[1]).get('frame'));
}

/** The frame is fetched, decoded and named. */
async function settled(page: Page): Promise<void> {
  await expect(canvas(page)).toHaveAttribute('aria-busy', 'false');
}

export async function goToFrame(page: Page, frame: number): Promise<void> {
  const field = page.getByRole('textbox', { name: /^Frame/ });
  await field.fill(String(frame));
  await field.press('Enter');
  await expect(canvas(page)).toHaveAttribute('aria-label', new RegExp(`^Frame ${frame},`));
  await settled(page);
}

/** Draws with two clicks, at 100 %, where image pixels are screen pixels. */
export async function drawBox(
  page: Page,
  label: string,
  [left, top, right, bottom]: readonly [number, number, number, number],
): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /set to 100 %/ }).click();
  await page.getByRole('region', { name: 'Draw as' }).getByRole('button', { name: label }).click();
  const origin = await pictureOrigin(page);
  const before = await objectCount(page);
  for (const [x, y] of [
    [left, top],
    [right, bottom],
  ] as const) {
    await page.mouse.move(origin.x + x, origin.y + y);
    await page.mouse.down();
    await page.mouse.up();
  }
  await expect.poll(() => objectCount(page)).toBe(before + 1);
}

export async function objectCount(page: Page): Promise<number> {
  const words = await page.getByRole('tab', { name: /Objects/ }).textContent();
  return Number(words?.replace(/\D/g, ''));
}

/** Where the picture's corner is on the page: centred at 100 %, on whole pixels. */
async function pictureOrigin(page: Page): Promise<{ x: number; y: number }> {
  const box = await canvas(page).boundingBox();
  if (!box) throw new Error('The canvas is not on the page.');
  const words = (await canvas(page).getAttribute('aria-label')) ?? '';
  const [, width, height] = /(\d+) × (\d+) pixels/.exec(words) ?? [];
  return {
    x: box.x + Math.round((box.width - Number(width)) / 2),
    y: box.y + Math.round((box.height - Number(height)) / 2),
  };
}
