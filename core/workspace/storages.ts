/** Attaching, checking and letting go of storages. */
import type { House } from './open-workspace.ts';
import type { resolve as resolveSubject } from './subject.ts';
import type { Subject, Workspace } from './workspace.ts';

/** Loaded with what needs it: the first page does not. */
async function resolve(house: House, subject: Subject): ReturnType<typeof resolveSubject> {
  return (await import('./subject.ts')).resolve(house, subject);
}

export function storageUses(house: House): Workspace['storages'] {
  const { storages, vault, ports } = house;
  return {
    list: async () => storages.list(),
    get: async (id) => storages.get(id),
    many: async (ids) => storages.many(ids),
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
      await (await import('./remove-storage.ts')).removeStorage(house, id, options);
    },

    async recheck(id, change) {
      return (await import('./recheck-storage.ts')).recheckStorage(house, change ? { id, change } : { id });
    },

    async missing(subject, keys) {
      return (await import('./update-storage.ts')).missingKeys(house, subject, keys);
    },

    async *examine(subject, signal) {
      yield* (await import('./doctor/examine-storage.ts')).examineStorage(house, subject, signal);
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
