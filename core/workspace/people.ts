/** People and workspaces. */
import { InvalidDataError } from '../errors.ts';
import type { PeopleUses, WorkspacesUses } from './door/people.ts';
import type { House } from './open-workspace.ts';
import { openWorkspaceId } from './place.ts';

/** Changes are rare: their code comes with the first. */
const load = async () => import('./change-people.ts');

export function peopleUses(house: House): PeopleUses {
  const { people, settings } = house;
  return {
    list: async () => people.list(),
    async me() {
      const me = await people.get((await settings.id('me')) ?? 0);
      if (!me) throw new InvalidDataError('Nobody is at this device.', { where: 'people' });
      return me;
    },
    add: async (name) => (await load()).addPerson(house, name),
    update: async (id, change) => (await load()).updatePerson(house, id, change),
    remove: async (id) => (await load()).removePerson(house, id),
  };
}

export function workspacesUses(house: House): WorkspacesUses {
  return {
    list: async () => house.workspaces.list(),
    current: async () => openWorkspaceId(house),
    open: async (id) => (await load()).openOther(house, id),
    add: async (name) => (await load()).addWorkspace(house, name),
    rename: async (id, name) => (await load()).renameWorkspace(house, id, name),
    remove: async (id) => (await load()).removeWorkspace(house, id),
  };
}
