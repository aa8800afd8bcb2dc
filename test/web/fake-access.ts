/** Folders that are allowed at once, and no passphrase. */
import type { Workspace } from '#core/workspace/workspace.ts';

export const fakeAccess: Pick<Workspace, 'folders' | 'passphrase'> = {
  folders: {
    askAgain: () => Promise.resolve('allowed'),
    lendAgain: () => Promise.resolve(),
  },
  passphrase: {
    state: () => Promise.resolve('none'),
    set: () => Promise.resolve(),
    unlock: () => Promise.resolve(),
    change: () => Promise.resolve(),
    forget: () => Promise.resolve(),
  },
};
