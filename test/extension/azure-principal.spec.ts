import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '#core/storage/registry.ts';
import { makePorts } from '#test/fakes/ports.ts';
import { signForAccount } from '#test/servers/azure-account-sas.ts';
import { fetchTrusting, makeCertificate } from '#test/servers/certificate.ts';
import { application, startOauthStandIn } from '#test/servers/oauth-stand-in.ts';
import { startAzuriteOauth } from '#test/servers/start.ts';
import { allowHost, expect, launchExtension, test } from './support/fixtures.ts';

/** The stand-in over https, as Microsoft's own address is. */
async function startMicrosoft(standIn: string) {
  const folder = await mkdtemp(join(tmpdir(), 'bucketmark-microsoft-'));
  const { keyFile, certificateFile } = await makeCertificate(folder);
  const [key, cert] = await Promise.all([readFile(keyFile), readFile(certificateFile)]);
  const origins: (string | undefined)[] = [];
  const server = createServer({ key, cert }, (incoming, outgoing) => {
    if (incoming.method === 'POST') origins.push(incoming.headers.origin);
    const { method, headers } = incoming;
    const passedOn = request(`${standIn}/microsoft${incoming.url ?? ''}`, { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(passedOn);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return {
    origins,
    resolverRules: `MAP login.microsoftonline.com:443 127.0.0.1:${address.port}`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

test('an application and its secret open a container, without naming the extension to Microsoft', async ({
  profile,
}) => {
  test.setTimeout(180_000);
  const [server, oauth] = await Promise.all([startAzuriteOauth(), startOauthStandIn()]);
  const microsoft = await startMicrosoft(oauth.endpoint);
  const extension = await launchExtension(profile, microsoft.resolverRules);
  try {
    const { accessKeyId: account, secretAccessKey: key, certificate } = server.access;
    const endpoint = `${server.access.endpoint}/${account}`;
    const trusting = fetchTrusting(certificate);
    const signature = await signForAccount(account, key, 'c');
    await trusting(`${endpoint}/principal?restype=container&${signature}`, { method: 'PUT' });
    const store = await openStore(
      { provider: 'azure', account, container: 'principal', prefix: '', endpoint, anonymous: false },
      { kind: 'azure-key', key },
      makePorts({ fetch: trusting }),
    );
    await store.write('1.jpg', new Blob(['1']));
    await allowHost(extension, 'https://127.0.0.1/*');
    await allowHost(extension, 'https://login.microsoftonline.com/*');
    const page = await extension.context.newPage();
    await page.goto(`chrome-extension://${extension.id}/extension/app.html#/storages/attach`);
    await page.getByText('Azure', { exact: true }).click();
    await page.getByLabel('Account', { exact: true }).fill(account);
    await page.getByLabel('Container', { exact: true }).fill('principal');
    await page.getByLabel('Endpoint', { exact: true }).fill(endpoint);
    await page
      .getByLabel('Credentials', { exact: true })
      .selectOption('Application and secret (service principal)');
    await page.getByLabel('Tenant').fill(application.tenant);
    await page.getByLabel('Client ID').fill(application.clientId);
    await page.getByLabel('Client secret', { exact: true }).fill(application.clientSecret);
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(page.getByText('Can be read: 1 image')).toBeVisible();
    expect(microsoft.origins).toEqual([undefined]);
  } finally {
    await extension.context.close();
    await Promise.all([server.stop(), oauth.stop(), microsoft.stop()]);
  }
});
