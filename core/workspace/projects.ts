/** Projects. */
import type { ProjectUses } from './door/projects.ts';
import { notYet } from './not-yet.ts';
import type { House } from './open-workspace.ts';
import { openWorkspaceId } from './place.ts';

export function projectUses(house: House): ProjectUses {
  const { projects } = house;
  return {
    get: async (id) => projects.get(id),
    many: async (ids) => projects.many(ids),
    list: async () => projects.list(await openWorkspaceId(house)),
    create: async () => notYet('projects.create'),
    update: async (id, change) => projects.update(id, { ...change, updatedAt: house.ports.clock.now() }),
    subsets: async () => notYet('projects.subsets'),
    moveToWorkspace: async () => notYet('projects.moveToWorkspace'),
    remove: async () => notYet('projects.remove'),
  };
}
