/** What a person notices on the way from an address to annotations in the bucket. */
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { newTarget } from '#core/model/target.ts';
import { job, refused, request, storage, task } from './fake-rows.ts';
import { makeFakeWorkspace } from './fake-workspace.ts';
import { openApp } from './render-app.tsx';

const cameras = storage(1, 'Dock cameras', 'northdock-cams', '2026-11/');

/** Pages load when they are first opened, which takes the server a while to prepare. */
const address = () => expect.poll(() => location.hash, { timeout: 15_000 });

beforeEach(async () => {
  await page.viewport(1440, 900);
});

test('the sample opens in the editor with one click', async () => {
  const workspace = makeFakeWorkspace();
  openApp(workspace, '/');
  await page.getByRole('button', { name: 'Try the sample' }).click();
  await address().toMatch(/^#\/jobs\/1/);
});

test('an address of an attached bucket leads to its images', async () => {
  const workspace = makeFakeWorkspace({ storages: [cameras], keys: ['2026-11/aisle-07/a.jpg'] });
  openApp(workspace, '/');
  await expect.element(page.getByText('s3://northdock-cams/2026-11/')).toBeVisible();
  await page.getByLabelText('Address of a bucket').fill('s3://northdock-cams/2026-11/aisle-07/');
  await expect.element(page.getByText('Can be read from this page')).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('1 image, 388 kB in the storage, nothing is downloaded')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Annotate 1 image' })).toBeVisible();
  await page.getByRole('link', { name: 'More choices' }).click();
  await expect.element(page.getByLabelText('Prefix')).toHaveValue('2026-11/aisle-07/');
});

test('an address without a bucket is refused where it stands', async () => {
  openApp(makeFakeWorkspace(), '/');
  await page.getByLabelText('Address of a bucket').fill('bucket');
  await page.getByRole('button', { name: 'See its images' }).click();
  await expect.element(page.getByText(/This names no bucket/)).toBeVisible();
  await expect.element(page.getByLabelText('Address of a bucket')).toHaveValue('bucket');
});

test('an unknown bucket is attached first, and its region corrected with one click', async () => {
  const workspace = makeFakeWorkspace({ check: { ok: false, error: refused, tookMs: 90 } });
  openApp(workspace, '/');
  await page.getByLabelText('Address of a bucket').fill('s3://northdock-cams/2026-12/');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByLabelText('Bucket', { exact: true })).toHaveValue('northdock-cams');
  await page.getByLabelText('Access key ID').fill('AKIA4N7QDEMO2XHV5R3W');
  await page.getByLabelText('Secret key', { exact: true }).fill('s'.repeat(39));
  await page.getByRole('button', { name: 'Check and attach' }).click();
  await expect.element(page.getByText('One character short: 39 of 40')).toBeVisible();

  await page.getByLabelText('Secret key', { exact: true }).fill('s'.repeat(40));
  await page.getByRole('button', { name: 'Check and attach' }).click();
  await expect.element(page.getByText(/is in eu-central-1, not us-east-1/)).toBeVisible();
  await expect.element(page.getByLabelText('Access key ID')).toHaveValue('AKIA4N7QDEMO2XHV5R3W');
  workspace.data.check = { ok: true, objects: [], images: 3, more: false, tookMs: 90 };
  await page.getByRole('button', { name: 'Use eu-central-1' }).click();
  await expect.element(page.getByText('Can be read: 3 images')).toBeVisible();
  await expect.element(page.getByRole('combobox', { name: 'Region' })).toHaveValue('eu-central-1');

  await page.getByRole('button', { name: 'Check and attach' }).click();
  await address().toMatch(/^#\/tasks\/new\?storage=1/);
  expect(workspace.calls.at(-1)).toMatchObject({
    name: 'attach',
    input: { name: 'northdock-cams, 2026-12', keeping: 'sealed', settings: { region: 'eu-central-1' } },
  });
});

test('the link of the console fills in bucket, prefix and region', async () => {
  openApp(
    makeFakeWorkspace(),
    '/connect?provider=s3&bucket=scans&prefix=gate-b/&region=eu-west-1&partition=aws',
  );
  await expect.element(page.getByLabelText('Bucket', { exact: true })).toHaveValue('scans');
  await expect.element(page.getByLabelText('Prefix')).toHaveValue('gate-b/');
  await expect.element(page.getByRole('combobox', { name: 'Region' })).toHaveValue('eu-west-1');
});

test('a task is made with labels in the palette’s order and cut as it says', async () => {
  const keys = Array.from({ length: 500 }, (_, index) => `2026-11/${index}.jpg`);
  const workspace = makeFakeWorkspace({ storages: [cameras], keys: [...keys, '2026-11/notes.txt'] });
  openApp(workspace, '/tasks/new?storage=1');
  await expect.element(page.getByText('3 jobs: 2 of 240 frames, the last of 20.')).toBeVisible();
  await expect.element(page.getByText('Left out: 1 object of other kinds.')).toBeVisible();
  await page.getByRole('button', { name: 'Create and open' }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('Add at least one label');
  await page.getByLabelText('Names of labels').fill('person, forklift');
  await userEvent.keyboard('{Enter}');
  await page.getByRole('button', { name: 'Create and open' }).click();
  await address().toBe('#/tasks/1');
  expect(workspace.calls.at(-1)).toMatchObject({
    name: 'create',
    input: {
      name: '2026-11',
      sources: [{ storageId: 1, prefix: '2026-11/' }],
      segmentSize: 240,
      overlap: 0,
      targets: [newTarget(1, '2026-11/annotations/')],
      labels: [
        { id: 1, name: 'person', color: '#2f80ff' },
        { id: 2, name: 'forklift', color: '#ff9e1b' },
      ],
    },
  });
  await expect.element(page.getByRole('button', { name: 'Cancel' })).toBeVisible();
});

test('raw labels say the line of what is wrong and cannot be made a task of', async () => {
  const workspace = makeFakeWorkspace({ storages: [cameras] });
  openApp(workspace, '/tasks/new?storage=1');
  await page.getByText('Raw', { exact: true }).click();
  await page.getByLabelText('Labels as JSON').fill('[\n  { "name": "person" },\n  { "name": "" }\n]');
  await expect.element(page.getByText('Line 3, column 13: Label 2: the name is empty.')).toBeVisible();
  await page.getByRole('button', { name: 'Create and open' }).click();
  expect(workspace.calls).toEqual([]);
});

test('a deleted task is gone at once and comes back with Undo', async () => {
  const workspace = makeFakeWorkspace({ tasks: [task(1, 'Loading dock'), task(2, 'Aisle 07')] });
  openApp(workspace, '/tasks');
  await page.getByRole('button', { name: 'Actions of Aisle 07' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect.element(page.getByRole('link', { name: 'Aisle 07' })).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByRole('link', { name: 'Aisle 07' })).toBeVisible();
});

test('the list of tasks is searched, and goes by keyboard', async () => {
  const workspace = makeFakeWorkspace({ tasks: [task(1, 'Loading dock'), task(2, 'Aisle 07')] });
  openApp(workspace, '/tasks');
  await expect.element(page.getByRole('link', { name: 'Aisle 07' })).toBeVisible();
  await userEvent.keyboard('/');
  await userEvent.keyboard('forklfit');
  await expect.element(page.getByText('No task matches')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await page.getByRole('row', { name: /Aisle 07/ }).click();
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await address().toBe('#/tasks/1');
});

test('an export goes to the target under a free name', async () => {
  const workspace = makeFakeWorkspace({
    storages: [cameras],
    tasks: [task(1, 'Loading dock', { targets: [newTarget(1, '')] })],
    jobs: [job(8, 1), job(9, 1)],
  });
  openApp(workspace, '/tasks/1');
  await page.getByRole('button', { name: 'Export' }).click();
  const name = page.getByLabelText('Name of the object');
  await name.fill('2026-11/annotations/first.json');
  await expect.element(page.getByText('This name is free. An object is never overwritten.')).toBeVisible();
  workspace.data.keys = ['2026-11/annotations/taken.json'];
  await name.fill('2026-11/annotations/taken.json');
  await expect.element(page.getByText(/An object with this name is there already/)).toBeVisible();
  await name.fill('2026-11/annotations/second.json');
  await expect.element(page.getByText('This name is free. An object is never overwritten.')).toBeVisible();
  await page.getByRole('button', { name: 'Export to the bucket' }).click();
  await expect.element(page.getByText('Exporting “Loading dock”')).toBeVisible();
  expect(workspace.calls).toMatchObject([
    {
      name: 'export',
      input: { format: 'coco', target: { storageId: 1, key: '2026-11/annotations/second.json' } },
    },
  ]);
});

test('a request that fails says why, wherever one is', async () => {
  const workspace = makeFakeWorkspace({ tasks: [task(1, 'Loading dock')], requests: [request(1)] });
  openApp(workspace, '/tasks');
  await expect.element(page.getByRole('link', { name: 'Loading dock' })).toBeVisible();
  workspace.change((data) => {
    data.requests = [request(1, { status: 'failed', error: refused })];
  });
  await expect.element(page.getByRole('alert')).toHaveTextContent(/Create task “Loading dock”: failed/);
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('button', { name: 'Retry' }).click();
  expect(workspace.calls.at(-1)).toEqual({ name: 'retry', input: 1 });
});

test('the palette finds pages, tasks and addresses, and gives focus back', async () => {
  const workspace = makeFakeWorkspace({ tasks: [task(1, 'Loading dock')] });
  openApp(workspace, '/settings');
  await expect.element(page.getByText('What is kept where')).toBeVisible();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(page.getByRole('dialog', { name: 'Search or run' })).toBeVisible();
  await userEvent.keyboard('loading');
  await expect.element(page.getByRole('option', { name: /Loading dock/ })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await address().toBe('#/tasks/1');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
});

test('single keys act on the page and never while one types', async () => {
  openApp(makeFakeWorkspace(), '/');
  await page.getByLabelText('Address of a bucket').fill('');
  await userEvent.keyboard('c');
  await expect.element(page.getByLabelText('Address of a bucket')).toHaveValue('c');
  expect(location.hash).toBe('#/');
  await page.getByRole('heading', { name: 'Annotate from a bucket' }).click();
  await userEvent.keyboard('?');
  await expect.element(page.getByRole('dialog', { name: 'Shortcuts' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await userEvent.keyboard('gt');
  await address().toBe('#/tasks');
  await expect.poll(() => document.title).toBe('Tasks, Bucketmark');
  await expect.poll(() => document.activeElement?.id).toBe('main');
});
