import { DeleteObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { fillBucket, numberedImage, s3Client } from './support/bucket.ts';
import { goToFrame, openJob } from './support/editor.ts';
import { expect, test } from './support/fixtures.ts';
import { attachStorage, createTask } from './support/pages.ts';

/** A key of a thousand characters, in parts that a disk takes. */
const longKey = `x/${Array.from({ length: 9 }, (_, index) => String(index).repeat(109)).join('/')}.jpg`;

const picture = numberedImage(1);
const zeroPng = (() => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  png.writeUInt32BE(0, 16);
  png.writeUInt32BE(0, 20);
  return png;
})();

/** In the order that the task sorts them. */
const troubled = [
  { key: 'b/1-gone.jpg', body: picture, says: /1-gone\.jpg.*(no longer|not there|gone|no object)/i },
  { key: 'b/2-empty.jpg', body: '', says: /2-empty\.jpg is empty/ },
  { key: 'b/3-text.jpg', body: '{"no": "image"}', says: /3-text\.jpg is no image/ },
  { key: 'b/4-cut.jpg', body: picture.subarray(0, 2000), says: /4-cut\.jpg ends too early/ },
  { key: 'b/5-zero.png', body: zeroPng, says: /5-zero\.png has no picture/ },
];
const odd = ['a/1+2 = 3.jpg', 'a/2 100%25 #1?.jpg', 'a/3 späce 😀 &amp;.jpg', "a/4 (it's) ~!*.jpg", longKey];

test('one bad object says what is wrong and the others work, whatever their names', async ({
  page,
  site,
  servers,
}) => {
  test.setTimeout(120_000);
  const client = s3Client(servers.minio);
  await fillBucket(client, 'odd', [...odd.map((key) => ({ key, body: picture })), ...troubled]);
  await page.goto(site);
  await attachStorage(page, { ...servers.minio, bucket: 'odd', prefix: '' });
  await createTask(page, { labels: 'thing', name: 'Odd', framesInJob: 50 });
  await expect(page.getByText('of 10 frames')).toBeVisible();
  await client.send(new DeleteObjectCommand({ Bucket: 'odd', Key: 'b/1-gone.jpg' }));
  await openJob(page);

  const keys = [...odd.slice(0, 4), ...troubled.map(({ key }) => key), longKey];
  for (const [frame, key] of keys.entries()) {
    await goToFrame(page, frame);
    const trouble = troubled.find((each) => each.key === key);
    const alert = page.getByRole('alert').filter({ hasText: `Frame ${frame} cannot be shown` });
    if (trouble) {
      await expect(alert).toContainText(trouble.says);
      await expect(alert).toContainText(key);
    } else {
      await expect(page.getByRole('application')).toHaveAttribute('aria-label', /640 × 400 pixels/);
      await expect(alert).toBeHidden();
    }
  }

  await goToFrame(page, 5);
  await page.getByRole('button', { name: 'Skip' }).click();
  await expect(page.getByRole('alert')).toContainText('Frame 6 cannot be shown');
  await client.send(new PutObjectCommand({ Bucket: 'odd', Key: 'b/3-text.jpg', Body: picture }));
  await page.getByRole('button', { name: 'Retry' }).click();
  await expect(page.getByRole('application')).toHaveAttribute('aria-label', /640 × 400 pixels/);
});
