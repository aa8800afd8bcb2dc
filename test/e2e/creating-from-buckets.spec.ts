import { violations } from './support/axe.ts';
import { fillBucket, numberedImage, s3Client } from './support/bucket.ts';
import { submit } from './support/creating.ts';
import { addLabels } from './support/own-images.ts';
import { expect, test } from './support/fixtures.ts';
import { attachStorage } from './support/pages.ts';

test('point clouds of a bucket, with the images beside them, and what has no editor yet', async ({
  page,
  site,
  servers,
}) => {
  const client = s3Client(servers.minio);
  const scan = (stem: string) => ({
    key: `drive/velodyne_points/data/${stem}.bin`,
    body: new Uint8Array(32),
  });
  const picture = (key: string) => ({ key, body: numberedImage(1) });
  await fillBucket(client, 'clouds', [
    ...['0', '1', '2'].map(scan),
    picture('drive/IMAGE_00/data/0.jpg'),
    picture('drive/IMAGE_01/data/0.jpg'),
    picture('street/1.jpg'),
    picture('street/2.jpg'),
  ]);
  await page.goto(site);
  await attachStorage(page, { ...servers.minio, bucket: 'clouds', prefix: '' });
  await page.goto(`${site}#/tasks/new`);
  await expect(
    page.getByText('3 point clouds and 2 images that belong to none of them lie here.'),
  ).toBeVisible();
  await page.getByText('Images', { exact: true }).click();
  await expect(page.getByText('4 images,')).toBeVisible();
  await expect(page.getByText('The point clouds are left out.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Prefix').fill('drive/');
  await expect(page.getByText('3 point clouds with 2 images beside them,')).toBeVisible();
  await expect(page.getByText('There is no editor for point clouds yet')).toBeVisible();
  await page.getByRole('button', { name: 'Add another source' }).click();
  await page.getByLabel('Prefix').last().fill('street/');
  await page.getByRole('combobox', { name: 'Storage' }).last().selectOption({ index: 1 });
  await page.getByLabel('Prefix').last().fill('street/');
  await expect(page.getByText('2D and 3D never mix. Make a task of each.')).toBeVisible();
  await page.getByRole('button', { name: 'Leave out this source' }).last().click();
  await addLabels(page, 'car');
  await submit(page);
  await expect(page.getByText('0 of 3 frames annotated')).toBeVisible();
  await page.getByRole('link', { name: /Open next job/ }).click();
  await expect(page.getByRole('heading', { name: 'Point clouds cannot be annotated yet' })).toBeVisible();
});

test('many tasks are cancelled while they are made, and made after all', async ({ page, site, servers }) => {
  const folders = ['dock', 'gate', 'ramp', 'yard'];
  const objects = folders.map((folder, index) => ({ key: `${folder}/1.jpg`, body: numberedImage(index) }));
  await fillBucket(s3Client(servers.minio), 'several', objects);
  await page.goto(site);
  await attachStorage(page, { ...servers.minio, bucket: 'several', prefix: '' });
  // The second task waits for its listing until it is told.
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.context().route(
    (url) => url.searchParams.get('prefix') === 'gate/',
    async (route) => {
      await released;
      await route.continue().catch(() => undefined);
    },
  );
  await page.goto(`${site}#/tasks/new?multi`);
  await expect(page.getByText('4 folders: dock, gate, ramp, yard')).toBeVisible();
  await page.getByLabel('Name template').fill('{{index');
  await expect(page.getByText('A pair of braces is not closed')).toBeVisible();
  await page.getByLabel('Name template').fill('{{file_name}}');
  await addLabels(page, 'thing');
  await page.getByRole('button', { name: 'Submit 4 tasks' }).click();
  await expect(page.getByText('1 of 4 tasks made')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(page.getByText('1 of 4 tasks made, 3 cancelled')).toBeVisible({ timeout: 20_000 });
  expect(await violations(page)).toEqual([]);
  release();
  await page.getByRole('button', { name: 'Retry 3 cancelled tasks' }).click();
  await expect(page.getByText('4 of 4 tasks made')).toBeVisible({ timeout: 20_000 });
  await page.goto(`${site}#/tasks`);
  // Somebody new, on the spot.
  await page.getByRole('grid').getByRole('checkbox').nth(1).check();
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Assignee' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Assignee' }).click();
  await page.keyboard.type('Aiko');
  await dialog.getByRole('option', { name: 'Add “Aiko”' }).click();
  await expect(dialog.getByRole('combobox', { name: 'Assignee' })).toHaveValue('Aiko');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Change 1 task' }).click();
  await expect(page.getByRole('grid').getByText('Aiko', { exact: true })).toBeVisible();
});
