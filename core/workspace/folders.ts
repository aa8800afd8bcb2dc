/** Lending folders of this computer, and lending them again. */
import { InvalidDataError } from '../errors.ts';
import type { FolderSettings, Storage } from '../model/storage.ts';
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
      const handle = (await (await folders()).get(settings.folder))?.handle;
      if (!handle) return 'choose';
      const { requestFolder } = await import('../storage/folder/permission.ts');
      const answer = await requestFolder(handle, settings.writable ? 'readwrite' : 'read');
      vault.forget(id);
      return answer === 'granted' ? 'allowed' : 'refused';
    },

    async lendAgain(id, access) {
      const settings = await lentBy(id);
      const { openStore } = await import('../storage/registry.ts');
      const store = await openStore(settings, access, ports);
      await (await folders()).lendAgain(settings.folder, access, store);
      vault.holdFolder(id, access);
    },
  };
}
