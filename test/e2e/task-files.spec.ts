import { fillBucket, numberedImage, readText, s3Client } from './support/bucket.ts';
import { openJob } from './support/editor.ts';
import { expect, test } from './support/fixtures.ts';
import { attachStorage } from './support/pages.ts';

test('task files name the frames, in this bucket and another; then a manifest does', async ({
  page,
  site,
  servers,
}) => {
  const client = s3Client(servers.minio);
  const run = Date.now();
  const images = [1, 2, 3].map((number) => ({ key: `img/${number}.jpg`, body: numberedImage(number) }));
  const [lists, pictures] = [`lists-${run}`, `pictures-${run}`];
  const task = (number: number) => ({
    data: { image: `s3://${pictures}/img/${number}.jpg`, lot: `A${number}` },
  });
  await fillBucket(client, pictures, images);
  await fillBucket(client, lists, [
    { key: 'tasks/one.json', body: JSON.stringify(task(1)) },
    { key: 'tasks/more.jsonl', body: `${JSON.stringify(task(2))}\n\n${JSON.stringify(task(3))}\n` },
    { key: 'tasks/broken.json', body: '{"data": {"image": 4}}' },
  ]);
  await page.goto(site);
  await attachStorage(page, { ...servers.minio, bucket: pictures, prefix: '' });
  await attachStorage(page, { ...servers.minio, bucket: lists, prefix: 'tasks/' });
  await page.goto(`${site}#/tasks/new`);
  await page.getByRole('combobox', { name: 'Storage' }).selectOption({ label: `${lists}, tasks` });
  await page.getByRole('button', { name: 'How it is read' }).click();
  await page.getByRole('radio', { name: /^Task files/ }).check();
  await expect(page.getByText(/^3 images,/)).toBeVisible();
  await expect(page.getByText('1 item cannot be taken')).toBeVisible();
  await page.getByLabel('Names of labels').fill('thing');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Listed');
  await page.getByRole('button', { name: 'Create and open' }).click();
  await openJob(page);
  await page.getByRole('button', { name: 'Task data of this frame' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('A1', { exact: true })).toBeVisible();
  const link = dialog.getByRole('link', { name: `s3://${pictures}/img/1.jpg` });
  const address = (await link.getAttribute('href')) ?? '';
  expect((await (await fetch(address)).arrayBuffer()).byteLength).toBe(images[0]?.body.length);
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await page.goto(`${site}#/tasks/new`);
  await page.getByRole('combobox', { name: 'Storage' }).selectOption({ label: pictures });
  await expect(page.getByText(/^3 images,/)).toBeVisible();
  await page.getByLabel('Names of labels').fill('thing');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Create and open' }).click();
  await expect(page.getByRole('link', { name: /Open next job/ })).toBeVisible();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Write a manifest…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Write' }).click();
  await expect(page.getByText('3 images in manifest.jsonl')).toBeVisible();
  expect(await readText(client, pictures, 'manifest.jsonl')).toBe(
    [
      '{"version":"1.1"}',
      '{"type":"images"}',
      ...images.map(
        ({ key }) => `{"name":"${key.slice(0, -4)}","extension":".jpg","width":640,"height":400}`,
      ),
      '',
    ].join('\n'),
  );

  await page.goto(`${site}#/tasks/new`);
  await page.getByRole('combobox', { name: 'Storage' }).selectOption({ label: pictures });
  await page.getByRole('button', { name: 'How it is read' }).click();
  await page.getByRole('radio', { name: /^A manifest/ }).check();
  await expect(page.getByRole('combobox', { name: 'Manifest' })).toHaveValue('manifest.jsonl');
  await expect(page.getByText(/^3 images,/)).toBeVisible();
});
