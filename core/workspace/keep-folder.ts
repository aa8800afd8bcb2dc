/** Folders that are attached. */
import type { FolderAccess, FolderSettings } from '../model/storage.ts';
import { openStore } from '../storage/registry.ts';
import type { House } from './open-workspace.ts';

/** Keeps what a storage stands on before the storage is seen. */
export async function keepFolder(
  { folders, ports }: House,
  settings: FolderSettings,
  access: FolderAccess,
): Promise<void> {
  const store = await openStore(settings, access, ports);
  await (await folders()).keep(settings.folder, settings.name, access, store);
}
