import { expect, test } from 'vitest';
import { openHouse, openWorkspace } from '#core/workspace/open-workspace.ts';
import { openStore } from '#core/storage/registry.ts';
import { makeBucket } from '#test/fakes/buckets.ts';
import { makePorts } from '#test/fakes/ports.ts';

const bmp = (): Blob => {
  // The smallest picture: 1 × 1, 24 bits.
  const bytes = new Uint8Array(58);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  view.setUint32(2, 58, true);
  view.setUint32(10, 54, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, 1, true);
  view.setInt32(22, 1, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 24, true);
  return new Blob([bytes], { type: 'image/bmp' });
};

async function attached() {
  const { settings, credentials } = await makeBucket();
  const house = openHouse(makePorts(), `update-${crypto.randomUUID()}`);
  const workspace = openWorkspace(house);
  const { id } = await workspace.storages.attach({ name: 'Cams', settings, credentials, keeping: 'sealed' });
  const store = await openStore(settings, credentials, makePorts());
  return { settings, credentials, house, workspace, id, store };
}

test('what is named changes, what is not stays', async () => {
  const { workspace, house, id, credentials } = await attached();
  await workspace.storages.update(id, {
    name: 'Cameras',
    description: 'Of the yard',
    manifests: ['m.jsonl'],
  });
  const storage = await workspace.storages.get(id);
  expect(storage).toMatchObject({
    name: 'Cameras',
    description: 'Of the yard',
    manifests: ['m.jsonl'],
    keyHint: 'mark',
  });
  expect(storage && (await house.vault.credentials(storage))).toEqual(credentials);
});

test('fields of credentials that are left empty keep what is stored, for a check and for good', async () => {
  const { workspace, house, id, credentials } = await attached();
  const wrong = { credentials: { accessKeyId: '', secretAccessKey: 'wrong' } };
  expect(await workspace.storages.recheck(id, wrong)).toMatchObject({
    ok: false,
    error: { code: 'credentials-invalid' },
  });
  // A check changes nothing.
  expect(await workspace.storages.recheck(id)).toMatchObject({ ok: true });
  await workspace.storages.update(id, wrong);
  expect(await workspace.storages.recheck(id)).toMatchObject({ ok: false });
  await workspace.storages.update(id, {
    credentials: { accessKeyId: '', secretAccessKey: credentials.secretAccessKey },
  });
  const storage = await workspace.storages.get(id);
  expect(storage && (await house.vault.credentials(storage))).toEqual(credentials);
  expect(await workspace.storages.recheck(id)).toMatchObject({ ok: true });
});

test('credentials of another kind must be whole', async () => {
  const { workspace, id } = await attached();
  await expect(
    workspace.storages.update(id, { credentials: { kind: 'azure-key', key: '' } }),
  ).rejects.toMatchObject({ tag: 'invalid-data' });
});

test('kept for this session, they are taken off the disk; public, they are gone', async () => {
  const { workspace, house, id, settings } = await attached();
  await workspace.storages.update(id, { keeping: 'session' });
  expect(await house.storages.credentials({ id, name: '' })).toBeUndefined();
  expect(await workspace.storages.recheck(id)).toMatchObject({ ok: true });
  await workspace.storages.update(id, { keeping: 'sealed' });
  expect(await house.storages.credentials({ id, name: '' })).toBeDefined();
  await workspace.storages.update(id, { settings: { ...settings, anonymous: true } });
  expect(await house.storages.credentials({ id, name: '' })).toBeUndefined();
});

test('another bucket is another storage', async () => {
  const { workspace, id, settings } = await attached();
  await expect(workspace.storages.update(id, { settings: { ...settings, bucket: 'other' } })).rejects.toThrow(
    'stays with its provider and its bucket',
  );
  await workspace.storages.update(id, { settings: { ...settings, prefix: 'a/' } });
  expect((await workspace.storages.get(id))?.settings.prefix).toBe('a/');
});

test('says which manifests are not there', async () => {
  const { workspace, id, store } = await attached();
  await store.write('there.jsonl', new Blob(['{}']));
  expect(await workspace.storages.missing({ id }, ['there.jsonl', 'gone.jsonl'])).toEqual(['gone.jsonl']);
});

test('a preview is made once, kept, and made anew for another prefix', async () => {
  const { workspace, id, store, settings } = await attached();
  expect(await workspace.storages.preview(id, undefined)).toEqual({ reason: '' });
  const image = await store.write('a/1.bmp', bmp());
  expect(await workspace.storages.preview(id, image)).toHaveProperty('picture');
  await store.remove('a/1.bmp');
  expect(await workspace.storages.preview(id, image)).toHaveProperty('picture');
  await workspace.storages.update(id, { settings: { ...settings, prefix: 'b/' } });
  expect(await workspace.storages.preview(id, image)).toMatchObject({
    reason: expect.stringContaining('1.bmp'),
  });
});

test('keys that went with their tab: the doctor asks for new ones', async () => {
  const { settings, credentials } = await makeBucket();
  const database = `doctor-${crypto.randomUUID()}`;
  const input = { name: 'Cams', settings, credentials, keeping: 'session' } as const;
  const { id } = await openWorkspace(openHouse(makePorts(), database)).storages.attach(input);
  const checks = [];
  for await (const check of openWorkspace(openHouse(makePorts(), database)).storages.examine({ id }))
    checks.push(check);
  expect(checks).toMatchObject([
    { id: 'credentials', state: 'failed', code: 'credentials-expired', advice: { newKeys: true } },
  ]);
});
