/** Attaching, checking and letting go of storages. */
import { InvalidDataError, isError, toErrorReport } from '../errors.ts';
import { locationOf } from '../model/storage-location.ts';
import { plural } from '../util/numbers.ts';
import type { House } from './open-workspace.ts';
import type { resolve as resolveSubject } from './subject.ts';
import type { Subject, Workspace } from './workspace.ts';

/** Loaded with what needs it: the first page does not. */
async function resolve(house: House, subject: Subject): ReturnType<typeof resolveSubject> {
  return (await import('./subject.ts')).resolve(house, subject);
}

export function storageUses(house: House): Workspace['storages'] {
  const { folders, storages, tasks, vault, ports } = house;
  const { clock } = ports;
  return {
    list: async () => storages.list(),
    get: async (id) => storages.get(id),
    open: async (id) => vault.open(id),
    async check(settings, credentials) {
      const { checkStorage } = await import('./check-storage.ts');
      return checkStorage(settings, credentials, ports);
    },
    glimpse: async (...asked) => (await import('./browse/looks.ts')).glimpse(house, ...asked),
    usedIn: async (...asked) => (await import('./browse/looks.ts')).usedIn(house, ...asked),

    async attach(input) {
      return (await import('./attach-storage.ts')).attachStorage(house, input);
    },
    async renew(id, credentials, keeping): Promise<void> {
      await (await import('./attach-storage.ts')).renewStorage(house, id, credentials, keeping);
    },
    async update(id, change): Promise<void> {
      await (await import('./update-storage.ts')).updateStorage(house, id, change);
    },

    async remove(id, options): Promise<void> {
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
      await (await import('./previews.ts')).dropPreview(house, uid);
      if (!options?.files || settings.provider !== 'device') return;
      const place = locationOf(settings);
      if ((await storages.list()).some((each) => locationOf(each.settings) === place)) return;
      await (await import('../storage/device/remove-folder.ts')).removeDeviceFolder(settings, ports);
    },

    async recheck(id, change) {
      const started = clock.now();
      try {
        const { settings, credentials } = await resolve(house, change ? { id, change } : { id });
        const { checkStorage } = await import('./check-storage.ts');
        return await checkStorage(settings, credentials, ports);
      } catch (error) {
        return { ok: false, error: toErrorReport(error), tookMs: clock.now() - started };
      }
    },

    async missing(subject, keys) {
      return (await import('./update-storage.ts')).missingKeys(house, subject, keys);
    },

    async *examine(subject, signal) {
      const { examine, notOpened } = await import('./doctor/examine.ts');
      const found = await resolve(house, subject).catch((error: unknown) => {
        if (isError(error, 'storage')) return error;
        throw error;
      });
      if (isError(found, 'storage')) yield notOpened(found);
      else yield* examine(found, ports, signal);
    },
    async whyNotApply(subject, checks) {
      const { whyNotApply } = await import('./doctor/plan-rule.ts');
      return whyNotApply(await resolve(house, subject), ports.host, checks);
    },
    async planRule(subject) {
      const { planRule } = await import('./doctor/plan-rule.ts');
      return planRule(await resolve(house, subject), ports);
    },
    async addFiles(id, files, options) {
      const store = await vault.open(id);
      return (await import('./add-files.ts')).addFiles(store, files, options);
    },
    preview: async (id, image, signal) => (await import('./previews.ts')).preview(house, id, image, signal),
  };
}
