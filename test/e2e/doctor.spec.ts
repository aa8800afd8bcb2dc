import type { Page } from '@playwright/test';
import { CreateBucketCommand, ListObjectsV2Command, PutBucketCorsCommand } from '@aws-sdk/client-s3';
import { s3Policy } from '#core/storage/s3/patient.ts';
import { signForAccount } from '#test/servers/azure-account-sas.ts';
import { assumePolicy } from '#test/servers/minio-session.ts';
import { startAzurite } from '#test/servers/start.ts';
import { startS3rver } from '#test/servers/s3rver.ts';
import { fillBucket, numberedImage, s3Client } from './support/bucket.ts';
import { expect, test } from './support/fixtures.ts';
import { attachStorage, fillAttachForm } from './support/pages.ts';

const bucket = 'doctor';

test.beforeAll(async ({ servers }) => {
  await fillBucket(s3Client(servers.minio), bucket, [{ key: 'a/1.jpg', body: numberedImage(1) }]);
});

function line(page: Page, name: RegExp) {
  return page.getByRole('list', { name: 'Checks' }).getByRole('button', { name });
}

function headline(page: Page) {
  return page.getByRole('heading', { level: 2 }).first();
}

async function openDoctor(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Actions of ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Run the doctor' }).click();
}

test('a healthy bucket: every line passes, and nothing is left in it', async ({ page, site, servers }) => {
  await page.goto(site);
  await attachStorage(page, { ...servers.minio, bucket, prefix: 'a/' });
  await openDoctor(page, 'doctor, a');
  await expect(headline(page)).toHaveText('This page may read and write');
  await expect(page.getByText('22 of 22 passed')).toBeVisible();
  await expect(line(page, /^Read passed: 1\.jpg/)).toBeVisible();
  await page.getByRole('link', { name: 'Storages', exact: true }).click();
  await expect(page.getByText('Available, read and write')).toBeVisible();
  const { Contents } = await s3Client(servers.minio).send(new ListObjectsV2Command({ Bucket: bucket }));
  expect(Contents?.map(({ Key }) => Key)).toEqual(['a/1.jpg']);
});

test('from the attach form, without a rule: the command for this page, and why it is not applied from here', async ({
  page,
  site,
  servers,
}) => {
  await page.goto(site);
  await fillAttachForm(page, { ...servers.noCors, bucket, prefix: '' });
  await page.getByRole('button', { name: 'Run the doctor' }).click();
  await expect(headline(page)).toHaveText('One thing to fix: no rule lets this page in');
  await line(page, /^CORS: PUT failed/).click();
  const remedy = page.getByRole('region', { name: 'Remedy' });
  await expect(remedy.getByRole('heading', { name: 'Let this page write to the bucket' })).toBeVisible();
  await expect(remedy.getByRole('region', { name: 'Command' })).toContainText(new URL(site).origin);
  await remedy.getByText('Rule as JSON').click();
  await expect(remedy.getByRole('region', { name: 'Rule as JSON' })).toContainText('"AllowedMethods"');
  await expect(remedy.getByRole('button', { name: 'Apply the rule for me' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await expect(remedy.getByText('it cannot write the rule either')).toBeVisible();

  // What was typed is there when one goes back.
  await page.getByRole('link', { name: 'Attach a storage' }).click();
  await expect(page.getByLabel('Bucket', { exact: true })).toHaveValue(bucket);
});

test('a wrong secret fails its line; new keys from there mend it', async ({ page, site, servers }) => {
  await page.goto(site);
  await fillAttachForm(page, { ...servers.minio, bucket, prefix: '', secretAccessKey: 'not-the-secret' });
  await page.getByRole('button', { name: 'Run the doctor' }).click();
  await expect(headline(page)).toHaveText('One thing to fix: the credentials are not accepted');
  await expect(line(page, /^List skipped: Waits for Credentials/)).toBeVisible();
  await page.getByRole('region', { name: 'Remedy' }).getByRole('button', { name: 'New keys…' }).click();
  await expect(page.getByLabel('Access key ID')).toHaveValue(servers.minio.accessKeyId);
});

test('a key that only reads: the policy for a target, and a report without secrets', async ({
  page,
  site,
  servers,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const settings = { bucket, prefix: '', region: servers.minio.region };
  const keys = await assumePolicy(servers.minio, s3Policy(settings, 'source'));
  await page.goto(site);
  await fillAttachForm(page, { ...servers.minio, ...keys, bucket, prefix: '' });
  await page.getByLabel('Credentials', { exact: true }).selectOption('token');
  await page.getByLabel('Session token', { exact: true }).fill(keys.sessionToken);
  await page.getByRole('button', { name: 'Run the doctor' }).click();
  await expect(headline(page)).toHaveText('One thing to fix: this page may read, but not write');
  const remedy = page.getByRole('region', { name: 'Remedy' });
  await remedy.getByText('Policy as JSON').click();
  await expect(remedy.getByRole('region', { name: 'Policy as JSON' })).toContainText('s3:PutObject');
  await page.getByRole('button', { name: 'Copy report' }).click();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  expect(report).toContain('failed   Write: This key may not write');
  for (const secret of [keys.secretAccessKey, keys.sessionToken]) expect(report).not.toContain(secret);
});

test('the rule is shown, applied beside that of another page, and mends the bucket', async ({
  page,
  site,
}) => {
  const server = await startS3rver([]);
  try {
    const client = s3Client(server.access);
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    const some = (AllowedOrigins: string[]) => ({
      AllowedOrigins,
      AllowedMethods: ['GET', 'HEAD', 'PUT'],
      AllowedHeaders: ['*'],
    });
    const CORSRules = [some(['https://other.example']), some([new URL(site).origin])];
    await client.send(new PutBucketCorsCommand({ Bucket: bucket, CORSConfiguration: { CORSRules } }));
    await page.goto(site);
    await fillAttachForm(page, { ...server.access, bucket, prefix: '' });
    await page.getByRole('button', { name: 'Run the doctor' }).click();
    await expect(line(page, /^CORS: DELETE failed/)).toBeVisible();
    await expect(line(page, /^CORS: ETag warning/)).toBeVisible();
    await line(page, /^CORS: DELETE/).click();
    await page.getByRole('button', { name: 'Apply the rule for me' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('The rule for this page is replaced. 1 other rule stays as it is.');
    await expect(dialog.getByRole('region', { name: 'All rules' })).toContainText('https://other.example');
    await dialog.getByRole('button', { name: 'Apply the rule', exact: true }).click();
    await expect(line(page, /^CORS: DELETE passed/)).toBeVisible();
    await expect(line(page, /^CORS: ETag passed/)).toBeVisible();
  } finally {
    await server.stop();
  }
});

test('Azure: the rule is applied to the account beside that of another page', async ({ page, site }) => {
  const server = await startAzurite();
  try {
    const { accessKeyId: account, secretAccessKey: key } = server.access;
    const endpoint = `${server.access.endpoint}/${account}`;
    await fetch(`${endpoint}/doctor?restype=container&${await signForAccount(account, key, 'c')}`, {
      method: 'PUT',
    });
    const rule = (origin: string) =>
      `<CorsRule><AllowedOrigins>${origin}</AllowedOrigins><AllowedMethods>GET,HEAD,PUT,OPTIONS</AllowedMethods><MaxAgeInSeconds>0</MaxAgeInSeconds><ExposedHeaders></ExposedHeaders><AllowedHeaders>*</AllowedHeaders></CorsRule>`;
    const { origin } = new URL(site);
    await fetch(`${endpoint}/?restype=service&comp=properties&${await signForAccount(account, key, 's')}`, {
      method: 'PUT',
      body: `<?xml version="1.0" encoding="utf-8"?><StorageServiceProperties><Cors>${rule('https://other.example')}${rule(origin)}</Cors></StorageServiceProperties>`,
    });
    await page.goto(site);
    await page.getByRole('link', { name: /^Storages/ }).click();
    await page.getByRole('link', { name: 'Attach a storage' }).first().click();
    await page.getByText('Azure', { exact: true }).click();
    await page.getByLabel('Account', { exact: true }).fill(account);
    await page.getByLabel('Container', { exact: true }).fill('doctor');
    await page.getByLabel('Endpoint', { exact: true }).fill(endpoint);
    await page.getByLabel('Credentials', { exact: true }).selectOption('Account key');
    await page.getByLabel('Account key', { exact: true }).fill(key);
    await page.getByRole('button', { name: 'Run the doctor' }).click();
    await expect(line(page, /^CORS: ETag warning/)).toBeVisible();
    await line(page, /^CORS: DELETE failed/).click();
    await page.getByRole('button', { name: 'Apply the rule for me' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('region', { name: 'All rules' })).toContainText('https://other.example');
    await dialog.getByRole('button', { name: 'Apply the rule', exact: true }).click();
    await expect(headline(page)).toHaveText('This page may read and write');
  } finally {
    await server.stop();
  }
});
