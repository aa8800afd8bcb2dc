import { Dexie } from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { Database } from '#core/db/database.ts';
import type { Credentials, S3Settings, Storage } from '#core/model/storage.ts';
import { openHouse, openWorkspace } from '#core/workspace/open-workspace.ts';
import { makePorts } from '#test/fakes/ports.ts';

const settings: S3Settings = {
  provider: 's3',
  bucket: 'b',
  prefix: '',
  region: 'eu-central-1',
  endpoint: '',
  addressing: 'virtual',
  anonymous: false,
};
const credentials: Credentials = { accessKeyId: 'AKIA1234', secretAccessKey: 'very/secret+' };
const names: string[] = [];

/** A tab: what it has entered, nobody else has. */
function tab(name: string) {
  const house = openHouse(makePorts(), name);
  return { house, workspace: openWorkspace(house) };
}

async function attached(passphrase = 'Grüße 7') {
  const name = `passphrase ${crypto.randomUUID()}`;
  names.push(name);
  const { house, workspace } = tab(name);
  await workspace.passphrase.set(passphrase);
  const storage = await workspace.storages.attach({
    name: 's',
    settings,
    credentials,
    keeping: 'passphrase',
  });
  return { name, house, workspace, storage };
}

const kept = async ({ house }: ReturnType<typeof tab>, storage: Storage) => house.vault.credentials(storage);

afterEach(async () => {
  for (const name of names.splice(0)) await Dexie.delete(name);
});

test('is entered once in each tab, and a wrong one is told', async () => {
  const { name, storage } = await attached();
  const other = tab(name);
  expect(await other.workspace.passphrase.state()).toBe('locked');
  await expect(kept(other, storage)).rejects.toMatchObject({ code: 'locked' });
  await expect(other.workspace.storages.recheck(storage.id)).resolves.toMatchObject({
    ok: false,
    error: { code: 'locked' },
  });
  await expect(other.workspace.passphrase.unlock('grüße 7')).rejects.toThrow('not the passphrase');
  await expect(kept(other, storage)).rejects.toMatchObject({ code: 'locked' });
  // Typed on another keyboard: the same letters, otherwise composed.
  await other.workspace.passphrase.unlock('Grüße 7'.normalize('NFD'));
  expect(await kept(other, storage)).toEqual(credentials);
  expect(await other.workspace.passphrase.state()).toBe('open');
});

test('reaches the worker of its tab, as a message would take it', async () => {
  const { name, house, storage } = await attached();
  const worker = tab(name);
  house.vault.onSession((session) => worker.house.vault.setSession(structuredClone(session)));
  expect(await kept(worker, storage)).toEqual(credentials);
});

test('neither the secret nor the passphrase nor its key can be read from the database', async () => {
  const { name } = await attached('correct horse');
  const db = new Database(name);
  const rows = [...(await db.credentials.toArray()), ...(await db.passphrases.toArray())];
  db.close();
  const bytes = (value: unknown): string => {
    if (value instanceof ArrayBuffer) return new TextDecoder('latin1').decode(value);
    if (ArrayBuffer.isView(value)) return new TextDecoder('latin1').decode(value);
    if (typeof value !== 'object' || value === null) return String(value);
    expect(value).not.toBeInstanceOf(CryptoKey);
    return Object.values(value).map(bytes).join(' ');
  };
  expect(rows).toHaveLength(2);
  for (const text of rows.map(bytes)) expect(text).not.toMatch(/very\/secret|correct horse/);
  expect(rows.at(-1)).toMatchObject({ derivation: { kind: 'PBKDF2-SHA-256', rounds: 600_000 } });
});

test('what was changed on disk is not taken for credentials', async () => {
  const { name, house, storage } = await attached();
  const db = new Database(name);
  for (const row of await db.credentials.toArray()) {
    const data = new Uint8Array(row.data.slice());
    data[5] = (data[5] ?? 0) ^ 1;
    await db.credentials.put({ ...row, data: data.buffer });
  }
  db.close();
  await expect(house.vault.credentials(storage)).rejects.toMatchObject({ code: 'credentials-invalid' });
});

test('changing it seals all anew; other tabs need the new one', async () => {
  const { name, workspace, house, storage } = await attached('old');
  const sealed = await workspace.storages.attach({ name: 't', settings, credentials, keeping: 'sealed' });
  const other = tab(name);
  await other.workspace.passphrase.unlock('old');
  await expect(workspace.passphrase.change('odl', 'new')).rejects.toThrow('not the passphrase');
  await workspace.passphrase.change('old', 'new');
  expect(await house.vault.credentials(storage)).toEqual(credentials);
  expect(await other.workspace.passphrase.state()).toBe('locked');
  await expect(kept(other, storage)).rejects.toMatchObject({ code: 'locked' });
  // With the old key nothing is kept any more: nobody could open it.
  const late = { name: 'u', settings, credentials, keeping: 'passphrase' } as const;
  await expect(other.workspace.storages.attach(late)).rejects.toMatchObject({ code: 'locked' });
  await expect(other.workspace.passphrase.unlock('old')).rejects.toThrow('not the passphrase');
  await other.workspace.passphrase.unlock('new');
  expect(await kept(other, storage)).toEqual(credentials);
  expect(await kept(other, sealed)).toEqual(credentials);
});

test('forgetting it takes what is under it, and nothing else', async () => {
  const { workspace, house, storage } = await attached();
  const sealed = await workspace.storages.attach({ name: 't', settings, credentials, keeping: 'sealed' });
  await workspace.passphrase.forget();
  expect(await workspace.passphrase.state()).toBe('none');
  await expect(house.vault.credentials(storage)).rejects.toMatchObject({
    code: 'credentials-expired',
    remedy: { text: expect.stringContaining('Enter the keys again') },
  });
  expect(await house.vault.credentials(sealed)).toEqual(credentials);
  await workspace.passphrase.set('another');
  await workspace.storages.renew(storage.id, credentials, 'passphrase');
  expect(await house.vault.credentials(storage)).toEqual(credentials);
});

test('credentials move between the three ways to keep them', async () => {
  const { name, workspace, storage } = await attached();
  await workspace.storages.update(storage.id, { keeping: 'sealed' });
  const other = tab(name);
  expect(await kept(other, { ...storage, keeping: 'sealed' })).toEqual(credentials);
  await workspace.storages.update(storage.id, { keeping: 'passphrase' });
  await expect(kept(other, storage)).rejects.toMatchObject({ code: 'locked' });
  await workspace.storages.update(storage.id, { keeping: 'session' });
  await expect(kept(other, { ...storage, keeping: 'session' })).rejects.toMatchObject({
    code: 'credentials-expired',
  });
});
