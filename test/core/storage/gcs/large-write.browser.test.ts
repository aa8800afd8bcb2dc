import { expect, test } from 'vitest';
import { openGcsStore } from '#core/storage/gcs/store.ts';
import { makeGcsBucket } from '#test/fakes/gcs-buckets.ts';

test('a page uploads 20 MB in chunks, checked and only where nothing is', async () => {
  const { settings, credentials, ports } = await makeGcsBucket();
  const store = openGcsStore(settings, credentials, ports);
  const body = new Blob([Uint32Array.from({ length: 5_000_000 }, (_, i) => i)]);
  const told: number[] = [];
  const written = await store.write('large +%.bin', body, {
    contentType: 'image/tiff',
    ifNoneMatch: '*',
    onProgress: (sent) => told.push(sent),
  });
  expect(told).toEqual([2 ** 23, 2 ** 24, 20_000_000]);
  expect(await store.stat('large +%.bin')).toMatchObject({
    size: 20_000_000,
    etag: written.etag,
    contentType: 'image/tiff',
  });
  const end = await store.read('large +%.bin', { range: { start: 19_999_996, end: 19_999_999 } });
  expect(new Uint32Array(await end.arrayBuffer())[0]).toBe(4_999_999);
  const again = store.write('large +%.bin', body, { ifNoneMatch: '*' });
  await expect(again).rejects.toMatchObject({ code: 'precondition-failed' });
});
