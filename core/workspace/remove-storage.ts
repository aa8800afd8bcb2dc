/** Letting go of a storage: its row, its credentials, what is kept of it, and its files where that was asked. */
import { InvalidDataError } from '../errors.ts';
import type { StorageId } from '../model/ids.ts';
import { locationOf } from '../model/storage-location.ts';
import { removeDeviceFolder } from '../storage/device/remove-folder.ts';
import { plural } from '../util/numbers.ts';
import type { House } from './open-workspace.ts';
import { dropPreview } from './previews.ts';

export async function removeStorage(
  house: House,
  id: StorageId,
  options?: { readonly files: boolean },
): Promise<void> {
  const { folders, storages, tasks, vault, ports } = house;
  const users = await tasks.usingStorage(id);
  if (users.length > 0) {
    throw new InvalidDataError(
      `${plural(users.length, 'task')} still ${users.length === 1 ? 'uses' : 'use'} this storage.`,
      {
        where: users.map((task) => task.name).join(', '),
        remedy: { text: 'Delete those tasks first, or give them another storage.' },
      },
    );
  }
  const removed = await storages.get(id);
  await storages.remove(id);
  vault.forget(id);
  if (!removed) return;
  const { uid, settings } = removed;
  if (settings.provider === 'folder') await (await folders()).remove(settings.folder);
  await dropPreview(house, uid);
  if (!options?.files || settings.provider !== 'device') return;
  const place = locationOf(settings);
  if ((await storages.list()).some((each) => locationOf(each.settings) === place)) return;
  await removeDeviceFolder(settings, ports);
}
