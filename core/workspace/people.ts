/** People and workspaces. */
import { InvalidDataError } from '../errors.ts';
import type { PeopleUses, WorkspacesUses } from './door/people.ts';
import { notYet } from './not-yet.ts';
import type { House } from './open-workspace.ts';
import { openWorkspaceId } from './place.ts';

export function peopleUses({ people, settings }: House): PeopleUses {
  return {
    list: async () => people.list(),
    async me() {
      const me = await people.get((await settings.id('me')) ?? 0);
      if (!me) throw new InvalidDataError('Nobody is at this device.', { where: 'people' });
      return me;
    },
    add: async () => notYet('people.add'),
    update: async () => notYet('people.update'),
    remove: async () => notYet('people.remove'),
  };
}

export function workspacesUses(house: House): WorkspacesUses {
  return {
    list: async () => [],
    current: async () => openWorkspaceId(house),
    open: async (id) => house.settings.keep('workspace', id),
    add: async () => notYet('workspaces.add'),
    rename: async () => notYet('workspaces.rename'),
    remove: async () => notYet('workspaces.remove'),
  };
}
