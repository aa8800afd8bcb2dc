/** One passphrase over the credentials of this workspace, entered once in each tab. */
import type { House } from './open-workspace.ts';
import type { Workspace } from './workspace.ts';

export function passphraseUses({ passphrases, vault }: House): Workspace['passphrase'] {
  return {
    async state() {
      const kept = await passphrases();
      if ((await kept.state()) === 'none') return 'none';
      const { passphrase } = vault;
      return passphrase && (await kept.isCurrent(passphrase)) ? 'open' : 'locked';
    },
    set: async (passphrase) => vault.setPassphrase(await (await passphrases()).set(passphrase)),
    unlock: async (passphrase) => vault.setPassphrase(await (await passphrases()).open(passphrase)),
    change: async (old, next) => vault.setPassphrase(await (await passphrases()).change(old, next)),
    async forget() {
      await (await passphrases()).forget();
      vault.setPassphrase(undefined);
    },
  };
}
