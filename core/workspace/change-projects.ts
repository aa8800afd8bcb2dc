/** Making and changing projects. */
import { BinRepository } from '../db/bin.ts';
import { moveProject as moveWithTasks } from '../db/project-tasks.ts';
import { InvalidDataError } from '../errors.ts';
import { checkLabels } from '../model/check-labels.ts';
import type { ProjectId, WorkspaceId } from '../model/ids.ts';
import { checkBugTracker } from './check-task.ts';
import type { CreateProjectInput, ProjectChange } from './door/projects.ts';
import type { House } from './open-workspace.ts';
import { taskPlace } from './place.ts';

export async function createProject(house: House, input: CreateProjectInput): Promise<ProjectId> {
  const now = house.ports.clock.now();
  check(input);
  checkLabels(input.labels);
  return house.projects.add({
    ...input,
    ...(await taskPlace(house)),
    uid: house.ports.random.uuid(),
    name: input.name.trim(),
    guide: '',
    assigneeId: undefined,
    status: 'annotation',
    dimension: undefined,
    createdAt: now,
    updatedAt: now,
  });
}

export async function updateProject(house: House, id: ProjectId, change: ProjectChange): Promise<void> {
  check(change);
  const name = change.name === undefined ? {} : { name: change.name.trim() };
  await house.projects.update(id, { ...change, ...name, updatedAt: house.ports.clock.now() });
}

function check({ name, bugTracker }: Pick<ProjectChange, 'name' | 'bugTracker'>): void {
  if (name !== undefined && name.trim() === '')
    throw new InvalidDataError('A project has a name.', { where: 'name' });
  checkBugTracker(bugTracker);
}

export async function moveProject(house: House, id: ProjectId, workspaceId: WorkspaceId): Promise<void> {
  await moveWithTasks(house.database, id, workspaceId, house.ports.clock.now());
}

export async function removeProject(house: House, id: ProjectId): Promise<void> {
  await new BinRepository(house.database).putProject(id, house.ports.clock.now());
}
