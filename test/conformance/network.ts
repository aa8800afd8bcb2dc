/** What goes wrong between here and a storage: lines that are cut, servers that are busy, keys that are wrong. */
import { expect, test } from 'vitest';
import { openStore } from '#core/storage/registry.ts';
import type { Credentials, StorageSettings } from '#core/model/storage.ts';
import type { Fetch, Ports } from '#core/ports.ts';
import type { ObjectStore } from '#core/storage/object-store.ts';
import { makeClock } from '#test/fakes/ports.ts';
import type { CuttingAccess } from '#test/servers/cutting-proxy.ts';

/** Another instance with ports of its own, as after a reload; what a browser keeps on disk stays. */
type Open = (changes?: Partial<Ports>) => Promise<ObjectStore>;

export interface NetworkTrials {
  readonly open: Open;
  /** The same behind a line that can be cut. */
  readonly openBehind: Open;
  readonly line: CuttingAccess;
  readonly openWithoutBucket: Open;
  /** Undefined where the server takes any credentials. */
  readonly openWithWrongCredentials?: Open;
  /** Set where the server takes addresses whose time is over. */
  readonly takesLapsed?: boolean;
}

interface Place<Settings, Kept> {
  readonly settings: Settings;
  readonly credentials: Kept;
  /** Called for each instance. */
  readonly makePorts: (changes: Partial<Ports>) => Ports;
  readonly line: CuttingAccess;
  /** The settings with the line's endpoint in place of the server's. */
  readonly behind: Settings;
  readonly withoutBucket: Settings;
  readonly wrongCredentials?: Kept;
}

/** The trials of a storage that is opened by settings and credentials. */
export function networkTrials<Settings extends StorageSettings, Kept extends Credentials>(
  place: Place<Settings, Kept>,
): NetworkTrials {
  const opening =
    (settings: Settings, credentials: Kept): Open =>
    (changes = {}) =>
      openStore(settings, credentials, place.makePorts(changes));
  const { credentials, wrongCredentials } = place;
  return {
    line: place.line,
    open: opening(place.settings, credentials),
    openBehind: opening(place.behind, credentials),
    openWithoutBucket: opening(place.withoutBucket, credentials),
    ...(wrongCredentials
      ? { openWithWrongCredentials: opening(place.settings, wrongCredentials) }
      : { takesLapsed: true }),
  };
}

const megabyte = 2 ** 20;

export function testNetwork(made: () => { readonly network?: NetworkTrials }): void {
  const trials = (): NetworkTrials => {
    const { network } = made();
    if (network === undefined) throw new Error('`make` gives no `network`.');
    return network;
  };
  /** Tells the line what to do; the bytes that went up since it was last mended. */
  const tell = async (what: string): Promise<number> =>
    Number(await (await fetch(`${trials().line.control}/${what}`, { method: 'POST' })).text());

  test('goes on with 20 MB that were cut in the middle, in another instance, and sends only the rest', async () => {
    const body = new Blob([Uint32Array.from({ length: 5 * megabyte }, (_, i) => i * 2654435761)]);
    await tell('mend');
    await tell('after-upload');
    const cut = (await trials().openBehind()).write('cut/large +%.bin', body);
    await expect(cut).rejects.toMatchObject({ code: 'offline', operation: 'write' });
    await tell('mend');
    const store = await trials().openBehind();
    await expect(store.stat('cut/large +%.bin')).rejects.toMatchObject({ code: 'not-found' });
    const told: number[] = [];
    const written = await store.write('cut/large +%.bin', body, { onProgress: (sent) => told.push(sent) });
    expect(told.at(-1)).toBe(body.size);
    expect(await tell('uploaded')).toBeLessThan(body.size - 3 * megabyte);
    const info = await store.stat('cut/large +%.bin');
    expect(info).toMatchObject({ size: body.size, etag: written.etag });
    const read = new Uint32Array(await (await store.read('cut/large +%.bin')).arrayBuffer());
    expect(read.every((value, i) => value === (i * 2654435761) % 2 ** 32)).toBe(true);
    // Nothing is left of it: the same again is another upload.
    await tell('mend');
    await store.write('cut/large +%.bin', body);
    expect(await tell('uploaded')).toBeGreaterThanOrEqual(body.size);
  }, 60_000);

  test('reads again what was cut, and never takes that for a missing rule', async () => {
    const store = await trials().openBehind();
    const body = new Blob([new Uint8Array(300_000).fill(7)]);
    await tell('mend');
    await store.write('cut/read', body);
    expect((await store.read('cut/read')).size).toBe(body.size);
    await tell('answers?times=2');
    expect((await store.read('cut/read')).size).toBe(body.size);
    await tell('answers?times=20');
    await expect(store.read('cut/read')).rejects.toMatchObject({
      code: 'offline',
      message: expect.stringMatching(/^The connection to .* was cut\.$/),
      key: 'cut/read',
    });
    await tell('mend');
    expect((await store.read('cut/read')).size).toBe(body.size);
  });

  test('waits as long as a busy server says, then asks again', async () => {
    const clock = makeClock();
    let busy = 2;
    const fetchWhenFree: Fetch = async (input, init) =>
      new Headers(init?.headers).get('range') === 'bytes=1-2' && busy-- > 0
        ? new Response('<Error><Code>SlowDown</Code></Error>', {
            status: 503,
            headers: { 'retry-after': '3' },
          })
        : fetch(input, init);
    await (await trials().open()).write('busy', new Blob(['1234']));
    const store = await trials().open({ fetch: fetchWhenFree, clock });
    expect(await (await store.read('busy', { range: { start: 1, end: 2 } })).text()).toBe('23');
    expect(clock.slept).toEqual([3000, 3000]);
  });

  test('says that there is no such bucket', async () => {
    const store = await trials().openWithoutBucket();
    const listing = store.list({})[Symbol.asyncIterator]().next();
    await expect(listing).rejects.toMatchObject({ code: 'not-found', operation: 'list' });
    await expect(store.write('a', new Blob(['a']))).rejects.toMatchObject({ code: 'not-found' });
  });

  test('says that the credentials are wrong, where the server looks at them', async () => {
    const { openWithWrongCredentials } = trials();
    if (openWithWrongCredentials === undefined) return;
    const store = await openWithWrongCredentials();
    await expect(store.read('a')).rejects.toMatchObject({ code: 'credentials-invalid' });
    await expect(store.write('a', new Blob(['a']))).rejects.toMatchObject({ code: 'credentials-invalid' });
  });

  test('makes addresses that nobody can use when their time is over', async () => {
    const { open, takesLapsed } = trials();
    const store = await open();
    await store.write('lapsing', new Blob(['shared']));
    expect(await (await fetch(await store.presign('lapsing', 60))).text()).toBe('shared');
    // Made two minutes ago for one.
    const before = await open({ clock: makeClock(-120_000) });
    const answer = await fetch(await before.presign('lapsing', 60));
    expect(answer.ok).toBe(takesLapsed === true);
  });
}
