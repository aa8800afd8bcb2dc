import { describe, expect, test } from 'vitest';
import type { Fetch } from '#core/ports.ts';
import { sendToSession } from '#core/storage/gcs/resumable.ts';
import { makePorts } from '#test/fakes/ports.ts';

const mebibyte = 2 ** 20;
const session = 'https://storage.googleapis.com/upload/storage/v1/b/b/o?upload_id=1';

/** How a request ends before its answer: after so many bytes have arrived, or with a status of the server's. */
type Trouble = { readonly cutAfter: number } | { readonly status: number };

/**
 * A session as Google documents it. fake-gcs-server finishes the object when it is asked what has arrived, so
 * going on after a cut is tried against this.
 */
function makeSession(troubles: Readonly<Record<number, Trouble>>, { hidesRange = false } = {}) {
  const arrived: Uint8Array[] = [];
  const asked: string[] = [];
  const size = (): number => arrived.reduce((sum, { length }) => sum + length, 0);
  const fetch: Fetch = async (_, init) => {
    if (init?.method === 'DELETE') {
      asked.push('closed');
      return new Response(null, { status: 499 });
    }
    init?.signal?.throwIfAborted();
    const range = new Headers(init?.headers).get('content-range') ?? '';
    const trouble = troubles[asked.length];
    asked.push(range);
    if (trouble && 'status' in trouble) return new Response(null, { status: trouble.status });
    const total = Number(range.slice(range.indexOf('/') + 1));
    if (init?.body instanceof Blob) {
      const start = Number(/^bytes (\d+)-/.exec(range)?.[1]);
      if (start !== size()) return new Response('Invalid request', { status: 400 });
      const bytes = new Uint8Array(await init.body.arrayBuffer());
      arrived.push(trouble ? bytes.subarray(0, trouble.cutAfter) : bytes);
      if (trouble) throw new TypeError('Failed to fetch');
    }
    if (size() === total) return new Response('done');
    const header = size() === 0 || hidesRange ? {} : { range: `bytes=0-${size() - 1}` };
    return new Response(null, { status: 308, headers: header });
  };
  return { fetch, asked, arrived, size };
}

const body = new Blob([Uint8Array.from({ length: 20 * mebibyte }, (_, i) => (i * 7) % 251)]);

async function send(fetch: Fetch, signal?: AbortSignal) {
  const told: number[] = [];
  const answer = await sendToSession({
    session,
    body,
    ports: makePorts({ fetch }),
    signal,
    onProgress: (sent) => told.push(sent / mebibyte),
  });
  return { answer, told };
}

describe('an upload in chunks', () => {
  test('sends 8 MiB at a time and tells what has arrived', async () => {
    const server = makeSession({});
    const { answer, told } = await send(server.fetch);
    expect(await answer.text()).toBe('done');
    expect(told).toEqual([8, 16, 20]);
    expect(server.asked[2]).toBe(`bytes ${16 * mebibyte}-${20 * mebibyte - 1}/${20 * mebibyte}`);
  });

  test('goes on where it was cut, and loses nothing', async () => {
    const server = makeSession({ 1: { cutAfter: 3 * mebibyte }, 2: { status: 503 } });
    const { answer } = await send(server.fetch);
    expect(answer.ok).toBe(true);
    expect(server.asked.slice(2)).toEqual([
      `bytes */${20 * mebibyte}`,
      `bytes */${20 * mebibyte}`,
      `bytes ${11 * mebibyte}-${19 * mebibyte - 1}/${20 * mebibyte}`,
      `bytes ${19 * mebibyte}-${20 * mebibyte - 1}/${20 * mebibyte}`,
    ]);
    const got = new Uint8Array(await new Blob(server.arrived.map((part) => part.slice())).arrayBuffer());
    const sent = new Uint8Array(await body.arrayBuffer());
    expect(got.length).toBe(sent.length);
    expect(got.every((byte, i) => byte === sent[i])).toBe(true);
  });

  test('finds that all has arrived when only the last answer was lost', async () => {
    const server = makeSession({ 2: { cutAfter: 4 * mebibyte } });
    const { answer } = await send(server.fetch);
    expect(await answer.text()).toBe('done');
    expect(server.asked).toHaveLength(4);
  });

  test('begins anew when nothing has arrived', async () => {
    const server = makeSession({ 0: { cutAfter: 0 } });
    expect((await send(server.fetch)).answer.ok).toBe(true);
    expect(server.size()).toBe(20 * mebibyte);
  });

  test('goes on where a page may not see what has arrived', async () => {
    const server = makeSession({}, { hidesRange: true });
    expect((await send(server.fetch)).answer.ok).toBe(true);
  });

  test('gives up when the connection stays cut, and leaves the session open', async () => {
    const asked: string[] = [];
    const sending = send(async (_, init) => {
      asked.push(init?.method ?? '');
      throw new TypeError('Failed to fetch');
    });
    await expect(sending).rejects.toThrow(TypeError);
    expect(asked).toEqual(['PUT', 'PUT', 'PUT', 'PUT', 'PUT', 'PUT']);
  });

  test('stops when aborted, and closes the session', async () => {
    const stop = new AbortController();
    const server = makeSession({});
    const sending = send((input, init) => {
      if (server.asked.length === 1) stop.abort();
      return server.fetch(input, init);
    }, stop.signal);
    await expect(sending).rejects.toMatchObject({ name: 'AbortError' });
    expect(server.asked.at(-1)).toBe('closed');
  });

  test('tells a session that is gone from a bucket that is', async () => {
    const server = makeSession({ 1: { status: 404 } });
    expect((await send(server.fetch)).answer.status).toBe(410);
  });
});
