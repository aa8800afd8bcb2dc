/** Projects. */
import type { ProjectUses } from './door/projects.ts';
import type { House } from './open-workspace.ts';
import { openWorkspaceId } from './place.ts';

const load = async () => import('./change-projects.ts');

export function projectUses(house: House): ProjectUses {
  const { projects } = house;
  return {
    get: async (id) => projects.get(id),
    many: async (ids) => projects.many(ids),
    list: async () => projects.list(await openWorkspaceId(house)),
    tasks: async (id) => house.tasks.ofProject(id),
    subsets: async (id) => projects.subsets(id),
    create: async (input) => (await load()).createProject(house, input),
    update: async (id, change) => (await load()).updateProject(house, id, change),
    moveToWorkspace: async (id, workspaceId) => (await load()).moveProject(house, id, workspaceId),
    remove: async (id) => (await load()).removeProject(house, id),
  };
}
