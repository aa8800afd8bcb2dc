/** List pages on a real database: what a person sees of them, and that nobody is shut out. */
import axe from 'axe-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { openApp } from '../render-app.tsx';
import { openFull } from './real-house.ts';

beforeEach(async () => {
  await page.viewport(1440, 900);
});

async function violations(): Promise<string[]> {
  // A colour on its way to another one is neither.
  await Promise.all(document.getAnimations().map((animation) => animation.finished));
  const result = await axe.run(document.body);
  return result.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

const filtered = encodeURIComponent('{"and":[{"in":["calls",{"var":"name"}]},{"!":{"var":"project_name"}}]}');
const pages = [
  { name: 'projects as cards', path: '/projects', shows: 'Dock safety' },
  { name: 'projects as a table', path: '/projects?view=table', shows: 'Dock safety' },
  { name: 'tasks as a table', path: '/tasks', shows: 'Aisle 58' },
  { name: 'tasks as cards', path: '/tasks?view=cards', shows: 'Aisle 58' },
  { name: 'tasks that are filtered', path: `/tasks?filter=${filtered}`, shows: 'Quick filters off' },
  { name: 'jobs as cards', path: '/jobs', shows: 'Job 601' },
  { name: 'jobs as a table', path: '/jobs?view=table', shows: 'Job 601' },
  { name: 'requests', path: '/requests', shows: 'The bucket does not answer.' },
  { name: 'no match', path: '/tasks?search=forklfit', shows: 'No task matches' },
];

describe.each(['light', 'dark'] as const)('in %s', (appearance) => {
  beforeEach(() => {
    document.documentElement.dataset['appearance'] = appearance;
  });

  test.each(pages)('axe finds nothing on $name', async ({ path, shows }) => {
    openApp(await openFull(), path);
    await expect.element(page.getByText(shows).first(), { timeout: 10_000 }).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test('axe finds nothing on the builder, the sorting, the selection and its menu', async () => {
    openApp(await openFull(), `/tasks?filter=${filtered}`);
    await page.getByRole('checkbox', { name: 'Select Forklift calls 59' }).click();
    await expect.element(page.getByText('1 selected')).toBeVisible();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await expect
      .element(page.getByText('Tasks where name contains calls and project name is not set'))
      .toBeVisible();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await page.getByRole('button', { name: /^Sort:/ }).click();
    await page.getByRole('button', { name: 'Also sort by Name' }).click();
    await expect.element(page.getByRole('button', { name: 'Name ascending' })).toBeVisible();
    expect(await violations()).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await page.getByRole('button', { name: 'Saved filters' }).click();
    await expect.element(page.getByText(/No filter has a name yet/)).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});

test('nothing is wider than a window of 1024', async () => {
  await page.viewport(1024, 700);
  for (const { path, shows } of pages) {
    openApp(await openFull(), path);
    await expect.element(page.getByText(shows).first(), { timeout: 10_000 }).toBeInTheDocument();
    const grid = document.querySelector('[role="grid"]');
    const wider = document.documentElement.scrollWidth > innerWidth;
    const grows = grid !== null && grid.scrollWidth > grid.clientWidth;
    expect({ path, wider, grows }).toEqual({ path, wider: false, grows: false });
    document.body.replaceChildren();
  }
});

test('a word that is spelt wrongly leads to the one that was meant', async () => {
  openApp(await openFull(), '/tasks?search=clals');
  await page.getByRole('button', { name: 'Search “calls”' }).click();
  await expect.element(page.getByText('30 of 60', { exact: true }).first()).toBeVisible();
  await expect.element(page.getByRole('searchbox', { name: 'Search tasks' })).toHaveValue('calls');
});

test('a CVAT link is understood, and what cannot be is said', async () => {
  const link = encodeURIComponent('{"and":[{"==":[{"var":"assignee"},"Aiko Hara"]}]}');
  openApp(await openFull(), `/tasks?page=1&filter=${link}&sort=-updated_date,colour`);
  await expect.element(page.getByText('20 of 60', { exact: true }).first()).toBeVisible();
  await expect.element(page.getByRole('alert')).toHaveTextContent('tasks cannot be sorted by "colour"');
  await page.getByRole('button', { name: 'Remove the filter: assignee is Aiko Hara' }).click();
  await expect.element(page.getByRole('button', { name: 'Assigned to me' })).toBeVisible();
});

test('what fails in a change of many is named, tried again, and the rest can be put back', async () => {
  const workspace = await openFull();
  const refused = new Set([591, 600]);
  const change: typeof workspace.bulk.change = async (resource, ids, what, options) => {
    const outcome = await workspace.bulk.change(
      resource,
      ids.filter((id) => !refused.has(id)),
      what,
      options,
    );
    const failures = ids
      .filter((id) => refused.has(id))
      .map((id) => ({
        id,
        name: `Job #${id}`,
        error: { tag: 'disk' as const, code: 'full', message: 'This device has no room left.' },
      }));
    return { ...outcome, failures: [...outcome.failures, ...failures] };
  };
  openApp({ ...workspace, bulk: { change } }, '/jobs?view=table');
  await page.getByRole('checkbox', { name: 'Select this page' }).click();
  await page.getByRole('button', { name: 'Select all 120' }).click();
  await page.getByRole('button', { name: 'Stage', exact: true }).last().click();
  await page.getByLabelText('acceptance').click();
  await page.getByRole('button', { name: 'Change 120 jobs' }).click();
  await expect.element(page.getByText('118 changed, 2 failed')).toBeVisible();
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect.element(page.getByRole('list', { name: 'What failed' })).toHaveTextContent('Job #591');
  expect(await violations()).toEqual([]);
  refused.clear();
  await page.getByRole('dialog').getByRole('button', { name: 'Retry 2' }).click();
  await expect.element(page.getByText('120 changed', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByText('120 put back', { exact: true })).toBeVisible();
  expect((await workspace.jobs.many([600, 591])).map(({ stage }) => stage)).toEqual([
    'annotation',
    'validation',
  ]);
});

test('rows are selected by clicks as in a list of files, and kept from page to page', async () => {
  openApp(await openFull(), '/tasks?pageSize=10');
  const row = (name: string) => page.getByRole('row', { name: new RegExp(`Select ${name}`) });
  await row('Aisle 58').click({ modifiers: ['ControlOrMeta'] });
  await row('Forklift calls 55').click({ modifiers: ['Shift'] });
  await expect.element(page.getByText('4 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Next page' }).click();
  await row('Aisle 48').click({ modifiers: ['ControlOrMeta'] });
  await expect.element(page.getByText('5 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Actions of Aisle 48' }).click();
  await expect.element(page.getByRole('menuitem', { name: 'Assignee (5)' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await row('Aisle 46').click();
  await expect.element(page.getByText('5 selected')).not.toBeInTheDocument();
});
