/** Lists: found, filtered, sorted, selected and changed, by pointer and by keys alone. */
import type { Page } from '@playwright/test';
import { expect, launchOn, test } from './support/fixtures.ts';
import { seedDatabase, seedOf } from './support/seed-tasks.ts';

async function openSeeded(page: Page, site: string, tasks: number, jobsEach: number): Promise<void> {
  await page.goto(site);
  await expect(page.getByRole('button', { name: 'Try the sample' })).toBeVisible();
  await seedDatabase(page, seedOf(tasks, jobsEach));
}

const rowsOf = (page: Page, name: string) =>
  page.getByRole('grid', { name }).locator('[role="row"][data-id]');
const head = (page: Page) => page.getByRole('heading', { level: 1 }).locator('..');

test('a filter is built, named, counted, sent as a link, and stepped back from', async ({
  profile,
  site,
}) => {
  const context = await launchOn(profile);
  const page = await context.newPage();
  await openSeeded(page, site, 120, 1);
  await page
    .getByRole('link', { name: /^Tasks/ })
    .first()
    .click();
  await expect(head(page)).toContainText('120');
  await expect(rowsOf(page, 'Tasks')).toHaveCount(20);

  await page.keyboard.press('f');
  const builder = page.getByRole('dialog', { name: 'Filter tasks' });
  await builder.getByLabel('Property').selectOption('Name');
  await builder.getByLabel('How Name compares').selectOption('contains');
  await builder.getByLabel('Value of Name').fill('forklift');
  await expect(builder.getByText('30 of 120 match')).toBeVisible();

  await builder.getByRole('button', { name: 'Group' }).click();
  const group = builder.getByRole('group', { name: 'any of' });
  await group.getByLabel('Property').selectOption('Frames');
  await group.getByLabel('How Frames compares').selectOption('is at least');
  await group.getByLabel('Value of Frames').fill('many');
  await builder.getByRole('button', { name: 'Apply' }).click();
  await expect(builder.getByText('A number is wanted here.')).toBeVisible();
  await group.getByLabel('Value of Frames').fill('30');
  await group.getByRole('button', { name: 'Condition', exact: true }).click();
  const created = group.getByRole('group', { name: /Condition on Status/ });
  await created.getByLabel('Property').selectOption('Created');
  await group.getByLabel('How Created compares').selectOption('is before');
  await group.getByRole('textbox', { name: 'Value of Created' }).fill('01.11.2026 06:30');
  await expect(
    builder.getByText(
      'Tasks where name contains forklift and (frames is at least 30 or created is before 01.11.2026 06:30)',
    ),
  ).toBeVisible();
  await expect(builder.getByText('11 of 120 match')).toBeVisible();

  await builder.getByRole('button', { name: 'Save as…' }).click();
  await builder.getByLabel('Name of the filter').fill('Large forklifts');
  await builder.getByRole('button', { name: 'Save the filter' }).click();
  await expect(builder).toBeHidden();
  await expect(head(page)).toContainText('11 of 120');
  await expect(page.getByRole('link', { name: 'Large forklifts 11' }).first()).toBeVisible();
  await expect(page.getByText('Quick filters off')).toBeVisible();
  await expect(rowsOf(page, 'Tasks')).toHaveCount(11);

  const second = await context.newPage();
  await second.goto(page.url());
  await expect(head(second)).toContainText('11 of 120');
  await second.close();

  await page.getByRole('searchbox', { name: 'Search tasks' }).fill('calls 3');
  await expect(head(page)).toContainText('3 of 120');
  await page.goBack();
  await expect(head(page)).toContainText('11 of 120');
  await expect(page.getByRole('searchbox', { name: 'Search tasks' })).toHaveValue('');
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Assigned to me' })).toBeVisible();
  await page.goForward();
  await expect(head(page)).toContainText('11 of 120');

  // As it was left.
  await page.getByRole('link', { name: 'Home' }).click();
  await page
    .getByRole('link', { name: /^Tasks/ })
    .first()
    .click();
  await expect(head(page)).toContainText('11 of 120');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(head(page)).toContainText(/^Tasks\s*120$/);
  await context.close();
});

test('a list is sorted by two fields and paged', async ({ profile, site }) => {
  const context = await launchOn(profile);
  const page = await context.newPage();
  await openSeeded(page, site, 45, 1);
  await page.goto(`${site}#/tasks`);
  await page.getByRole('button', { name: 'Sort: newest' }).click();
  const menu = page.getByRole('dialog', { name: 'Sort' });
  await menu.getByRole('button', { name: 'Also sort by Name' }).click();
  await menu.getByRole('button', { name: 'Also sort by Frames' }).click();
  await page.keyboard.press('Alt+ArrowUp');
  await menu.getByRole('button', { name: 'Frames ascending' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Sort: frames, then name' })).toBeVisible();
  // 30 frames: every third task from the third on; by name "Aisle 6" is the first of them.
  await expect(rowsOf(page, 'Tasks').first()).toContainText('Aisle 6');
  await page.getByRole('button', { name: 'Last page' }).click();
  await expect(page.getByText('41 to 45 of 45')).toBeVisible();
  await expect(rowsOf(page, 'Tasks').last()).toContainText('Yard lidar 40');
  await page.getByLabel('Rows on a page').selectOption('50 on a page');
  await expect(rowsOf(page, 'Tasks')).toHaveCount(45);
  await context.close();
});

test('all that match are selected across pages, changed, and put back', async ({ profile, site }) => {
  const context = await launchOn(profile);
  const page = await context.newPage();
  await openSeeded(page, site, 40, 5);
  await page.goto(`${site}#/jobs?view=table&pageSize=24`);
  await expect(page.getByText('1 to 24 of 200')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search jobs' }).fill('forklift');
  await expect(head(page)).toContainText('50 of 200');
  await page.getByRole('checkbox', { name: 'Select this page' }).check();
  const bar = page.getByRole('region', { name: 'Selection' });
  await expect(bar).toContainText('24 selected of 50 that match');
  await bar.getByRole('button', { name: 'Select all 50' }).click();
  await expect(bar).toContainText('50 selected');
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(bar).toContainText('50 selected');

  await bar.getByRole('button', { name: 'State' }).click();
  const dialog = page.getByRole('dialog', { name: 'State of 50 jobs' });
  await dialog.getByLabel('completed').check();
  await dialog.getByRole('button', { name: 'Change 50 jobs' }).click();
  await expect(bar).toContainText('50 changed');
  await expect(page.getByLabel(/^State of job/).first()).toHaveValue('completed');
  await page.getByRole('searchbox', { name: 'Search jobs' }).fill('');
  await page.getByRole('button', { name: 'Not completed' }).click();
  await expect(head(page)).toContainText('150 of 200');
  await bar.getByRole('button', { name: 'Undo' }).click();
  await expect(bar).toContainText('50 put back');
  await expect(head(page)).toContainText(/200/);
  await expect(head(page)).not.toContainText('150');
  await context.close();
});

test('a list is used by keys alone', async ({ profile, site }) => {
  const context = await launchOn(profile);
  const page = await context.newPage();
  await openSeeded(page, site, 30, 1);
  await page.goto(`${site}#/tasks`);
  const rows = rowsOf(page, 'Tasks');
  await expect(rows).toHaveCount(20);
  await page.getByRole('checkbox', { name: 'Select this page' }).focus();
  // Past the heads that sort, to the row that Tab leads to.
  while ((await page.evaluate(() => document.activeElement?.getAttribute('role'))) !== 'row') {
    await page.keyboard.press('Tab');
  }
  await expect(rows.first()).toBeFocused();
  await expect(rows.first()).toHaveAttribute('aria-rowindex', '2');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText('3 selected of 30');
  await expect(page.getByRole('status').filter({ hasText: '3 selected of 30' })).toBeAttached();
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menuitem', { name: 'Delete (3)' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(rows.nth(3)).toBeFocused();
  await page.keyboard.press('Control+a');
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText('20 selected');
  await page.keyboard.press('Control+a');
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText('30 selected');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Selection' })).toBeHidden();
  await page.keyboard.press('/');
  await page.keyboard.type('lidar 12');
  await expect(rows).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(rows).toHaveCount(20);
  await page.keyboard.press('Escape');
  await rows.nth(3).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/tasks\/1027$/);
  await context.close();
});
