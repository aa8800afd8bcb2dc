/** Attaching, checking and letting go of storages. */
import { InvalidDataError, isError, toErrorReport } from '../errors.ts';
import { type Credentials, needsCredentials, type Storage } from '../model/storage.ts';
import { checkStorage } from './check-storage.ts';
import { openStore } from '../storage/registry.ts';
import { plural } from '../util/numbers.ts';
import type { House } from './open-workspace.ts';
import { dropPreview, preview } from './previews.ts';
import { changed, refuseAnotherPlace, resolve } from './subject.ts';
import type { Workspace } from './workspace.ts';

export function storageUses(house: House): Workspace['storages'] {
  const { storages, tasks, vault, ports } = house;
  const { clock, random } = ports;
  return {
    list: async () => storages.list(),
    get: async (id) => storages.get(id),
    open: async (id) => vault.open(id),
    check: async (settings, credentials) => checkStorage(settings, credentials, ports),

    async attach(input): Promise<Storage> {
      const now = clock.now();
      const { name, settings, keeping, credentials, description = '', manifests = [] } = input;
      const keyHint = hint(credentials);
      const row = {
        uid: random.uuid(),
        name,
        description,
        settings,
        manifests,
        owner: '',
        keeping,
        keyHint,
        createdAt: now,
        updatedAt: now,
      };
      const id = await storages.add(row, keeping === 'sealed' ? credentials : undefined);
      if (credentials && keeping === 'session') await vault.keep({ id, keeping }, credentials);
      return { ...row, id };
    },

    async renew(id, credentials, keeping): Promise<void> {
      await vault.keep({ id, keeping }, credentials);
      await storages.update(id, { keeping, keyHint: hint(credentials), updatedAt: clock.now() });
    },

    async update(id, change): Promise<void> {
      const before = await storages.get(id);
      if (!before) return;
      const { credentials: entered, ...rest } = change;
      if (change.settings) refuseAnotherPlace(before.settings, change.settings);
      const after = { ...before, ...rest };
      if (!needsCredentials(after.settings)) await vault.discard(id);
      else if (entered || change.keeping !== undefined) {
        const { credentials } = await changed(house, before, change);
        if (credentials) await vault.keep(after, credentials);
        await storages.update(id, { keyHint: hint(credentials) });
      }
      await storages.update(id, { ...rest, updatedAt: clock.now() });
      vault.forget(id);
      if (change.settings) await dropPreview(house, before.uid);
    },

    async remove(id): Promise<void> {
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
      const uid = (await storages.get(id))?.uid;
      await storages.remove(id);
      vault.forget(id);
      if (uid !== undefined) await dropPreview(house, uid);
    },

    async recheck(id, change) {
      const started = clock.now();
      try {
        const { settings, credentials } = await resolve(house, change ? { id, change } : { id });
        return await checkStorage(settings, credentials, ports);
      } catch (error) {
        return { ok: false, error: toErrorReport(error), tookMs: clock.now() - started };
      }
    },

    async missing(subject, keys) {
      const { settings, credentials } = await resolve(house, subject);
      const store = await openStore(settings, credentials, ports);
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
    preview: async (id, image, signal) => preview(house, id, image, signal),
  };
}

/** The end of what names the credentials, never of what is secret. */
function hint(credentials: Credentials | undefined): string {
  if (!credentials) return '';
  if (!('kind' in credentials)) return credentials.accessKeyId.slice(-4);
  switch (credentials.kind) {
    case 'gcs-key-file':
      return credentials.clientEmail.split('@', 1)[0]?.slice(-4) ?? '';
    case 'gcs-hmac':
      return credentials.accessId.slice(-4);
    case 'redis-password':
      return credentials.user.slice(-4);
    case 'azure-principal':
    case 'azure-sign-in':
    case 'gcs-sign-in':
      return credentials.clientId.slice(-4);
    case 'azure-sas':
    case 'azure-key':
    case 'gcs-token':
    case 'redis-token':
      return '';
  }
}
