import type { Page } from '@playwright/test';
import { BlobWriter, configure, Uint8ArrayReader, ZipWriter } from '@zip.js/zip.js';
import { violations } from './support/axe.ts';
import { submit } from './support/creating.ts';
import { fillBucket, numberedImage, s3Client } from './support/bucket.ts';
import { frameOf } from './support/editor.ts';
import { expect, test } from './support/fixtures.ts';
import { stubPicker } from './support/folder.ts';
import { addLabels } from './support/own-images.ts';
import { attachStorage } from './support/pages.ts';

configure({ useWebWorkers: false });

async function zipOf(names: readonly string[]): Promise<Buffer> {
  const writer = new ZipWriter(new BlobWriter('application/zip'));
  for (const [index, name] of names.entries()) {
    await writer.add(name, new Uint8ArrayReader(new Uint8Array(numberedImage(index))));
  }
  return Buffer.from(await (await writer.close()).arrayBuffer());
}

const stageOf = (page: Page) => page.getByRole('group', { name: 'Points of the skeleton' });

/** Where a place of the square of 100 by 100 is in the window. */
async function placeOn(page: Page, x: number, y: number): Promise<[number, number]> {
  const box = await stageOf(page).boundingBox();
  if (!box) throw new Error('The stage is not there.');
  const side = Math.min(box.width, box.height);
  return [
    box.x + (box.width - side) / 2 + (side * x) / 100,
    box.y + (box.height - side) / 2 + (side * y) / 100,
  ];
}

async function makeSkeleton(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Set up skeleton…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set up a skeleton' });
  await dialog.getByLabel('Name of the skeleton').fill('body');
  for (const [x, y] of [
    [50, 20],
    [50, 60],
    [30, 80],
  ] as const) {
    await page.mouse.click(...(await placeOn(page, x, y)));
  }
  await dialog.getByLabel('Name of point 3').fill('foot');
  await dialog.getByText('Edges', { exact: true }).click();
  await page.mouse.move(...(await placeOn(page, 50, 20)));
  await page.mouse.down();
  await page.mouse.move(...(await placeOn(page, 50, 60)), { steps: 5 });
  await page.mouse.up();
  // By keys: the focus goes to a point, an edge begins, and ends at another.
  const point = (number: number) =>
    stageOf(page).getByRole('button', { name: new RegExp(`^Point ${number},`) });
  await point(2).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await point(3).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await dialog.getByRole('button', { name: 'Add point' }).click();
  await point(4).focus();
  await page.keyboard.press('Delete');
  await expect(point(4)).toBeHidden();
  await dialog.getByRole('button', { name: 'Take this skeleton' }).click();
  await expect(page.getByText('3 points, 2 edges')).toBeVisible();
}

test('a project with a skeleton and attributes, whose tasks have its labels', async ({ page, site }) => {
  await page.goto(`${site}#/projects/new`);
  await page.getByRole('button', { name: 'Create and open' }).click();
  await expect(page.getByText('A project has a name.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Dock safety');
  await addLabels(page, 'person, forklift');
  await page.getByRole('button', { name: /^forklift/ }).click();
  await page.getByRole('button', { name: 'Add attribute' }).click();
  await page.getByRole('textbox', { name: 'Attribute' }).fill('load');
  await page.getByRole('textbox', { name: 'Values' }).fill('empty, full');
  await page.getByRole('textbox', { name: 'Values' }).press('Enter');
  await page.getByLabel('Can be left blank').check();
  await page.getByRole('combobox', { name: 'Default' }).selectOption('(blank)');
  await makeSkeleton(page);
  await page.getByRole('button', { name: 'Move body', exact: true }).press('ArrowUp');
  await page.getByText('Raw', { exact: true }).click();
  const raw: unknown = JSON.parse(await page.getByLabel('Labels as JSON').inputValue());
  expect(raw).toMatchObject([
    { name: 'person', type: 'any' },
    {
      name: 'body',
      type: 'skeleton',
      sublabels: [{ name: '1' }, { name: '2' }, { name: 'foot' }],
      svg: expect.stringMatching(/data-node-from="1" data-node-to="2".*data-node-from="2" data-node-to="3"/s),
    },
    {
      name: 'forklift',
      attributes: [
        { name: 'load', values: ['__undefined__', 'empty', 'full'], default_value: '__undefined__' },
      ],
    },
  ]);
  await page.getByLabel('Bug tracker').fill('https://tracker.example/dock');
  await page.getByRole('button', { name: 'Create and open' }).click();
  await expect(page.getByRole('heading', { name: 'Dock safety' })).toBeVisible();

  // Kept with each letter: a reload loses nothing.
  await page.getByRole('button', { name: 'Write a guide' }).click();
  await page.getByLabel('Guide as Markdown').fill('Draw **tight** boxes <img src=x onerror=alert(1)>');
  await expect(page.getByRole('region', { name: 'Preview' }).locator('strong')).toHaveText('tight');
  await page.reload();
  await expect(page.getByRole('region', { name: 'Text of the guide' })).toContainText(
    '<img src=x onerror=alert(1)>',
  );

  await page.getByRole('combobox', { name: 'Assignee' }).click();
  await page.keyboard.type('Aiko');
  await page.getByRole('option', { name: 'Add “Aiko”' }).click();
  await expect(page.getByRole('combobox', { name: 'Assignee' })).toHaveValue('Aiko');

  await page.getByRole('button', { name: 'Edit labels…' }).click();
  await page.getByRole('button', { name: 'Remove person' }).click();
  await page.getByRole('button', { name: 'Save the labels' }).click();
  await expect(page.getByText('person', { exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('person', { exact: true })).toBeVisible();

  await page.getByRole('link', { name: 'Create task', exact: true }).click();
  await expect(page.getByText('In force for all its tasks')).toBeVisible();
  await page.getByLabel('Files to copy').setInputFiles([
    { name: '2.jpg', mimeType: 'image/jpeg', buffer: numberedImage(2) },
    { name: '10.jpg', mimeType: 'image/jpeg', buffer: numberedImage(10) },
  ]);
  await page.getByLabel('Subset').fill('Train');
  await submit(page);
  await page.getByRole('link', { name: /Open next job/ }).click();
  await expect(page.getByText('skeleton: cannot be drawn yet')).toBeVisible();
});

test('a task from files and an archive, copied with what is refused named; kinds do not mix', async ({
  page,
  site,
}) => {
  await page.goto(`${site}#/tasks/new`);
  await expect(page.getByRole('button', { name: 'Choose files…' })).toBeVisible();
  const files = page.getByLabel('Files to copy');
  const image = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: numberedImage(1) };
  await files.setInputFiles([image, { name: 'clip.mp4', mimeType: 'video/mp4', buffer: Buffer.from('x') }]);
  await expect(
    page.getByText('A task holds one kind of media, and these are images and videos.'),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Clear' }).click();
  await files.setInputFiles([
    image,
    {
      name: 'set.zip',
      mimeType: 'application/zip',
      buffer: await zipOf(['set/1.jpg', 'set/2.jpg', '../up.jpg']),
    },
  ]);
  await expect(page.getByText('3 images,')).toBeVisible();
  await page.getByText('1 file left out').click();
  await expect(page.getByText('leads out of the archive')).toBeVisible();
  await addLabels(page, 'thing');
  await page.getByLabel('Frames in a job').fill('2');
  await expect(page.getByText('2 jobs: 1 of 2 frames, the last of 1.')).toBeVisible();
  await submit(page);
  await expect(page.getByText('0 of 3 frames annotated')).toBeVisible();
  await page.getByRole('link', { name: /Open next job/ }).click();
  await expect.poll(() => frameOf(page)).toBe(0);
});

test('tasks from a folder and from a list of addresses', async ({ page, site }) => {
  await stubPicker(page, 'yard', { 'gate/1.jpg': 1, 'gate/2.jpg': 2 });
  await page.context().route('https://images.example/**', async (route) =>
    route.fulfill({
      body: numberedImage(4),
      contentType: 'image/jpeg',
      headers: { 'access-control-allow-origin': '*' },
    }),
  );
  await page.goto(`${site}#/tasks/new`);
  await page.getByText('URLs', { exact: true }).click();
  const list = page.getByLabel('Addresses of images');
  await list.fill('https://images.example/1.jpg\nnowhere');
  await expect(page.getByText('Line 2: This is no whole address')).toBeVisible();
  await list.fill(
    'https://images.example/1.jpg\nhttps://images.example/2.jpg?size=9&sig=a/b\nhttps://images.example/x.txt',
  );
  await expect(page.getByText('1 address left out')).toBeVisible();
  await addLabels(page, 'thing');
  await submit(page);
  await expect(page.getByText('0 of 2 frames annotated')).toBeVisible();

  await page.goto(`${site}#/tasks/new`);
  await page.getByText('Folder', { exact: true }).click();
  await page.getByRole('button', { name: 'Choose folder…' }).click();
  await expect(page.getByText('2 images,')).toBeVisible();
  await page.getByRole('button', { name: 'Use the 1 label of “Images of images.example”' }).click();
  await submit(page);
  await expect(page.getByRole('heading', { name: 'yard' })).toBeVisible();
});

test('from an address of MinIO to the first frame by the quick start, then a task of every second image', async ({
  page,
  site,
  servers,
}) => {
  const client = s3Client(servers.minio);
  const objects = Array.from({ length: 8 }, (_, index) => ({
    key: `cam/${index}.jpg`,
    body: numberedImage(index),
  }));
  await fillBucket(client, 'quick', objects);
  await page.goto(site);
  await attachStorage(page, { ...servers.minio, bucket: 'quick', prefix: 'cam/' });
  await page.goto(site);
  await page.getByLabel('Address of a bucket').fill(`${servers.minio.endpoint}/quick/cam/`);
  await page.getByRole('button', { name: 'See its images' }).click();
  await page
    .getByRole('textbox', { name: 'Labels' })
    .fill(
      '<View><Image name="i" value="$image"/><RectangleLabels toName="i"><Label value="dock" background="green"/></RectangleLabels></View>',
    );
  await page.getByRole('button', { name: 'Annotate 8 images' }).click();
  await expect(page).toHaveURL(/#\/jobs\//, { timeout: 20_000 });
  await expect(page.getByRole('button', { name: /dock/ })).toBeVisible();

  await page.goto(`${site}#/tasks/new`);
  await expect(page.getByText('8 images,')).toBeVisible();
  await page.getByRole('button', { name: /^Use the 1 label/ }).click();
  await page.getByRole('button', { name: /^Assignee, bug tracker/ }).click();
  await page.getByLabel('Step', { exact: true }).fill('2');
  await page.getByLabel('Replicas').fill('1');
  await page.getByRole('button', { name: 'Create and open' }).click();
  await expect(page.getByText('0 for none, or 2 to 10.').first()).toBeVisible();
  await page.getByLabel('Replicas').fill('0');
  await expect(page.getByText('4 of 8 frames are taken.')).toBeVisible();
  await submit(page);
  await expect(page.getByText('0 of 4 frames annotated')).toBeVisible();
});

test('many tasks, one for each folder, named by a template', async ({ page, site }) => {
  await stubPicker(page, 'yard', {
    'gate/1.jpg': 1,
    'ramp/1.jpg': 2,
    'dock/1.jpg': 3,
    'empty/readme.txt': 4,
  });
  await page.goto(`${site}#/tasks/new?multi`);
  await page.getByRole('button', { name: 'Choose folder…' }).click();
  await expect(page.getByText('4 folders: dock, empty, gate, ramp')).toBeVisible();
  await page.getByLabel('Name template').fill('{{index}} {{size}}');
  await expect(page.getByText('{{size}} is not known')).toBeVisible();
  await page.getByLabel('Name template').fill('{{index}}: {{file_name}}');
  await expect(page.getByText('First: 0: dock, 1: empty, 2: gate …')).toBeVisible();
  await addLabels(page, 'thing');
  await page.getByRole('button', { name: 'Submit 4 tasks' }).click();
  await expect(page.getByText('3 of 4 tasks made, 1 failed')).toBeVisible({ timeout: 20_000 });
  const failed = page.getByRole('listitem').filter({ hasText: '1: empty' });
  await expect(failed).toContainText('No image under');
  // What was missing is there now.
  await page.evaluate(async () => {
    const yard = await (await navigator.storage.getDirectory()).getDirectoryHandle('yard');
    const from = await (await yard.getDirectoryHandle('gate')).getFileHandle('1.jpg');
    const to = await (await yard.getDirectoryHandle('empty')).getFileHandle('1.jpg', { create: true });
    const stream = await to.createWritable();
    await stream.write(await from.getFile());
    await stream.close();
  });
  await page.getByRole('button', { name: 'Retry 1 failed task' }).click();
  await expect(page.getByText('4 of 4 tasks made')).toBeVisible({ timeout: 20_000 });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the pages that make things, ${colorScheme}`, async ({ page, site }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${site}#/projects/new`);
    await page.getByRole('button', { name: 'Create and open' }).click();
    await addLabels(page, 'person, forklift');
    await page.getByRole('button', { name: 'Add attribute' }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove attribute' }).click();
    await page.getByRole('button', { name: 'Set up skeleton…' }).click();
    await page.getByRole('button', { name: 'Add point' }).click();
    await page.getByRole('button', { name: 'Take this skeleton' }).click();
    await expect(page.getByText('A label has a name.').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('Raw', { exact: true }).click();
    await page.getByLabel('Labels as JSON').fill('[{]');
    await expect(page.getByText(/^Line 1, column 3/)).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.getByText('Constructor', { exact: true }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Dock');
    await page.getByRole('button', { name: 'Create and open' }).click();
    await page.getByRole('button', { name: 'Write a guide' }).click();
    await page.getByRole('combobox', { name: 'Assignee' }).click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Edit labels…' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await violations(page)).toEqual([]);

    await page.goto(`${site}#/tasks/new`);
    await page.getByRole('button', { name: /^Assignee, bug tracker/ }).click();
    await page.getByRole('button', { name: 'Create and open' }).click();
    await expect(page.getByText('Choose files, or drop them here.').first()).toBeVisible();
    expect(await violations(page)).toEqual([]);
    // Each error leads to its field.
    await page.getByLabel('Overlap').fill('999');
    await page.getByLabel('Replicas').fill('1');
    await page.getByRole('button', { name: 'Create and open' }).click();
    for (const [error, field] of [
      ['0 for none, or 2 to 10.', page.getByLabel('Replicas')],
      ['At most 120, half of a job.', page.getByLabel('Overlap')],
      ['Choose files, or drop them here.', page.getByRole('group', { name: 'Files of this computer' })],
      ['Add at least one label: what is drawn needs a name.', page.getByLabel('Names of labels')],
    ] as const) {
      await page.getByRole('complementary', { name: 'Summary' }).getByRole('link', { name: error }).click();
      await expect(field).toBeFocused();
    }
    expect(await violations(page)).toEqual([]);
    await page.goto(`${site}#/tasks/new?multi`);
    await expect(page.getByLabel('Name template')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.goto(site);
    await expect(page.getByRole('button', { name: 'Choose folder…' })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
