import axe from 'axe-core';
import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { job, refused, request, storage, task } from './fake-rows.ts';
import { makeFakeWorkspace } from './fake-workspace.ts';
import { openApp } from './render-app.tsx';

function full() {
  return makeFakeWorkspace({
    storages: [
      storage(1, 'Dock cameras', 'northdock-cams', '2026-11/'),
      storage(2, 'Cold archive', 'nd-archive', ''),
    ],
    tasks: [task(1, 'Loading dock'), task(2, 'Aisle 07', { ready: false, size: 0 })],
    jobs: [
      job(8, 1, { state: 'in progress', annotatedFrames: 60 }),
      job(9, 1, { startFrame: 240, stopFrame: 479 }),
    ],
    requests: [
      request(1, { params: { kind: 'create-task', taskId: 2 } }),
      request(2, { status: 'failed', error: refused }),
      request(3, {
        status: 'finished',
        params: { kind: 'import-annotations', taskId: 1, format: 'coco', file: 'f', fileName: 'labels.json' },
        result: {
          words: '1 of 2 boxes taken',
          findings: { total: 1, items: [{ where: 'annotation 2', what: 'has no area' }] },
        },
      }),
    ],
    keys: ['2026-11/a.jpg', '2026-11/b.jpg', '2026-11/notes.txt'],
    check: { ok: true, objects: [], images: 2, more: false, tookMs: 40 },
    doctor: [
      { id: 'reach', title: 'Reachable', state: 'passed', finding: 'It answered', tookMs: 12 },
      { id: 'read', title: 'Read', state: 'passed', finding: 'a.jpg, 388 kB', tookMs: 40 },
      {
        id: 'cors-PUT',
        title: 'CORS: PUT',
        state: 'failed',
        finding: 'Blocked by the browser: no rule lets this page send it',
        advice: {
          title: 'Let this page write to the bucket',
          meaning: 'The bucket does not say that this page may write.',
          ways: [{ title: 'Command', kind: 'code', text: `aws s3api put-bucket-cors ${'x'.repeat(200)}` }],
          note: 'Replaces all rules.',
          rule: true,
        },
      },
      { id: 'header-ETag', title: 'CORS: ETag', state: 'warning', finding: 'Not exposed, or not sent' },
      { id: 'write', title: 'Write', state: 'skipped', finding: 'Waits for CORS: PUT' },
    ],
  });
}

function failing() {
  const workspace = full();
  workspace.fail(new Error('The disk is full.'));
  return workspace;
}

const pages = [
  { name: 'Home', path: '/', shows: 'Continue where you left off' },
  { name: 'Tasks', path: '/tasks', shows: 'Loading dock' },
  { name: 'a task', path: '/tasks/1', shows: '60 of 480 frames annotated' },
  { name: 'a task being made', path: '/tasks/2', shows: 'Being listed' },
  { name: 'Create task', path: '/tasks/new?storage=1', shows: '2 images' },
  { name: 'Storages', path: '/storages', shows: 'Available, read and list' },
  { name: 'Attach a storage', path: '/storages/attach', shows: 'Keep the credentials' },
  { name: 'Update a storage', path: '/storages/1/update', shows: 'A storage stays with' },
  {
    name: 'the Bucket doctor',
    path: '/storages/2/doctor',
    shows: 'One thing to fix: this page may read, but not write',
  },
  { name: 'the browser', path: '/storages/1/browse', shows: 'Ends too early' },
  { name: 'the browser as a list', path: '/storages/1/browse?view=list', shows: 'Ends too early' },
  { name: 'an empty folder', path: '/storages/1/browse?prefix=none%2F', shows: 'Nothing here' },
  { name: 'Requests', path: '/requests', shows: 'Listing: 41,200 objects found' },
  { name: 'Settings', path: '/settings', shows: 'What is kept where' },
  { name: 'an unknown address', path: '/nowhere', shows: 'There is no page at this address' },
];

describe.each(['light', 'dark'] as const)('in %s', (appearance) => {
  beforeEach(async () => {
    document.documentElement.dataset['appearance'] = appearance;
    await page.viewport(1440, 900);
  });

  test.each(pages)('axe finds nothing on $name', async ({ path, shows }) => {
    openApp(full(), path);
    await expect.element(page.getByText(shows).first()).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test.each(pages.slice(0, 3))('axe finds nothing on $name when the disk fails', async ({ path }) => {
    openApp(failing(), path);
    await expect.element(page.getByRole('button', { name: 'Try again' })).toBeVisible();
    expect(await violations()).toEqual([]);
  });

  test.each([
    { path: '/tasks', shows: 'No tasks yet' },
    { path: '/storages', shows: 'No storages yet' },
    { path: '/requests', shows: 'No requests yet' },
  ])('axe finds nothing on $path while there is nothing', async ({ path, shows }) => {
    openApp(makeFakeWorkspace(), path);
    await expect.element(page.getByText(shows)).toBeVisible();
    expect(await violations()).toEqual([]);
  });
});

test('nothing is wider than a window of 1024', async () => {
  await page.viewport(1024, 700);
  for (const { path, shows } of pages) {
    openApp(full(), path);
    await expect.element(page.getByText(shows).first()).toBeInTheDocument();
    const main = document.querySelector('[role="main"]');
    expect({ path, wider: document.documentElement.scrollWidth > innerWidth, main: overflows(main) }).toEqual(
      {
        path,
        wider: false,
        main: false,
      },
    );
    document.body.replaceChildren();
  }
});

function overflows(element: Element | null): boolean {
  return element === null || element.scrollWidth > element.clientWidth;
}

async function violations(): Promise<string[]> {
  // A colour on its way to another one is neither.
  await Promise.all(document.getAnimations().map((animation) => animation.finished));
  const result = await axe.run(document.body);
  return result.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}
