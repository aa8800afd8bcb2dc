import type { BrowserContext, Page } from '@playwright/test';
import { openStore } from '#core/storage/registry.ts';
import { makePorts } from '#test/fakes/ports.ts';
import { signForAccount } from '#test/servers/azure-account-sas.ts';
import { fetchTrusting } from '#test/servers/certificate.ts';
import { person, startOauthStandIn } from '#test/servers/oauth-stand-in.ts';
import { startAzuriteOauth, startFakeGcs } from '#test/servers/start.ts';
import { numberedImage } from './support/bucket.ts';
import { expect, test } from './support/fixtures.ts';

test.use({ ignoreHTTPSErrors: true });

const image = new Blob([new Uint8Array(numberedImage(1))]);

/** Puts the stand-in in the place of the providers' own pages and token endpoints. */
async function routeProviders(context: BrowserContext, standIn: string): Promise<void> {
  for (const [host, folder] of [
    ['https://login.microsoftonline.com', 'microsoft'],
    ['https://accounts.google.com', 'google'],
  ] as const) {
    await context.route(`${host}/**`, async (route) => {
      const request = route.request();
      const answer = await fetch(request.url().replace(host, `${standIn}/${folder}`), {
        method: request.method(),
        redirect: 'manual',
        headers: request.method() === 'POST' ? { origin: new URL(request.frame().url()).origin } : {},
        ...(request.method() === 'POST' ? { body: request.postData() } : {}),
      });
      await route.fulfill({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: Buffer.from(await answer.arrayBuffer()),
      });
    });
  }
}

async function beginAttaching(page: Page, provider: string): Promise<void> {
  await page.getByRole('link', { name: /^Storages/ }).click();
  await page.getByRole('link', { name: 'Attach a storage' }).first().click();
  await page.getByText(provider, { exact: true }).click();
}

test('Google: signing in in a window opens the bucket', async ({ page, context, site }) => {
  test.setTimeout(300_000);
  const [server, oauth] = await Promise.all([startFakeGcs(), startOauthStandIn()]);
  try {
    await routeProviders(context, oauth.endpoint);
    const { endpoint } = server.access;
    await fetch(`${endpoint}/storage/v1/b?project=test`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'signed' }),
    });
    const store = await openStore(
      { provider: 'gcs', bucket: 'signed', prefix: '', projectId: '', endpoint, anonymous: false },
      { kind: 'gcs-token', accessToken: 'any' },
      makePorts(),
    );
    await store.write('1.jpg', image);
    const tokens = new Set<string>();
    page.on('request', (request) => {
      if (request.url().startsWith(endpoint)) tokens.add(request.headers()['authorization'] ?? '');
    });
    await page.goto(site);
    await beginAttaching(page, 'GCS');
    await page.getByLabel('Address').fill('gs://signed/');
    await page.getByLabel('Endpoint').fill(endpoint);
    await page.getByLabel('Credentials', { exact: true }).selectOption('Sign in with Google');
    await page.getByLabel('Client ID').fill('nobody');
    await page.getByRole('button', { name: 'Sign in with Google' }).click();
    await expect(page.getByText('Nobody was signed in at Google.')).toBeVisible();
    await page.getByLabel('Client ID').fill('1234.apps.googleusercontent.com');
    await page.getByRole('button', { name: 'Sign in with Google' }).click();
    await expect(page.getByText('Signed in', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(page.getByText('Can be read: 1 image')).toBeVisible();
    expect(
      [...tokens].filter((token) => token !== '').every((token) => token.startsWith('Bearer ya29.')),
    ).toBe(true);
    // The window closed by itself.
    expect(context.pages()).toHaveLength(1);
  } finally {
    // The page may still ask for tokens; nobody is to answer from servers that are gone.
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    await Promise.all([server.stop(), oauth.stop()]);
  }
});

test('Microsoft: signing in in a window, with PKCE, opens the container', async ({ page, context, site }) => {
  test.setTimeout(300_000);
  const [server, oauth] = await Promise.all([startAzuriteOauth(), startOauthStandIn()]);
  try {
    await routeProviders(context, oauth.endpoint);
    const { accessKeyId: account, secretAccessKey: key, certificate } = server.access;
    const endpoint = `${server.access.endpoint}/${account}`;
    const trusting = fetchTrusting(certificate);
    await trusting(`${endpoint}/signed?restype=container&${await signForAccount(account, key, 'c')}`, {
      method: 'PUT',
    });
    const store = await openStore(
      { provider: 'azure', account, container: 'signed', prefix: '', endpoint, anonymous: false },
      { kind: 'azure-key', key },
      makePorts({ fetch: trusting }),
    );
    await store.write('1.jpg', image);
    await page.goto(site);
    await beginAttaching(page, 'Azure');
    await page.getByLabel('Account', { exact: true }).fill(account);
    await page.getByLabel('Container', { exact: true }).fill('signed');
    await page.getByLabel('Endpoint', { exact: true }).fill(endpoint);
    await page
      .getByLabel('Credentials', { exact: true })
      .selectOption('Application and secret (service principal)');
    await page.getByLabel('Tenant').fill(person.tenant);
    await page.getByLabel('Client ID').fill(person.clientId);
    await page.getByLabel('Client secret', { exact: true }).fill('secret');
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(page.getByText(/Attach this storage in the extension/)).toBeVisible();
    await page.getByLabel('Credentials', { exact: true }).selectOption('Sign in with Microsoft');
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(page.getByText('Sign in first.')).toBeVisible();
    await page.getByRole('button', { name: 'Sign in with Microsoft' }).click();
    await expect(page.getByText('Signed in', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Check and attach' }).click();
    await expect(page.getByRole('heading', { name: 'Attach a storage' })).toBeHidden();
    await expect(page.getByText('Available, read and list')).toBeVisible();
  } finally {
    // The page may still ask for tokens; nobody is to answer from servers that are gone.
    await context.unrouteAll({ behavior: 'ignoreErrors' });
    await Promise.all([server.stop(), oauth.stop()]);
  }
});
