import { expect, test } from 'vitest';
import type { Fetch } from '#core/ports.ts';
import { openStore } from '#core/storage/registry.ts';
import { makeContainer } from '#test/fakes/azure-containers.ts';
import { makeClock, makePorts } from '#test/fakes/ports.ts';

/** The network, and what went through it. */
function watched() {
  const asked: Request[] = [];
  const through: Fetch = async (input, init) => {
    asked.push(new Request(input, init));
    return fetch(input, init);
  };
  return { asked, through };
}

test.each([
  [undefined, 15],
  [1, 1],
  [10_080, 10_080],
])('a read is signed for %s minutes', async (presignMinutes, minutes) => {
  const { settings, credentials } = await makeContainer();
  const { asked, through } = watched();
  const changed = presignMinutes === undefined ? settings : { ...settings, presignMinutes };
  const store = await openStore(changed, credentials, makePorts({ fetch: through }));
  await store.write('a', new Blob(['a']));
  await store.read('a');
  const holds = asked.map(({ url }) => Date.parse(new URL(url).searchParams.get('se') ?? '') - Date.now());
  expect(holds[0] ?? 0).toBeGreaterThan(14 * 60_000);
  expect(holds[0] ?? 0).toBeLessThanOrEqual(15 * 60_000);
  expect(Math.abs((holds[1] ?? 0) - minutes * 60_000)).toBeLessThan(10_000);
});

test('at 0 minutes there is no signature in any address: a header is signed with the key', async () => {
  const { settings, credentials } = await makeContainer();
  const { asked, through } = watched();
  const store = await openStore(
    { ...settings, presignMinutes: 0 },
    credentials,
    makePorts({ fetch: through }),
  );
  const key = 'odd/a +%&=?#é.txt';
  await store.write(key, new Blob(['a'], { type: 'text/plain' }), { ifNoneMatch: '*' });
  expect(await (await store.read(key, { range: { start: 0, end: 5 } })).text()).toBe('a');
  const { etag } = await store.stat(key);
  await store.write(key, new Blob(['b']), { ifMatch: etag });
  const large = new Blob([new Uint8Array(9 * 2 ** 20)]);
  await store.write('large', large);
  for await (const page of store.list({ prefix: 'odd/', delimiter: '/' }))
    expect(page.objects).toHaveLength(1);
  await store.remove(key);
  await expect(store.stat(key)).rejects.toMatchObject({ code: 'not-found' });
  expect(asked.every(({ headers }) => headers.get('authorization')?.startsWith('SharedKey '))).toBe(true);
  expect(asked.some(({ url }) => url.includes('sig='))).toBe(false);
  expect((await (await fetch(await store.presign('large', 60))).blob()).size).toBe(large.size);
});

test('a signature that lapsed before it was used is made anew', async () => {
  const { settings, credentials } = await makeContainer();
  await (await openStore(settings, credentials, makePorts())).write('a', new Blob(['a']));
  // Two minutes go by between signing and sending, as behind many reads on a slow line.
  let offset = -120_000;
  let asked = 0;
  const ports = makePorts({
    clock: { ...makeClock(), now: () => Date.now() + offset },
    fetch: async (input, init) => {
      offset = 0;
      asked++;
      return fetch(input, init);
    },
  });
  const store = await openStore({ ...settings, presignMinutes: 1 }, credentials, ports);
  expect(await (await store.read('a')).text()).toBe('a');
  expect(asked).toBe(2);
});
