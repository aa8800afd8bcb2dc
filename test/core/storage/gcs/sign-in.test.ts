import { describe, expect, test } from 'vitest';
import { openStore } from '#core/storage/registry.ts';
import { beginGoogleSignIn } from '#core/storage/gcs/sign-in.ts';
import { makeGcsBucket, makeKeyFile } from '#test/fakes/gcs-buckets.ts';
import { urlOf } from '#test/fakes/asked.ts';
import { makeClock, makePorts } from '#test/fakes/ports.ts';
import { oauthStandIn } from '#test/servers/access.ts';

const redirect = 'https://annotate.example/signed-in.html';
const who = { clientId: '1234.apps.googleusercontent.com' };

/** What a person does in the window: opens the page, and is sent back. */
async function signIn(changes: (fields: URLSearchParams) => void = () => {}, client = who) {
  const begun = beginGoogleSignIn(client, redirect, makePorts());
  const { href, origin } = new URL(begun.url);
  expect(origin).toBe('https://accounts.google.com');
  const opened = await fetch(href.replace(origin, `${oauthStandIn()}/google`), { redirect: 'manual' });
  const back = new URL(opened.headers.get('location') ?? '');
  expect(back.origin + back.pathname).toBe(redirect);
  const fields = new URLSearchParams(back.hash.slice(1));
  changes(fields);
  return begun.finish(fields);
}

describe('signing in at Google', () => {
  test('gives a token for an hour, and then says so', async () => {
    const { settings } = await makeGcsBucket();
    const credentials = await signIn();
    let offset = 0;
    const authorizations = new Set<string | null>();
    const ports = makePorts({
      clock: { ...makeClock(), now: () => Date.now() + offset },
      fetch: async (input, init) => {
        authorizations.add(new Headers(init?.headers).get('authorization'));
        return fetch(input, init);
      },
    });
    const store = await openStore(settings, credentials, ports);
    await store.write('a', new Blob(['a']));
    expect(await (await store.read('a')).text()).toBe('a');
    expect([...authorizations]).toEqual([`Bearer ${credentials.accessToken}`]);
    await expect(store.presign('a', 60)).rejects.toMatchObject({ operation: 'presign' });
    offset = 3_600_000;
    await expect(store.read('a')).rejects.toMatchObject({
      code: 'credentials-expired',
      remedy: { text: expect.stringContaining('Sign in again') },
    });
  });

  test('is refused where it was not allowed, not for this, or is another answer', async () => {
    await expect(signIn(() => {}, { clientId: 'nobody' })).rejects.toMatchObject({
      message: 'Nobody was signed in at Google.',
    });
    await expect(signIn((fields) => fields.set('scope', 'openid'))).rejects.toMatchObject({
      message: 'Google signed you in, but not for Cloud Storage.',
    });
    await expect(signIn((fields) => fields.set('state', 'x'))).rejects.toMatchObject({
      code: 'credentials-invalid',
    });
  });
});

test('a key file reads by signed addresses where a time is set, without a header', async () => {
  const { settings, ports } = await makeGcsBucket();
  const credentials = await makeKeyFile();
  const asked: string[] = [];
  const watched = {
    ...ports,
    fetch: async (...[input, init]: Parameters<typeof ports.fetch>) => {
      asked.push(`${new Headers(init?.headers).has('authorization')} ${urlOf(input)}`);
      return ports.fetch(input, init);
    },
  };
  await (await openStore(settings, credentials, watched)).write('a', new Blob(['a']));
  const store = await openStore({ ...settings, presignMinutes: 5 }, credentials, watched);
  expect(await (await store.read('a')).text()).toBe('a');
  expect(asked.at(-1)).toMatch(/^false .*X-Goog-Expires=300&/);
});

test('an HMAC key signs a header at 0, as it signs an address else', async () => {
  const bucket = await makeGcsBucket();
  const { settings } = bucket;
  await (await openStore(settings, bucket.credentials, bucket.ports)).write('a b', new Blob(['a']));
  const asked: RequestInit[] = [];
  const ports = makePorts({
    fetch: async (input, init) => {
      asked.push({ ...init, method: urlOf(input) });
      return fetch(input, init);
    },
  });
  const credentials = { kind: 'gcs-hmac', accessId: 'GOOG1234', secret: 'secret' } as const;
  const store = await openStore({ ...settings, presignMinutes: 0 }, credentials, ports);
  expect(await (await store.read('a b')).text()).toBe('a');
  const last = asked.at(-1);
  expect(last?.method).not.toContain('X-Goog-');
  expect(new Headers(last?.headers).get('authorization')).toMatch(
    /^GOOG4-HMAC-SHA256 Credential=GOOG1234\/\d{8}\/auto\/storage\/goog4_request, SignedHeaders=host;x-goog-content-sha256;x-goog-date, Signature=[0-9a-f]{64}$/,
  );
});
