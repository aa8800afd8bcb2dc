import { describe, expect, test } from 'vitest';
import type { AzureCredentials, AzureSettings } from '#core/model/storage.ts';
import type { Fetch, Host, Ports } from '#core/ports.ts';
import { authorityOf, beginEntraSignIn } from '#core/storage/azure/entra.ts';
import { openStore } from '#core/storage/registry.ts';
import { fieldsOf, urlOf } from '#test/fakes/asked.ts';
import { makeContainer } from '#test/fakes/azure-containers.ts';
import { makeClock, makePorts } from '#test/fakes/ports.ts';
import { oauthStandIn, tokenAccess } from '#test/servers/access.ts';
import { fetchTrusting } from '#test/servers/certificate.ts';
import { application, makeToken, person } from '#test/servers/oauth-stand-in.ts';

const extension: Host = { origin: 'chrome-extension://abc', kind: 'extension' };
const page: Host = { origin: 'https://annotate.example', kind: 'web' };
const redirect = 'https://annotate.example/signed-in.html';
const principal: AzureCredentials = { kind: 'azure-principal', ...application };

/** The network, with the stand-in in Microsoft's place; a page's requests name their origin, as a browser's do. */
function through(
  host: Host,
  changes: Partial<Ports> = {},
  mend: (answer: Response) => Response = (answer) => answer,
) {
  const asked: URLSearchParams[] = [];
  const trusting = fetchTrusting(tokenAccess().certificate);
  const routed: Fetch = async (input, init) => {
    const url = urlOf(input);
    if (!url.startsWith('https://login.microsoftonline.com/')) return trusting(input, init);
    asked.push(fieldsOf(init));
    const standIn = url.replace('https://login.microsoftonline.com', `${oauthStandIn()}/microsoft`);
    const headers = host.kind === 'web' ? { origin: host.origin } : {};
    return mend(await fetch(standIn, { ...init, headers }));
  };
  return { asked, ports: makePorts({ fetch: routed, host, ...changes }), trusting };
}

async function makeTokenContainer(): Promise<AzureSettings> {
  const access = tokenAccess();
  return (await makeContainer(access, fetchTrusting(access.certificate))).settings;
}

/** What a person does in the window: opens the page, and is sent back. */
async function signIn(settings: AzureSettings, ports: Ports, who = person): Promise<AzureCredentials> {
  const begun = await beginEntraSignIn(settings, who, redirect, ports);
  expect(begun.url).toMatch(
    /^https:\/\/login\.microsoftonline\.com\/contoso\.example\/oauth2\/v2\.0\/authorize\?/,
  );
  const opened = await fetch(
    begun.url.replace('https://login.microsoftonline.com', `${oauthStandIn()}/microsoft`),
    {
      redirect: 'manual',
    },
  );
  return begun.finish(new URL(opened.headers.get('location') ?? '').searchParams);
}

describe('tokens, at Azurite with --oauth basic', () => {
  test('of an application: one for all that ask; list, write, read, remove', async () => {
    const settings = await makeTokenContainer();
    const { asked, ports } = through(extension);
    const store = await openStore(settings, principal, ports);
    await Promise.all(['a', 'b', 'c'].map((key) => store.write(key, new Blob([key]))));
    expect(await (await store.read('b', { range: { start: 0, end: 0 } })).text()).toBe('b');
    const body = new Blob([new Uint8Array(9 * 2 ** 20)]);
    await store.write('large', body);
    expect((await store.stat('large')).size).toBe(body.size);
    await store.remove('a');
    for await (const { objects } of store.list({})) {
      expect(objects.map(({ key }) => key)).toEqual(['b', 'c', 'large']);
    }
    expect(asked).toHaveLength(1);
    expect(asked[0]?.get('scope')).toBe('https://storage.azure.com/.default');
  });

  test('of an application: not for a page, and nothing is asked', async () => {
    const { asked, ports } = through(page);
    const store = await openStore(await makeTokenContainer(), principal, ports);
    await expect(store.read('a')).rejects.toMatchObject({
      code: 'cors',
      message: 'Microsoft gives a page no token for an application and its secret.',
      remedy: { text: expect.stringContaining('extension') },
    });
    expect(asked).toEqual([]);
  });

  test('of a person who signs in on a page: PKCE, then renewed with the newest refresh token', async () => {
    const settings = await makeTokenContainer();
    let offset = 0;
    const clock = { ...makeClock(), now: () => Date.now() + offset };
    const { asked, ports } = through(page, { clock });
    const credentials = await signIn(settings, ports);
    const store = await openStore(settings, credentials, ports);
    await store.write('a', new Blob(['a']));
    expect(asked.map((fields) => fields.get('grant_type'))).toEqual(['authorization_code', 'refresh_token']);
    offset = 56 * 60_000;
    await Promise.all([store.read('a'), store.read('a')]);
    expect(asked).toHaveLength(3);
    expect(asked[2]?.get('refresh_token')).not.toBe(asked[1]?.get('refresh_token'));
  });

  test('that are refused are asked for once more', async () => {
    const settings = await makeTokenContainer();
    let first = true;
    const { asked, ports } = through(extension, {}, (answer) => {
      if (!first) return answer;
      first = false;
      return Response.json({ access_token: makeToken(-60), expires_in: 3599 });
    });
    const store = await openStore(settings, principal, ports);
    await store.write('a', new Blob(['a']));
    expect(asked).toHaveLength(2);
  });

  test('sign addresses for others, and for reading where that was asked for', async () => {
    const settings = await makeTokenContainer();
    const { ports, trusting } = through(extension);
    const store = await openStore(settings, principal, ports);
    await store.write('odd/a +%.txt', new Blob(['shared']));
    const shared = await store.presign('odd/a +%.txt', 60);
    expect(await (await trusting(shared)).text()).toBe('shared');
    shared.searchParams.set('se', '2099-01-01T00:00:00Z');
    expect((await trusting(shared)).status).toBe(403);
    const asked: string[] = [];
    const watched = {
      ...ports,
      fetch: async (...[input, init]: Parameters<Fetch>) => {
        asked.push(`${new Headers(init?.headers).has('authorization')} ${new URL(urlOf(input)).search}`);
        return ports.fetch(input, init);
      },
    };
    const signing = await openStore({ ...settings, presignMinutes: 5 }, principal, watched);
    expect(await (await signing.read('odd/a +%.txt')).text()).toBe('shared');
    expect(asked.at(-1)).toMatch(/^false \?.*skoid=/);
  });

  test('are never sent over http', async () => {
    const settings = await makeTokenContainer();
    const { ports } = through(extension);
    const plain = { ...settings, endpoint: settings.endpoint.replace('https:', 'http:') };
    await expect((await openStore(plain, principal, ports)).read('a')).rejects.toMatchObject({
      message: 'An access token goes over https alone, and this address is not.',
    });
  });
});

describe('what Microsoft refuses', () => {
  test.each<[string, Partial<AzureCredentials & { kind: 'azure-principal' }>, string, string]>([
    [
      'another tenant',
      { tenant: 'fabrikam.example' },
      'credentials-invalid',
      'knows no tenant "fabrikam.example"',
    ],
    ['another application', { clientId: 'other-9999' }, 'credentials-invalid', '"9999" is not in the tenant'],
    ['a wrong secret', { clientSecret: 'do not show' }, 'credentials-invalid', 'The secret does not belong'],
  ])('%s', async (_, changes, code, words) => {
    const { ports } = through(extension);
    const store = await openStore(await makeTokenContainer(), { ...principal, ...changes }, ports);
    const failing = store.read('a');
    await expect(failing).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words),
      operation: 'open',
    });
    expect(await failing.catch((error: unknown) => String(error))).not.toContain('do not show');
  });

  test('a person who does not allow it, a code of another sign-in, a refresh token that lapsed', async () => {
    const settings = await makeTokenContainer();
    const { ports } = through(page);
    await expect(signIn(settings, ports, { ...person, clientId: 'nobody' })).rejects.toMatchObject({
      message: 'Nobody was signed in at Microsoft.',
    });
    const begun = await beginEntraSignIn(settings, person, redirect, ports);
    const foreign = new URLSearchParams({ state: 'other', code: '1' });
    await expect(begun.finish(foreign)).rejects.toMatchObject({ code: 'credentials-invalid' });
    const lapsed: AzureCredentials = { kind: 'azure-sign-in', ...person, refreshToken: 'old' };
    await expect((await openStore(settings, lapsed, ports)).read('a')).rejects.toMatchObject({
      code: 'credentials-expired',
      remedy: { text: expect.stringContaining('Sign in again') },
    });
  });

  test('a code without the secret it was asked for with', async () => {
    const settings = await makeTokenContainer();
    const { ports } = through(page);
    let taken = '';
    const spying = {
      ...ports,
      fetch: async (...[input, init]: Parameters<Fetch>) => {
        const body = fieldsOf(init);
        taken = body.get('code_verifier') ?? '';
        body.set('code_verifier', 'x'.repeat(43));
        return ports.fetch(input, { ...init, body });
      },
    };
    await expect(signIn(settings, spying)).rejects.toMatchObject({ code: 'credentials-expired' });
    expect(taken).toMatch(/^[\w-]{43}$/);
  });
});

test.each([
  ['', 'https://login.microsoftonline.com'],
  ['https://a.blob.core.chinacloudapi.cn', 'https://login.partner.microsoftonline.cn'],
  ['https://a.blob.core.usgovcloudapi.net', 'https://login.microsoftonline.us'],
  ['https://login.evil.example', 'https://login.microsoftonline.com'],
  ['https://core.usgovcloudapi.net.evil.example', 'https://login.microsoftonline.com'],
])('an account at "%s" signs in at %s', (endpoint, authority) => {
  expect(authorityOf({ endpoint })).toBe(authority);
});
