import { expect, test } from 'vitest';
import { openStore } from '#core/storage/registry.ts';
import { makeBucket } from '#test/fakes/buckets.ts';
import { makePorts } from '#test/fakes/ports.ts';

test('a page takes on a role, and its browser lets it', async () => {
  const { settings, credentials } = await makeBucket();
  const store = await openStore({ ...settings }, { ...credentials, role: { arn: '' } }, makePorts());
  await store.write('a', new Blob(['a']));
  expect(await (await store.read('a')).text()).toBe('a');
  expect((await store.presign('a', 60)).search).toContain('X-Amz-Security-Token=');
  const inHeaders = await openStore({ ...settings, presignMinutes: 0 }, credentials, makePorts());
  expect(await (await inHeaders.read('a')).text()).toBe('a');
});

test('where the STS of a role has no rule for pages, that is what is said', async () => {
  const { settings, credentials } = await makeBucket();
  const { settings: behind } = await makeBucket('noCors');
  const role = { arn: '', endpoint: behind.endpoint };
  const store = await openStore(settings, { ...credentials, role }, makePorts());
  await expect(store.read('a')).rejects.toMatchObject({
    code: 'cors',
    message: expect.stringMatching(/^This page may not take on the role: .* does not let it\.$/),
  });
});
