/** Letting go of a storage: its row, its credentials, what is kept of it, and its files where that was asked. */
import { InvalidDataError } from '../errors.ts';
import type { StorageId } from '../model/ids.ts';
import { locationOf } from '../model/storage-location.ts';
import { removeDeviceFolder } from '../storage/device/remove-folder.ts';
import { plural } from '../util/numbers.ts';
import { copiesOf } from './frame-store.ts';
import type { House } from './open-workspace.ts';
import { dropPreview } from './previews.ts';

export async function removeStorage(
  house: House,
  id: StorageId,
  options?: { readonly files: boolean },
): Promise<void> {
  const { folders, storages, vault, ports } = house;
  await checkUnused(house, id);
  const removed = await storages.get(id);
  await storages.remove(id);
  vault.forget(id);
  if (!removed) return;
  const { uid, settings } = removed;
  if (settings.provider === 'folder') await (await folders()).remove(settings.folder);
  await dropPreview(house, uid);
  await (await house.copies()).clear(copiesOf(id));
  if (!options?.files || settings.provider !== 'device') return;
  const place = locationOf(settings);
  if ((await storages.list()).some((each) => locationOf(each.settings) === place)) return;
  await removeDeviceFolder(settings, ports);
}

/** Throws where a task or project reads from it or writes to it, in the bin or not. */
async function checkUnused({ tasks, projects }: House, id: StorageId): Promise<void> {
  const users = [...(await tasks.usingStorage(id)), ...(await projects.usingStorage(id))];
  const first = users[0];
  if (!first) return;
  const inUse = users.filter(({ deletedAt }) => deletedAt === undefined);
  const said = (inUse.length > 0 ? inUse : users).map(({ name }) => name).join(', ');
  if (inUse.length === 0) {
    throw new InvalidDataError(`${plural(users.length, 'thing')} in the bin would need this storage again.`, {
      where: said,
      remedy: { text: 'Remove them from the bin for good, then this storage can go.' },
    });
  }
  const isOne = inUse.length === 1;
  const isTask = inUse.every((user) => 'storageIds' in user);
  throw new InvalidDataError(
    `${plural(inUse.length, isTask ? 'task' : 'task or project', isTask ? 'tasks' : 'tasks and projects')} still ${isOne ? 'uses' : 'use'} this storage.`,
    {
      where: said,
      remedy: {
        text: `Delete ${isOne ? 'it' : 'them'} first, also from the bin, or give ${isOne ? 'it' : 'them'} another storage.`,
      },
    },
  );
}
