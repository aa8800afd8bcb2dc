/** Copies files of this computer into a folder on this device, which then is a storage as any other. */
import { InvalidDataError } from '#core/errors.ts';
import type { Storage } from '#core/model/storage.ts';
import type { Workspace } from '#core/workspace/workspace.ts';
import type { LocalItem } from './local-items.ts';

export interface CopyProgress {
  readonly files: number;
  readonly bytes: number;
}

/**
 * Gives the storage with everything in it. When it fails or is aborted nothing stays; throws why.
 */
export async function copyToDevice(
  workspace: Workspace,
  name: string,
  items: readonly LocalItem[],
  options: { readonly signal: AbortSignal; readonly onProgress: (progress: CopyProgress) => void },
): Promise<Storage> {
  const folder = `files-${crypto.randomUUID()}`;
  const storage = await workspace.storages.attach({
    name,
    settings: { provider: 'device', folder, prefix: '' },
    credentials: undefined,
    keeping: 'sealed',
  });
  try {
    let bytes = 0;
    for (const [index, { key, open }] of items.entries()) {
      options.signal.throwIfAborted();
      const file = await open();
      const notCopied = await workspace.storages.addFiles(storage.id, [{ key, file }], {
        prefix: '',
        signal: options.signal,
        onProgress: () => {},
      });
      const [failed] = notCopied.items;
      if (failed) {
        throw new InvalidDataError(`“${key}” was not copied: ${failed.what}`, {
          where: key,
          remedy: {
            text: 'Nothing was kept. Free space on this device, or attach the folder: then nothing is copied.',
          },
        });
      }
      bytes += file.size;
      options.onProgress({ files: index + 1, bytes });
    }
    return storage;
  } catch (error) {
    await workspace.storages.remove(storage.id, { files: true });
    throw error;
  }
}
