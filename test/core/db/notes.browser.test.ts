import { expect, test } from 'vitest';
import { sealedNotes } from '#core/db/notes.ts';
import { makeClock } from '#test/fakes/ports.ts';

const secret = 'https://storage.example/upload?upload_id=do-not-show';

/** All that lies in the database, as text. */
async function contents(name: string): Promise<string> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('not opened')));
  });
  const rows = await new Promise<unknown[]>((resolve) => {
    const request = db.transaction('notes').objectStore('notes').getAll();
    request.addEventListener('success', () => resolve(request.result));
  });
  db.close();
  const text = rows.map((row) =>
    JSON.stringify(row, (_, value: unknown) =>
      value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value,
    ),
  );
  return text.join('\n');
}

test('a note is there after a reload, sealed, until it is forgotten', async () => {
  const name = `notes-${crypto.randomUUID()}`;
  await sealedNotes(makeClock(), name).keep('upload', secret);
  expect(await contents(name)).toContain('"name":"upload"');
  expect(await contents(name)).not.toContain('do-not-show');
  const again = sealedNotes(makeClock(), name);
  expect(await again.read('upload')).toBe(secret);
  expect(await again.read('another')).toBeUndefined();
  await again.forget('upload');
  expect(await again.read('upload')).toBeUndefined();
});

test('a note is none after a week, and goes when the next one comes', async () => {
  const name = `notes-${crypto.randomUUID()}`;
  const week = 7 * 24 * 3_600_000;
  await sealedNotes(makeClock(), name).keep('old', secret);
  const later = sealedNotes(makeClock(week + 1000), name);
  expect(await later.read('old')).toBeUndefined();
  await later.keep('new', secret);
  expect(await contents(name)).not.toContain('"old"');
});
