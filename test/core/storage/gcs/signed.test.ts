import { expect, test } from 'vitest';
import type { ListPage } from '#core/storage/object-store.ts';
import { openGcsStore } from '#core/storage/gcs/store.ts';
import { makeGcsBucket, makeKeyFile } from '#test/fakes/gcs-buckets.ts';
import { makePorts } from '#test/fakes/ports.ts';

// fake-gcs-server checks no signature, and of the XML interface it knows neither conditions nor pages; what is
// sent for these is looked at in answers.test.ts.
test('writes, reads, lists and removes through the XML interface with an HMAC key', async () => {
  const { settings, ports } = await makeGcsBucket();
  const key = { kind: 'gcs-hmac', accessId: 'GOOG1EABCD', secret: 'secret' } as const;
  const store = openGcsStore(settings, key, ports);
  const name = 'odd/100% +&ü/😀.jpg';
  await store.write(name, new Blob(['0123456789']), { contentType: 'image/jpeg' });
  const info = await store.stat(name);
  expect(info).toMatchObject({ key: name, size: 10, contentType: 'image/jpeg' });
  expect(info.etag).toMatch(/^\d+$/);
  expect(await (await store.read(name, { range: { start: 2, end: 4 } })).text()).toBe('234');
  const pages: ListPage[] = [];
  for await (const page of store.list({ prefix: 'odd/' })) pages.push(page);
  expect(pages[0]?.objects).toMatchObject([{ key: name, size: 10, etag: info.etag }]);
  expect(await (await fetch(await store.presign(name, 60))).text()).toBe('0123456789');
  await store.remove(name);
  await expect(store.stat(name)).rejects.toMatchObject({ code: 'not-found', key: name });
});

test('exchanges its key again when a token is refused before its time', async () => {
  const asked: string[] = [];
  const ports = makePorts({
    fetch: async (input, init) => {
      if (input === 'https://oauth2.googleapis.com/token') {
        return Response.json({ access_token: `t${asked.length}`, expires_in: 3600 });
      }
      asked.push(new Headers(init?.headers).get('authorization') ?? '');
      return new Response('bytes', { status: asked.length === 1 ? 401 : 200 });
    },
  });
  const settings = {
    provider: 'gcs',
    bucket: 'b',
    prefix: '',
    projectId: '',
    endpoint: '',
    anonymous: false,
  } as const;
  const store = openGcsStore(settings, await makeKeyFile(), ports);
  expect(await (await store.read('k')).text()).toBe('bytes');
  expect(asked).toEqual(['Bearer t0', 'Bearer t1']);
});
