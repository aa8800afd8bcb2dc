/** Where new things go, and whose they are. */
import type { WorkspaceId } from '../model/ids.ts';
import { personalWorkspace } from '../model/workspace.ts';
import type { TaskPlace } from './new-task.ts';
import type { House } from './open-workspace.ts';

/** The workspace that is open. */
export async function openWorkspaceId({ settings }: Pick<House, 'settings'>): Promise<WorkspaceId> {
  return (await settings.id('workspace')) ?? personalWorkspace;
}

export async function taskPlace(house: Pick<House, 'settings'>): Promise<TaskPlace> {
  const [workspaceId, ownerId] = await Promise.all([openWorkspaceId(house), house.settings.id('me')]);
  return { workspaceId, ownerId };
}
