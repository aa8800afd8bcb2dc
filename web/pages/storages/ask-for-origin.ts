/** In the extension the browser grants a host only from within a click. The page needs no grant. */
import type { StorageSettings } from '#core/model/storage.ts';
import { hostPowers } from '#core/workspace/host-powers.ts';
import { formOf } from './forms/registry.ts';

/**
 * Asks for leave at the storage's host, first thing in a click. A person may refuse: the storage can still have
 * a CORS rule, so the check goes on and says what it finds.
 */
export async function askForOrigin(settings: StorageSettings): Promise<void> {
  const origin = formOf(settings.provider)?.originOf(settings);
  if (origin !== undefined) await hostPowers().requestOrigin(origin);
}
