/** Filling in the forms that make things. */
import { expect, type Page } from '@playwright/test';

export async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Create and open' }).click();
  await expect(page.getByRole('link', { name: /Open next job/ })).toBeVisible({ timeout: 20_000 });
}
