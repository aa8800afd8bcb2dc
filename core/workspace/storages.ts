/** Attaching, checking and letting go of storages. */
import { locked } from '../db/passphrase.ts';
import { InvalidDataError, isError, toErrorReport } from '../errors.ts';
import { type Credentials, isFolderAccess, type Storage } from '../model/storage.ts';
import { plural } from '../util/numbers.ts';
import { keepFolder } from './folders.ts';
import type { House } from './open-workspace.ts';
import type { resolve as resolveSubject } from './subject.ts';
import type { Subject, Workspace } from './workspace.ts';

/** Loaded with what needs it: the first page does not. */
async function resolve(house: House, subject: Subject): ReturnType<typeof resolveSubject> {
  return (await import('./subject.ts')).resolve(house, subject);
}

export function storageUses(house: House): Workspace['storages'] {
  const { folders, storages, tasks, vault, ports } = house;
  const { clock, random } = ports;
  return {
    list: async () => storages.list(),
    get: async (id) => storages.get(id),
    open: async (id) => vault.open(id),
    async check(settings, credentials) {
      const { checkStorage } = await import('./check-storage.ts');
      return checkStorage(settings, credentials, ports);
    },

    async attach(input): Promise<Storage> {
      const now = clock.now();
      const { name, settings, keeping, credentials, description = '', manifests = [] } = input;
      const keyHint = hint(credentials);
      const access = credentials && isFolderAccess(credentials) ? credentials : undefined;
      const passphrase = keeping === 'passphrase' ? vault.passphrase : undefined;
      if (keeping === 'passphrase' && !passphrase) throw locked(name);
      if (access && settings.provider === 'folder') await keepFolder(house, settings, access);
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
      const isSealed = keeping !== 'session' && !access;
      const id = await storages.add(row, isSealed ? credentials : undefined, passphrase);
      if (access) vault.holdFolder(id, access);
      else if (credentials && keeping === 'session') await vault.keep({ id, name, keeping }, credentials);
      return { ...row, id };
    },

    async renew(id, credentials, keeping): Promise<void> {
      const name = (await storages.get(id))?.name ?? '';
      await vault.keep({ id, name, keeping }, credentials);
      await storages.update(id, { keeping, keyHint: hint(credentials), updatedAt: clock.now() });
    },

    async update(id, change): Promise<void> {
      await (await import('./update-storage.ts')).updateStorage(house, id, change);
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
      const { uid, settings } = (await storages.get(id)) ?? {};
      await storages.remove(id);
      if (settings?.provider === 'folder') await folders.remove(settings.folder);
      vault.forget(id);
      if (uid !== undefined) await (await import('./previews.ts')).dropPreview(house, uid);
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
    preview: async (id, image, signal) => (await import('./previews.ts')).preview(house, id, image, signal),
  };
}

/** The end of what names the credentials, never of what is secret. */
export function hint(credentials: Credentials | undefined): string {
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
    case 'folder-handle':
    case 'folder-files':
      return '';
  }
}
