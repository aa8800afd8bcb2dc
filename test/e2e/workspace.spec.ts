/** What is done with a task as a whole, and can be taken back: moved, deleted, its labels and jobs changed. */
import type { Page } from '@playwright/test';
import { violations } from './support/axe.ts';
import { drawBox, goToFrame, openJob } from './support/editor.ts';
import { expect, launchOn, test } from './support/fixtures.ts';
import { addLabels, createOwnTask, seenInEditor } from './support/own-images.ts';
import { seedDatabase, seedOf } from './support/seed-tasks.ts';

type Box = readonly [number, number, number, number];
const boxes: readonly Box[] = [
  [40, 50, 140, 110],
  [200, 60, 300, 160],
  [350, 80, 450, 200],
];

const taskId = (page: Page): string => /tasks\/(\d+)/.exec(page.url())?.[1] ?? '';

/** In the first job of the open task; ends on the task's page again. */
async function draw(page: Page, labels: readonly string[], frame = 0): Promise<void> {
  const task = page.url();
  await openJob(page);
  await goToFrame(page, frame);
  for (const [index, label] of labels.entries()) await drawBox(page, label, boxes[index] ?? [0, 0, 9, 9]);
  await page.goto(task);
  await expect(page.getByRole('link', { name: /Open next job/ })).toBeVisible();
}

/** The open task goes into the bin. */
async function remove(page: Page, name: string): Promise<void> {
  await chooseAction(page, 'Delete');
  await expect(page.getByText(`Deleted “${name}”`)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Tasks' })).toBeVisible();
}

async function chooseAction(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: title }).click();
}

/** What can be undone stays on the page as long as the pointer rests there. */
async function rest(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Undo' }).hover();
}
const undo = (page: Page) => page.getByRole('button', { name: 'Undo' }).click();

test('a task goes into a project: one label is another there, one is made, one dropped; and back', async ({
  page,
  site,
}) => {
  await page.goto(`${site}#/projects/new`);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Dock safety');
  await addLabels(page, 'human');
  await page.getByRole('button', { name: 'Create and open' }).click();
  await expect(page.getByRole('heading', { name: 'Dock safety' })).toBeVisible();
  await createOwnTask(page, site, { name: 'Ramp', labels: 'person, forklift, walkway', frames: 2 });
  await draw(page, ['person', 'forklift', 'walkway']);
  expect(await seenInEditor(page)).toEqual(['forklift', 'person', 'walkway']);

  await chooseAction(page, /^Move to a project/);
  const dialog = page.getByRole('dialog', { name: 'Move “Ramp”' });
  await dialog.getByLabel('What becomes of person').selectOption('human');
  await dialog.getByLabel('What becomes of forklift').selectOption('A new label “forklift” in the project');
  await dialog.getByLabel('What becomes of walkway').selectOption('Nothing: its objects are dropped');
  await dialog.getByRole('button', { name: 'Move the task' }).click();
  await expect(page.getByText('Moved “Ramp” to “Dock safety”')).toBeVisible();
  await rest(page);
  expect(await seenInEditor(page)).toEqual(['forklift', 'human']);

  await undo(page);
  await expect(page.getByRole('button', { name: 'Edit labels…' })).toBeVisible();
  expect(await seenInEditor(page)).toEqual(['forklift', 'person', 'walkway']);
  await page.goto(`${site}#/projects`);
  await page.getByRole('link', { name: 'Dock safety' }).first().click();
  await expect(page.getByRole('heading', { name: 'Dock safety' })).toBeVisible();
  await expect(page.getByText('human', { exact: true })).toBeVisible();
  await expect(page.getByText('forklift', { exact: true })).toBeHidden();
});

test('jobs of all pages change their state; two that cannot say why, and do once they can; all goes back', async ({
  profile,
  site,
}) => {
  const context = await launchOn(profile);
  const page = await context.newPage();
  await page.goto(site);
  await expect(page.getByRole('button', { name: 'Try the sample' })).toBeVisible();
  await seedDatabase(page, seedOf(60, 1));
  await page.goto(`${site}#/jobs?view=table&pageSize=24`);
  await expect(page.getByText('1 to 24 of 60')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select this page' }).check();
  const bar = page.getByRole('region', { name: 'Selection' });
  await bar.getByRole('button', { name: 'Select all 60' }).click();
  await bar.getByRole('button', { name: 'State' }).click();
  const dialog = page.getByRole('dialog', { name: 'State of 60 jobs' });
  await dialog.getByLabel('completed').check();

  // Meanwhile, in another tab: a job goes into the bin, and the task of another one.
  const beside = await context.newPage();
  await beside.goto(`${site}#/jobs?view=table&search=5030`);
  await beside.getByRole('button', { name: /^Actions of/ }).click();
  await beside.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(beside.getByText('1 deleted')).toBeVisible();
  await beside.goto(`${site}#/tasks/1008`);
  await remove(beside, 'Yard lidar 8');

  await dialog.getByRole('button', { name: 'Change 60 jobs' }).click();
  await expect(bar).toContainText('58 changed, 2 failed');
  await bar.getByRole('button', { name: 'Show' }).click();
  const failed = page.getByRole('list', { name: 'What failed' }).getByRole('listitem');
  await expect(failed).toHaveCount(2);
  await expect(failed.filter({ hasText: 'Job #5030' })).toContainText('It is in the bin. Restore it first.');
  await expect(failed.filter({ hasText: 'Job #5008 of “Yard lidar 8”' })).toContainText(
    'Its task is in the bin. Restore the task first.',
  );

  await beside.goto(`${site}#/bin`);
  await beside.getByRole('button', { name: 'Restore all' }).click();
  await expect(beside.getByText('The bin is empty')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Retry 2' }).click();
  await expect(bar).toContainText('60 changed');
  await page.getByRole('searchbox', { name: 'Search jobs' }).fill('5030');
  await expect(page.getByLabel('State of job 5030')).toHaveValue('completed');
  await bar.getByRole('button', { name: 'Undo' }).click();
  await expect(bar).toContainText('60 put back');
  await expect(page.getByLabel('State of job 5030')).toHaveValue('new');
  await page.getByRole('searchbox', { name: 'Search jobs' }).fill('');
  await page.getByRole('button', { name: 'Not completed' }).click();
  await expect(page.getByText('1 to 24 of 60')).toBeVisible();
  await context.close();
});

test('a deleted task comes back out of the bin with what is drawn in it', async ({ page, site }) => {
  await createOwnTask(page, site, { name: 'Ramp', labels: 'person', frames: 1 });
  await draw(page, ['person', 'person']);
  const address = page.url();
  await remove(page, 'Ramp');
  await page.goto(address);
  await expect(page.getByText(`There is no task #${taskId(page)} on this device`)).toBeVisible();
  await page.goto(`${site}#/bin`);
  const row = page.getByRole('row').filter({ hasText: 'Ramp' });
  await expect(row).toContainText('in 30 days');
  await row.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByText('The bin is empty')).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Ramp' })).toBeVisible();
  expect(await seenInEditor(page)).toEqual(['person', 'person']);
});

test('a label that goes takes its objects along: how many is said before, and it can be undone', async ({
  page,
  site,
}) => {
  await createOwnTask(page, site, { name: 'Ramp', labels: 'person, forklift', frames: 1 });
  await draw(page, ['person', 'forklift', 'person']);
  await page.getByRole('button', { name: 'Edit labels…' }).click();
  await page.getByRole('button', { name: 'Remove person' }).click();
  await page.getByRole('button', { name: 'Save the labels' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete what hangs on these labels?' });
  await expect(dialog).toContainText('Label “person” with its 2 objects in 1 job of 1 task.');
  await dialog.getByRole('button', { name: 'Save and delete 2 objects' }).click();
  await expect(page.getByText('Labels changed')).toBeVisible();
  await rest(page);
  expect(await seenInEditor(page)).toEqual(['forklift']);
  await undo(page);
  await expect(page.getByText('person', { exact: true })).toBeVisible();
  expect(await seenInEditor(page)).toEqual(['forklift', 'person', 'person']);
});

test('jobs are cut anew: annotations go with their frames, and back', async ({ page, site }) => {
  await createOwnTask(page, site, { name: 'Ramp', labels: 'person, forklift', frames: 4 });
  await draw(page, ['person']);
  await draw(page, ['forklift', 'person'], 3);
  const jobs = page.getByLabel(/^State of job/);
  await expect(jobs).toHaveCount(1);

  await chooseAction(page, /^Re-cut jobs/);
  await page.getByLabel('Frames in a job').fill('2');
  await page.getByRole('button', { name: 'Cut anew' }).click();
  await expect(jobs).toHaveCount(2);
  await rest(page);
  expect(await seenInEditor(page)).toEqual(['person']);
  const beside = await page.context().newPage();
  await beside.goto(page.url());
  await beside
    .getByRole('link', { name: /^#\d+$/ })
    .last()
    .click();
  await goToFrame(beside, 3);
  await expect(beside.getByRole('list', { name: '2 objects on this frame' })).toContainText('forklift');
  await beside.close();

  await undo(page);
  await expect(jobs).toHaveCount(1);
  expect(await seenInEditor(page, 3)).toEqual(['forklift', 'person']);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the workspace's pages, ${colorScheme}`, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${site}#/projects/new`);
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Dock safety');
    await addLabels(page, 'human');
    await page.getByRole('button', { name: 'Create and open' }).click();
    await expect(page.getByRole('heading', { name: 'Dock safety' })).toBeVisible();
    const project = page.url();
    await createOwnTask(page, site, { name: 'Ramp', labels: 'person', frames: 1 });
    const task = page.url();
    await page.goto(`${site}#/tasks`);
    await seedDatabase(page, seedOf(5, 2));
    await page.goto(`${site}#/tasks/1003`);
    await remove(page, 'Forklift close calls 3');
    const pages = [
      { at: `${site}#/tasks`, shows: 'Ramp' },
      { at: `${site}#/jobs`, shows: 'Job 5001' },
      { at: `${site}#/projects`, shows: 'Dock safety' },
      { at: project, shows: 'Dock safety' },
      { at: task, shows: 'Ramp' },
      { at: `${site}#/bin`, shows: 'Forklift close calls 3' },
      { at: `${site}#/settings`, shows: 'People' },
      { at: `${site}#/requests`, shows: 'Ramp' },
    ];
    for (const { at, shows } of pages) {
      await page.goto(at);
      await expect(page.getByRole('main').getByText(shows).first()).toBeVisible();
      expect({ at, found: await violations(page) }).toEqual({ at, found: [] });
    }
  });
}
