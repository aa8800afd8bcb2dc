import { describe, expect, test } from 'vitest';
import type { Fetch } from '#core/ports.ts';
import { openStore } from '#core/storage/registry.ts';
import { makeBucket } from '#test/fakes/buckets.ts';
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

describe('how long an address that reads is signed', () => {
  test.each([
    [undefined, '900'],
    [1, '60'],
    [10_080, '604800'],
    [99_999, '604800'],
  ])('for %s minutes, and all else for 15', async (presignMinutes, seconds) => {
    const { settings, credentials } = await makeBucket();
    const { asked, through } = watched();
    const changed = presignMinutes === undefined ? settings : { ...settings, presignMinutes };
    const store = await openStore(changed, credentials, makePorts({ fetch: through }));
    await store.write('a', new Blob(['a']));
    expect(await (await store.read('a', { range: { start: 0, end: 0 } })).text()).toBe('a');
    const expiries = asked.map(({ url }) => new URL(url).searchParams.get('X-Amz-Expires'));
    expect(expiries).toEqual(['900', seconds]);
  });

  test('at 0 there is no signed address: headers are signed', async () => {
    const { settings, credentials } = await makeBucket();
    const { asked, through } = watched();
    const store = await openStore(
      { ...settings, presignMinutes: 0 },
      credentials,
      makePorts({ fetch: through }),
    );
    await store.write('odd/a +%.txt', new Blob(['a']), { ifNoneMatch: '*' });
    expect(await (await store.read('odd/a +%.txt')).text()).toBe('a');
    for await (const page of store.list({ prefix: 'odd/', delimiter: '/' }))
      expect(page.objects).toHaveLength(1);
    await store.remove('odd/a +%.txt');
    await expect(store.stat('odd/a +%.txt')).rejects.toMatchObject({ code: 'not-found' });
    expect(asked.every(({ headers }) => headers.get('authorization')?.startsWith('AWS4-HMAC-SHA256 '))).toBe(
      true,
    );
    expect(asked.some(({ url }) => url.includes('X-Amz-'))).toBe(false);
    expect((await store.presign('a', 60)).search).toContain('X-Amz-Signature=');
  });

  test('one that lapsed before it was used is made anew', async () => {
    const { settings, credentials } = await makeBucket();
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

  test('one that is refused at once means that the clock is wrong', async () => {
    const { settings, credentials } = await makeBucket();
    const store = await openStore(settings, credentials, makePorts({ clock: makeClock(-3_600_000) }));
    await expect(store.read('a')).rejects.toMatchObject({ code: 'clock-skew' });
  });
});

test('who asks pays, in all that is asked and in addresses for others', async () => {
  const { settings, credentials } = await makeBucket();
  const { asked, through } = watched();
  const store = await openStore(
    { ...settings, requesterPays: true },
    credentials,
    makePorts({ fetch: through }),
  );
  await store.write('a', new Blob(['a']));
  await store.read('a');
  await store.stat('a');
  for await (const page of store.list({})) expect(page.objects).toHaveLength(1);
  await store.write('large', new Blob([new Uint8Array(9 * 2 ** 20)]));
  await store.remove('a');
  const agreed = ({ url, headers }: Request): boolean =>
    (new URL(url).searchParams.get('x-amz-request-payer') ?? headers.get('x-amz-request-payer')) ===
    'requester';
  expect(asked.filter((request) => !agreed(request)).map(({ method, url }) => [method, url])).toEqual([]);
  const shared = await store.presign('large', 60);
  expect(shared.searchParams.get('x-amz-request-payer')).toBe('requester');
  expect((await fetch(shared)).ok).toBe(true);
  const free = await openStore(settings, credentials, makePorts());
  expect((await free.presign('large', 60)).search).not.toContain('payer');
});
