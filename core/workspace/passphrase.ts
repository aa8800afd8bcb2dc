/** One passphrase over the credentials of this workspace, entered once in each tab. */
import type { House } from './open-workspace.ts';
import type { Workspace } from './workspace.ts';

export function passphraseUses({ passphrases, vault }: House): Workspace['passphrase'] {
  return {
    async state() {
      if ((await passphrases.state()) === 'none') return 'none';
      const { passphrase } = vault;
      return passphrase && (await passphrases.isCurrent(passphrase)) ? 'open' : 'locked';
    },
    set: async (passphrase) => vault.setPassphrase(await passphrases.set(passphrase)),
    unlock: async (passphrase) => vault.setPassphrase(await passphrases.open(passphrase)),
    change: async (old, next) => vault.setPassphrase(await passphrases.change(old, next)),
    async forget() {
      await passphrases.forget();
      vault.setPassphrase(undefined);
    },
  };
}
