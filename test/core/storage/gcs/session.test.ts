import { expect, test } from 'vitest';
import type { Fetch } from '#core/ports.ts';
import { uploadInSession } from '#core/storage/gcs/session.ts';
import { makeNotes, makePorts } from '#test/fakes/ports.ts';

const body = new Blob([new Uint8Array(9 * 2 ** 20)]);
const first = 'https://storage.googleapis.com/upload?upload_id=1';

/** What is asked of sessions, and what `answer` says to it. */
function upload(answer: (range: string) => Response, same: string[] = ['a']) {
  const asked: string[] = [];
  let opened = 0;
  const fetch: Fetch = async (input, init) => {
    const range = new Headers(init?.headers).get('content-range') ?? init?.method ?? '';
    asked.push(`${new URL(new Request(input).url).searchParams.get('upload_id')} ${range}`);
    return answer(range);
  };
  const run = (notes = makeNotes(), signal?: AbortSignal) =>
    uploadInSession({
      same,
      body,
      ports: makePorts({ fetch, notes }),
      signal,
      open: async () => {
        opened++;
        return first.replace('=1', `=new${opened}`);
      },
    });
  return { asked, run, opened: () => opened };
}

const cut = (): never => {
  throw new TypeError('Failed to fetch');
};

test('a session that was cut is remembered under a name that tells nothing, and gone on with', async () => {
  const notes = makeNotes();
  await expect(upload(cut).run(notes)).rejects.toThrow(TypeError);
  const [[name, session] = []] = [...notes.kept];
  expect(name).toMatch(/^[0-9a-f]{64}$/);
  expect(session).toContain('new1');
  const after = upload((range) =>
    range.startsWith('bytes *')
      ? new Response(null, { status: 308, headers: { range: `bytes=0-${8 * 2 ** 20 - 1}` } })
      : new Response('done'),
  );
  expect(await (await after.run(notes)).text()).toBe('done');
  expect(after.opened()).toBe(0);
  expect(after.asked).toEqual([
    `new1 bytes */${body.size}`,
    `new1 bytes ${8 * 2 ** 20}-${body.size - 1}/${body.size}`,
  ]);
  expect(notes.kept.size).toBe(0);
});

test('another object, or the same under another condition, has a session of its own', async () => {
  const notes = makeNotes();
  await expect(upload(cut).run(notes)).rejects.toThrow(TypeError);
  const other = upload(() => new Response('done'), ['b']);
  await other.run(notes);
  expect(other.opened()).toBe(1);
  expect(notes.kept.size).toBe(1);
});

test('a session that lapsed is begun anew', async () => {
  const notes = makeNotes();
  await expect(upload(cut).run(notes)).rejects.toThrow(TypeError);
  const after = upload((range) =>
    range.startsWith('bytes *') ? new Response(null, { status: 410 }) : new Response('done'),
  );
  expect((await after.run(notes)).ok).toBe(true);
  expect(after.opened()).toBe(1);
});

test('one that is called off is closed and forgotten; one that is refused is forgotten', async () => {
  const notes = makeNotes();
  const stop = new AbortController();
  const called = upload((range) => {
    if (range === 'DELETE') return new Response(null, { status: 204 });
    stop.abort();
    throw new DOMException('called off', 'AbortError');
  });
  await expect(called.run(notes, stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
  expect(called.asked.at(-1)).toBe('new1 DELETE');
  expect(notes.kept.size).toBe(0);
  const refused = upload(() => new Response(null, { status: 412 }));
  expect((await refused.run(notes)).status).toBe(412);
  expect(notes.kept.size).toBe(0);
});
