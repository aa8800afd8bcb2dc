/** Lending folders of this computer, and lending them again. */
import { InvalidDataError } from '../errors.ts';
import type { FolderAccess, FolderSettings, Storage } from '../model/storage.ts';
import { requestFolder } from '../storage/folder/permission.ts';
import { openStore } from '../storage/registry.ts';
import type { House } from './open-workspace.ts';
import type { Workspace } from './workspace.ts';

export function folderUses(house: House): Workspace['folders'] {
  const { folders, storages, vault, ports } = house;

  async function lentBy(id: Storage['id']): Promise<FolderSettings> {
    const settings = (await storages.get(id))?.settings;
    if (settings?.provider === 'folder') return settings;
    throw new InvalidDataError('This storage is no folder.', { where: 'storage' });
  }

  return {
    async askAgain(id) {
      const settings = await lentBy(id);
      const handle = (await folders.get(settings.folder))?.handle;
      if (!handle) return 'choose';
      const answer = await requestFolder(handle, settings.writable ? 'readwrite' : 'read');
      vault.forget(id);
      return answer === 'granted' ? 'allowed' : 'refused';
    },

    async lendAgain(id, access) {
      const settings = await lentBy(id);
      await folders.lendAgain(settings.folder, access, await openStore(settings, access, ports));
      vault.holdFolder(id, access);
    },
  };
}

/** Keeps what a storage stands on before the storage is seen. */
export async function keepFolder(
  { folders, ports }: House,
  settings: FolderSettings,
  access: FolderAccess,
): Promise<void> {
  await folders.keep(settings.folder, settings.name, access, await openStore(settings, access, ports));
}
