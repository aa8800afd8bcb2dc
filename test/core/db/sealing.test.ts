import { expect, test } from 'vitest';
import { makeSealingKey, seal, unseal } from '#core/db/sealing.ts';

const credentials = { accessKeyId: 'AKIA1234', secretAccessKey: 'very/secret+', sessionToken: 'token' };

test('gives back what was sealed', async () => {
  const key = await makeSealingKey();
  expect(await unseal(key, await seal(key, credentials))).toEqual(credentials);
  const { sessionToken: _token, ...pair } = credentials;
  expect(await unseal(key, await seal(key, pair))).toEqual(pair);
});

test('shows nothing of what is inside, and never the same twice', async () => {
  const key = await makeSealingKey();
  const [first, second] = [await seal(key, credentials), await seal(key, credentials)];
  expect(new TextDecoder('latin1').decode(first.data)).not.toContain('secret');
  expect(new Uint8Array(first.data)).not.toEqual(new Uint8Array(second.data));
  expect(first.iv).not.toEqual(second.iv);
});

test('does not open with another key, or after a change', async () => {
  const key = await makeSealingKey();
  const sealed = await seal(key, credentials);
  await expect(unseal(await makeSealingKey(), sealed)).rejects.toThrow();
  const data = new Uint8Array(sealed.data.slice());
  data[3] = (data[3] ?? 0) ^ 1;
  await expect(unseal(key, { iv: sealed.iv, data: data.buffer })).rejects.toThrow();
});

test('the key itself cannot be taken out', async () => {
  const key = await makeSealingKey();
  expect(key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
});
