import * as v from 'valibot';
import { expect, test } from 'vitest';
import { hmacSigningKey, rsaSigningKey } from '#core/storage/gcs/keys.ts';
import { signV4 } from '#core/storage/gcs/sign.ts';
import vectors from './v4-signatures.json' with { type: 'json' };

const texts = v.record(v.string(), v.string());
const { clientEmail, privateKey, tests } = v.parse(
  v.object({
    clientEmail: v.string(),
    privateKey: v.string(),
    tests: v.array(
      v.object({
        description: v.string(),
        method: v.string(),
        expiration: v.number(),
        timestamp: v.string(),
        headers: v.optional(texts, {}),
        queryParameters: v.optional(texts, {}),
        expectedUrl: v.string(),
      }),
    ),
  }),
  vectors,
);

test.each(tests.map((one) => [one.description, one] as const))(
  "makes the address of Google's vector: %s",
  async (_, { method, expiration, timestamp, headers, queryParameters, expectedUrl }) => {
    const address = await signV4(
      {
        method,
        url: expectedUrl.slice(0, expectedUrl.indexOf('?')),
        query: queryParameters,
        headers,
        now: Date.parse(timestamp),
        expiresSeconds: expiration,
      },
      rsaSigningKey(clientEmail, privateKey),
    );
    expect(address).toBe(expectedUrl);
  },
);

test('derives the key of each day anew for an HMAC key', async () => {
  const key = hmacSigningKey('GOOGTEST', 'secret');
  const sign = (now: string): Promise<string> =>
    signV4({ method: 'GET', url: 'https://h/b/k', now: Date.parse(now), expiresSeconds: 60 }, key);
  const first = await sign('2026-01-31T23:59:59Z');
  expect(first).toContain('X-Goog-Algorithm=GOOG4-HMAC-SHA256&X-Goog-Credential=GOOGTEST%2F20260131%2Fauto');
  expect(await sign('2026-02-01T00:00:00Z')).toContain('%2F20260201%2F');
  expect(await sign('2026-01-31T23:59:59Z')).toBe(first);
});

test('says that a private key cannot be read', async () => {
  const key = rsaSigningKey(clientEmail, 'not a key');
  await expect(key.sign('text', '20260131')).rejects.toMatchObject({ code: 'credentials-invalid' });
});
