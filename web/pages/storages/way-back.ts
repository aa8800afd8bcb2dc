/** What opens a storage again that cannot be used: new keys, the passphrase, or leave for its folder. */
import type { ErrorReport } from '#core/errors.ts';
import type { StorageSettings } from '#core/model/storage.ts';

export type WayBack = 'keys' | 'passphrase' | 'folder';

/** Undefined where none of them would help. */
export function wayBack({ provider }: StorageSettings, code: ErrorReport['code']): WayBack | undefined {
  if (code === 'locked') return 'passphrase';
  if (provider === 'folder')
    return code === 'credentials-expired' || code === 'forbidden' ? 'folder' : undefined;
  return code === 'credentials-expired' || code === 'credentials-invalid' ? 'keys' : undefined;
}

export const wayBackWords: Readonly<Record<WayBack, string>> = {
  keys: 'New keys…',
  passphrase: 'Unlock…',
  folder: 'Allow the folder again',
};
