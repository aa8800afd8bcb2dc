/** Projects and the tasks in them, changed together. */
import { InvalidDataError } from '../errors.ts';
import type { ProjectId, TaskId, WorkspaceId } from '../model/ids.ts';
import type { Project } from '../model/project.ts';
import type { Dimension, Task } from '../model/task.ts';
import type { Database } from './database.ts';
import { keepProjects } from './statuses.ts';

/** A project that is there and not in the bin. */
export async function liveProject(db: Database, id: ProjectId): Promise<Project> {
  const project = await db.projects.get(id);
  if (project && project.deletedAt === undefined) return project;
  const where = project ? `project “${project.name}”` : `project ${id}`;
  throw new InvalidDataError(`This project ${project ? 'is in the bin' : 'was deleted'}.`, {
    where,
    remedy: { text: project ? 'Restore it first, or choose another.' : 'Choose another one.' },
  });
}

/** Why a task of this dimension cannot be in `project`; undefined where it can. */
export function dimensionError(project: Project, dimension: Dimension): InvalidDataError | undefined {
  if (project.dimension === undefined || project.dimension === dimension) return undefined;
  const words = { '2d': 'images', '3d': 'point clouds' };
  return new InvalidDataError(
    `“${project.name}” holds tasks of ${words[project.dimension]}, and this one is of ${words[dimension]}.`,
    {
      where: 'dimension',
      remedy: { text: 'A project holds either: their tools and export formats differ. Choose another one.' },
    },
  );
}

/** A task of a project takes its labels and workspace, and with it the project is as far as this task is. */
export async function addTask(db: Database, task: Omit<Task, 'id'>): Promise<TaskId> {
  const { projectId } = task;
  if (projectId === undefined) return db.tasks.add(task);
  return db.transaction('rw', [db.tasks, db.projects], async () => {
    const project = await liveProject(db, projectId);
    const mixed = dimensionError(project, task.dimension);
    if (mixed) throw mixed;
    const { labels, workspaceId } = project;
    const id = await db.tasks.add({ ...task, labels, workspaceId });
    await keepProjects(db, [projectId]);
    return id;
  });
}

/** The project with all its tasks, also those in the bin. */
export async function moveProject(
  db: Database,
  id: ProjectId,
  workspaceId: WorkspaceId,
  now: number,
): Promise<void> {
  await db.transaction('rw', [db.tasks, db.projects, db.workspaces], async () => {
    await liveProject(db, id);
    await checkWorkspace(db, workspaceId);
    await db.projects.update(id, { workspaceId, updatedAt: now });
    await db.tasks.where('projectId').equals(id).modify({ workspaceId });
  });
}

/** Throws where there is no such workspace; within a transaction on workspaces. */
export async function checkWorkspace(db: Database, id: WorkspaceId): Promise<void> {
  if (id === 0 || (await db.workspaces.get(id))) return;
  throw new InvalidDataError('This workspace was removed.', {
    where: `workspace ${id}`,
    remedy: { text: 'Choose another one.' },
  });
}
