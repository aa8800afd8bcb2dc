import { expect, test } from 'vitest';
import { openStore } from '#core/storage/registry.ts';
import { checkStorage } from '#core/workspace/check-storage.ts';
import { makeBucket } from '#test/fakes/buckets.ts';
import { makePorts } from '#test/fakes/ports.ts';

test('counts the images among the first objects of a bucket', async () => {
  const { settings, credentials } = await makeBucket();
  const store = await openStore(settings, credentials, makePorts());
  for (const key of ['a/1.jpg', 'a/2.PNG', 'a/manifest.jsonl', 'b/3.jpg'])
    await store.write(key, new Blob(['x']));
  const report = await checkStorage({ ...settings, prefix: 'a/' }, credentials, makePorts());
  expect(report).toMatchObject({ ok: true, images: 2, more: false });
  expect(report.ok && report.objects.map(({ key }) => key)).toEqual([
    'a/1.jpg',
    'a/2.PNG',
    'a/manifest.jsonl',
  ]);
  expect(report.tookMs).toBeGreaterThanOrEqual(0);
});

test('reports what is wrong with what to do, as plain data', async () => {
  const { settings, credentials } = await makeBucket();
  const report = await checkStorage({ ...settings, region: 'eu-west-1' }, credentials, makePorts());
  expect(structuredClone(report)).toMatchObject({
    ok: false,
    error: { code: 'wrong-region', remedy: { fix: { field: 'region', value: 'us-east-1' } } },
  });
});
