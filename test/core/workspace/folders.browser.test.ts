import { Dexie } from 'dexie';
import { afterEach, expect, test } from 'vitest';
import type { FolderAccess, FolderSettings } from '#core/model/storage.ts';
import { openHouse, openWorkspace } from '#core/workspace/open-workspace.ts';
import { makePorts } from '#test/fakes/ports.ts';

const ends: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

function tab(name: string) {
  const house = openHouse(makePorts(), name);
  return { house, workspace: openWorkspace(house) };
}

function filesOf(sizes: Record<string, number>): FolderAccess {
  const files = Object.entries(sizes).map(
    ([key, size]) => [key, new File([new Uint8Array(size)], key)] as const,
  );
  return { kind: 'folder-files', files: new Map(files) };
}

async function attached(credentials: FolderAccess) {
  const name = `folders ${crypto.randomUUID()}`;
  ends.push(() => Dexie.delete(name));
  const { house, workspace } = tab(name);
  const settings: FolderSettings = {
    provider: 'folder',
    folder: crypto.randomUUID(),
    name: 'yard',
    prefix: '',
    writable: true,
  };
  const storage = await workspace.storages.attach({
    name: 'Yard',
    settings,
    credentials,
    keeping: 'session',
  });
  return { name, house, workspace, storage, settings };
}

test('a handle is there after a reload, until its storage is removed', async () => {
  const root = await navigator.storage.getDirectory();
  const own = `lent ${crypto.randomUUID()}`;
  const handle = await root.getDirectoryHandle(own, { create: true });
  ends.push(() => root.removeEntry(own, { recursive: true }));
  const { name, storage, settings } = await attached({ kind: 'folder-handle', handle });
  const later = tab(name);
  const store = await later.workspace.storages.open(storage.id);
  await store.write('a.txt', new Blob(['x']));
  expect(await (await handle.getFileHandle('a.txt')).getFile()).toMatchObject({ size: 1 });
  expect(await later.workspace.folders.askAgain(storage.id)).toBe('allowed');
  await later.workspace.storages.remove(storage.id);
  expect(await (await later.house.folders()).get(settings.folder)).toBeUndefined();
});

test('files reach the worker of their tab and end with it; the same folder is taken again', async () => {
  const lent = filesOf({ 'a.jpg': 1, 'b/c.jpg': 2, 'd.jpg': 3 });
  const { name, house, workspace, storage } = await attached(lent);
  const worker = tab(name);
  house.vault.onSession((session) => worker.house.vault.setSession(structuredClone(session)));
  expect((await (await worker.house.vault.open(storage.id)).stat('b/c.jpg')).size).toBe(2);

  const later = tab(name);
  await expect(later.workspace.storages.open(storage.id)).rejects.toMatchObject({
    code: 'credentials-expired',
    remedy: { text: expect.stringContaining('Choose the folder again') },
  });
  expect(await later.workspace.folders.askAgain(storage.id)).toBe('choose');
  const other = filesOf({ 'a.jpg': 10, 'x.jpg': 2 });
  await expect(later.workspace.folders.lendAgain(storage.id, other)).rejects.toThrow('not the folder "yard"');
  await expect(later.workspace.storages.open(storage.id)).rejects.toMatchObject({
    code: 'credentials-expired',
  });
  // One was changed and one came since.
  await later.workspace.folders.lendAgain(
    storage.id,
    filesOf({ 'a.jpg': 1, 'b/c.jpg': 2, 'd.jpg': 9, e: 1 }),
  );
  expect((await (await later.workspace.storages.open(storage.id)).stat('e')).size).toBe(1);
  await expect(workspace.storages.recheck(storage.id)).resolves.toMatchObject({ ok: true, images: 3 });
});
