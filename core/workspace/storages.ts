/** Attaching, checking and letting go of storages. */
import { InvalidDataError, StorageError, toErrorReport } from '../errors.ts';
import type { Credentials, Storage } from '../model/storage.ts';
import { checkStorage } from './check-storage.ts';
import { plural } from '../util/numbers.ts';
import type { House } from './open-workspace.ts';
import type { Workspace } from './workspace.ts';

export function storageUses({ storages, tasks, vault, ports }: House): Workspace['storages'] {
  const { clock, random } = ports;
  return {
    list: async () => storages.list(),
    get: async (id) => storages.get(id),
    open: async (id) => vault.open(id),
    check: async (settings, credentials) => checkStorage(settings, credentials, ports),

    async attach(input): Promise<Storage> {
      const now = clock.now();
      const { name, settings, keeping, credentials } = input;
      const keyHint = hint(credentials);
      const row = {
        uid: random.uuid(),
        name,
        description: '',
        owner: '',
        manifests: [],
        settings,
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

    async remove(id): Promise<void> {
      const users = await tasks.usingStorage(id);
      if (users.length > 0) {
        throw new InvalidDataError(`${plural(users.length, 'task')} still use this storage.`, {
          where: users.map((task) => task.name).join(', '),
          remedy: { text: 'Delete those tasks first, or give them another storage.' },
        });
      }
      await storages.remove(id);
      vault.forget(id);
    },

    async recheck(id) {
      const started = clock.now();
      try {
        const storage = await storages.get(id);
        if (!storage)
          throw new StorageError('not-found', 'This storage is no longer attached.', { operation: 'list' });
        return await checkStorage(storage.settings, await vault.credentials(storage), ports);
      } catch (error) {
        return { ok: false, error: toErrorReport(error), tookMs: clock.now() - started };
      }
    },
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
