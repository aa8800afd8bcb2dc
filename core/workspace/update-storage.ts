/** Changing a storage: what is named changes, what is not stays. */
import { isError } from '../errors.ts';
import type { StorageId } from '../model/ids.ts';
import { needsCredentials } from '../model/storage.ts';
import { openStore } from '../storage/registry.ts';
import { told } from './attach-storage.ts';
import type { House } from './open-workspace.ts';
import { dropPreview } from './previews.ts';
import { changed, refuseAnotherPlace, resolve } from './subject.ts';
import type { StorageChange, Subject } from './workspace.ts';

export async function updateStorage(house: House, id: StorageId, change: StorageChange): Promise<void> {
  const { storages, vault, ports } = house;
  const before = await storages.get(id);
  if (!before) return;
  const { credentials: entered, ...rest } = change;
  if (change.settings) refuseAnotherPlace(before.settings, change.settings);
  const after = { ...before, ...rest };
  if (!needsCredentials(after.settings)) await vault.discard(id);
  else if (entered || change.keeping !== undefined) {
    const { credentials } = await changed(house, before, change);
    if (credentials) await vault.keep(after, credentials);
    await storages.update(id, told(credentials));
  }
  await storages.update(id, { ...rest, updatedAt: ports.clock.now() });
  vault.forget(id);
  if (change.settings) await dropPreview(house, before.uid);
}

/** Those of `keys` that are not there. */
export async function missingKeys(
  house: House,
  subject: Subject,
  keys: readonly string[],
): Promise<string[]> {
  const { settings, credentials } = await resolve(house, subject);
  const store = await openStore(settings, credentials, house.ports);
  const found = await Promise.all(
    keys.map((key) =>
      store.stat(key).then(
        () => [],
        (error: unknown) => {
          if (isError(error, 'storage') && error.code === 'not-found') return [key];
          throw error;
        },
      ),
    ),
  );
  return found.flat();
}
