import { expect, test } from 'vitest';
import { openStore } from '#core/storage/registry.ts';
import { makeBucket } from '#test/fakes/buckets.ts';
import { makePorts } from '#test/fakes/ports.ts';

test("a page uploads large objects in parts, with the SDK's build for browsers", async () => {
  const { settings, credentials } = await makeBucket();
  const store = await openStore(settings, credentials, makePorts());
  const body = new Blob([Uint32Array.from({ length: 17 * 2 ** 18 }, (_, i) => i), 'end']);
  const told: number[] = [];
  const written = await store.write('large +%.bin', body, {
    ifNoneMatch: '*',
    onProgress: (sent) => told.push(sent),
  });
  expect(told).toHaveLength(3);
  expect(await store.stat('large +%.bin')).toMatchObject({ size: body.size, etag: written.etag });
  const again = store.write('large +%.bin', body, { ifNoneMatch: '*' });
  await expect(again).rejects.toMatchObject({ code: 'precondition-failed' });
});
