import { expect, test } from 'vitest';
import type { Fetch } from '#core/ports.ts';
import { rsaSigningKey } from '#core/storage/gcs/keys.ts';
import { openTokenSource, type TokenSource } from '#core/storage/gcs/token.ts';
import { makeKeyFile } from '#test/fakes/gcs-buckets.ts';
import { makePorts } from '#test/fakes/ports.ts';

const start = Date.parse('2026-01-31T12:00:00Z');

async function open(fetch: Fetch): Promise<{ source: TokenSource; time: { now: number } }> {
  const file = await makeKeyFile();
  const time = { now: start };
  const clock = { now: () => time.now, sleep: async () => {} };
  const key = rsaSigningKey(file.clientEmail, file.privateKey);
  return { source: openTokenSource(file, key, makePorts({ fetch, clock })), time };
}

function counting(): Fetch & { count: number } {
  const fetch = async (): Promise<Response> => {
    counted.count += 1;
    return Response.json({ access_token: `token ${counted.count}`, expires_in: 3600 });
  };
  const counted = Object.assign(fetch, { count: 0 });
  return counted;
}

test('exchanges the key once for all that ask, and again five minutes before the token lapses', async () => {
  const fetch = counting();
  const { source, time } = await open(fetch);
  expect(await Promise.all([source.authorization(), source.authorization()])).toEqual([
    'Bearer token 1',
    'Bearer token 1',
  ]);
  time.now = start + 54 * 60_000;
  expect(await source.authorization()).toBe('Bearer token 1');
  time.now = start + 56 * 60_000;
  expect(await Promise.all([source.authorization(), source.authorization()])).toEqual([
    'Bearer token 2',
    'Bearer token 2',
  ]);
  expect(fetch.count).toBe(2);
  expect(source.renew()).toBe(true);
  expect(await source.authorization()).toBe('Bearer token 3');
});

test('sends an assertion that names the account and lasts an hour', async () => {
  let sent: unknown;
  const { source } = await open(async (_, init) => {
    sent = init?.body;
    return Response.json({ access_token: 'x', expires_in: 3600 });
  });
  await source.authorization();
  const assertion = sent instanceof URLSearchParams ? (sent.get('assertion') ?? '') : '';
  const [header, claims] = assertion
    .split('.')
    .map((part, index): unknown =>
      index < 2 ? JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/'))) : 0,
    );
  expect(header).toEqual({ alg: 'RS256', typ: 'JWT' });
  expect(claims).toEqual({
    iss: 'annotator@test.iam.gserviceaccount.com',
    scope: 'https://www.googleapis.com/auth/devstorage.read_write',
    aud: 'https://oauth2.googleapis.com/token',
    iat: start / 1000,
    exp: start / 1000 + 3600,
  });
});

test.each([
  [
    400,
    'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.',
    'clock-skew',
    'This device is 30 min ahead of Google, so its signatures are refused.',
  ],
  [
    400,
    'Invalid JWT Signature.',
    'credentials-invalid',
    'Google does not take the key of annotator@test.iam.gserviceaccount.com.',
  ],
  [503, 'Backend error', 'throttled', 'Google gives no access token just now.'],
])('says why a key was refused: %i %s', async (status, details, code, message) => {
  const { source } = await open(async () =>
    Response.json(
      { error: 'invalid_grant', error_description: details },
      { status, headers: { date: new Date(start - 30 * 60_000).toUTCString() } },
    ),
  );
  await expect(source.authorization()).rejects.toMatchObject({ code, message });
});

test('asks again after a failed exchange', async () => {
  const good = counting();
  let failing = true;
  const { source } = await open((input, init) =>
    failing ? Promise.resolve(new Response(null, { status: 500 })) : good(input, init),
  );
  await expect(source.authorization()).rejects.toMatchObject({ code: 'throttled' });
  failing = false;
  expect(await source.authorization()).toBe('Bearer token 1');
});

test('gives a pasted token as it is, and cannot renew it', async () => {
  const source = openTokenSource({ kind: 'gcs-token', accessToken: 'ya29.x' }, undefined, makePorts());
  expect(await source.authorization()).toBe('Bearer ya29.x');
  expect(source.renew()).toBe(false);
});
