/** In the extension the browser grants a host only from within a click, and everywhere a folder. Else the page needs no grant. */
import type { Credentials, StorageSettings } from '#core/model/storage.ts';
import { authorityOf } from '#core/storage/azure/entra.ts';
import { requestFolder } from '#core/storage/folder/permission.ts';
import { hostPowers } from '#core/workspace/host-powers.ts';
import { formOf } from './forms/registry.ts';

/**
 * Asks for leave at the storage's host, first thing in a click. A person may refuse: the storage can still have
 * a CORS rule, so the check goes on and says what it finds.
 */
export async function askForOrigin(settings: StorageSettings, credentials?: Credentials): Promise<void> {
  if (settings.provider === 'folder' && credentials && 'kind' in credentials) {
    const isHandle = credentials.kind === 'folder-handle';
    if (isHandle) await requestFolder(credentials.handle, settings.writable ? 'readwrite' : 'read');
    return;
  }
  const origins = [formOf(settings.provider)?.originOf(settings), tokenOrigin(settings, credentials)];
  const asked = origins.filter((origin) => origin !== undefined);
  if (asked.length > 0) await hostPowers().requestOrigin(...asked);
}

/** Where tokens come from, where that is another server. */
function tokenOrigin(settings: StorageSettings, credentials: Credentials | undefined): string | undefined {
  const isIdentity =
    credentials &&
    'kind' in credentials &&
    (credentials.kind === 'azure-principal' || credentials.kind === 'azure-sign-in');
  return isIdentity && settings.provider === 'azure' ? authorityOf(settings) : undefined;
}
