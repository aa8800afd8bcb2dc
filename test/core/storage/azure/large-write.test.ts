import { expect, test } from 'vitest';
import type { Fetch } from '#core/ports.ts';
import { openAzureStore } from '#core/storage/azure/store.ts';
import { makeContainer } from '#test/fakes/azure-containers.ts';
import { makePorts } from '#test/fakes/ports.ts';

const body = new Blob([Uint32Array.from({ length: 5 * 2 ** 20 }, (_, i) => i), 'end']);
const blocks = 3;

/** The network, and how often a block went through it; `cut` says which requests for a block get no answer. */
function watched(cut: (nth: number) => boolean = () => false) {
  const seen = { asked: 0, arrived: 0 };
  const through: Fetch = async (input, init) => {
    if (!new Request(input).url.includes('comp=block&')) return fetch(input, init);
    seen.asked++;
    if (cut(seen.asked)) throw new TypeError('fetch failed');
    const answer = await fetch(input, init);
    if (answer.ok) seen.arrived++;
    return answer;
  };
  return { seen, ports: makePorts({ fetch: through }) };
}

async function sameBytes(a: Blob, b: Blob): Promise<boolean> {
  return Buffer.from(await a.arrayBuffer()).equals(Buffer.from(await b.arrayBuffer()));
}

test('go in blocks, tell progress and honour conditions', async () => {
  const { settings, credentials } = await makeContainer();
  const { ports, seen } = watched();
  const store = openAzureStore(settings, credentials, ports);
  const told: number[] = [];
  const written = await store.write('large +%.bin', body, {
    contentType: 'image/tiff',
    ifNoneMatch: '*',
    onProgress: (sent) => told.push(sent),
  });
  expect(seen.arrived).toBe(blocks);
  expect(told).toHaveLength(blocks);
  expect(told.at(-1)).toBe(body.size);
  expect(await store.stat('large +%.bin')).toMatchObject({
    size: body.size,
    etag: written.etag,
    contentType: 'image/tiff',
  });
  expect(await sameBytes(await store.read('large +%.bin'), body)).toBe(true);
  await expect(store.write('large +%.bin', body, { ifNoneMatch: '*' })).rejects.toMatchObject({
    code: 'precondition-failed',
  });
  const second = await store.write('large +%.bin', body, { ifMatch: written.etag });
  expect(second.etag).not.toBe(written.etag);
  const stale = store.write('large +%.bin', body, { ifMatch: written.etag });
  await expect(stale).rejects.toMatchObject({ code: 'precondition-failed' });
  const gone = store.write('gone.bin', body, { ifMatch: written.etag });
  await expect(gone).rejects.toMatchObject({ code: 'precondition-failed' });
});

test('try a block again that was cut', async () => {
  const { settings, credentials } = await makeContainer();
  const { ports, seen } = watched((nth) => nth === 2);
  const store = openAzureStore(settings, credentials, ports);
  await store.write('large', body, { ifNoneMatch: '*' });
  expect(seen).toEqual({ asked: blocks + 1, arrived: blocks });
  expect(await sameBytes(await store.read('large'), body)).toBe(true);
});

test('go on with what arrived of an upload that was cut, as after a reload', async () => {
  const { settings, credentials } = await makeContainer();
  const stop = new AbortController();
  const first = watched();
  const cut = openAzureStore(settings, credentials, first.ports).write('large', body, {
    signal: stop.signal,
    onProgress: () => stop.abort(),
  });
  await expect(cut).rejects.toMatchObject({ name: 'AbortError' });
  const { ports, seen } = watched();
  const store = openAzureStore(settings, credentials, ports);
  await expect(store.stat('large')).rejects.toMatchObject({ code: 'not-found' });
  await store.write('large', body);
  expect(seen.arrived).toBeLessThan(blocks);
  expect(await sameBytes(await store.read('large'), body)).toBe(true);
});
