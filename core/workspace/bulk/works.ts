/** What each change means for each resource. */
import { BinRepository } from '../../db/bin.ts';
import { type Deed, eachWork } from '../../db/bulk/each-work.ts';
import { jobsKind } from '../../db/bulk/jobs-kind.ts';
import { type Patch, rowsWork } from '../../db/bulk/rows-work.ts';
import { tasksKind } from '../../db/bulk/tasks-kind.ts';
import type { Work } from '../../db/bulk/work.ts';
import { type ColorOwner, setLabelColor } from '../../db/label-color.ts';
import { moveProject } from '../../db/project-tasks.ts';
import { InvalidDataError } from '../../errors.ts';
import type { ProjectId, RequestId, StorageId, TaskId, WorkspaceId } from '../../model/ids.ts';
import type { BulkChange } from '../door/bulk.ts';
import type { House } from '../open-workspace.ts';
import { moveTask } from '../labels/change-labels.ts';
import { removeStorage } from '../remove-storage.ts';
import { requestUses } from '../requests.ts';

type LabelColor = Extract<BulkChange, { kind: 'label-color' }>;

/** Undefined where the resource knows no such change. */
export function jobsWork(house: House, change: BulkChange): Work | undefined {
  const now = house.ports.clock.now();
  const patch = patchOf(change, now);
  const isKnown = change.kind !== 'subset' && change.kind !== 'workspace';
  return patch && isKnown
    ? rowsWork(
        house.database,
        () => jobsKind(house.database, now),
        () => patch,
      )
    : undefined;
}

export function tasksWork(house: House, change: BulkChange): Work | undefined {
  if (change.kind === 'label-color') return colorWork(house, 'tasks', change);
  if (change.kind === 'project') return moveWork(house, change);
  const now = house.ports.clock.now();
  const patch = patchOf(change, now);
  const isKnown = change.kind !== 'state' && change.kind !== 'stage';
  return patch && isKnown
    ? rowsWork(
        house.database,
        () => tasksKind(house.database, now),
        () => patch,
      )
    : undefined;
}

/** Of jobs and tasks; undefined for what is no mere change of fields. */
function patchOf(change: BulkChange, now: number): Patch | undefined {
  switch (change.kind) {
    case 'assignee':
      return { assigneeId: change.personId };
    case 'state':
      return { state: change.state };
    case 'stage':
      return { stage: change.stage, state: 'new' };
    case 'subset':
      return { subset: change.subset };
    case 'workspace':
      return { workspaceId: change.workspaceId };
    case 'delete':
      return { deletedAt: now };
    case 'project':
    case 'label-color':
    case 'cancel':
    case 'retry':
      return undefined;
    default:
      return change satisfies never;
  }
}

export function projectsWork(house: House, change: BulkChange): Work | undefined {
  const { projects, database, ports } = house;
  const nameOf = async (id: ProjectId) => {
    const project = await database.projects.get(id);
    return project ? `Project #${id} “${project.name}”` : `Project #${id}`;
  };
  const each = (one: (id: ProjectId) => Promise<Deed>) => eachWork(nameOf, one);
  const live = async (id: ProjectId) => {
    const project = await projects.get(id);
    if (project) return project;
    throw new InvalidDataError('It was deleted.', { where: `project ${id}` });
  };
  switch (change.kind) {
    case 'assignee': {
      const assign = async (id: ProjectId, assigneeId: number | undefined) =>
        projects.update(id, { assigneeId, updatedAt: ports.clock.now() });
      return each(async (id) => {
        const { assigneeId } = await live(id);
        if (assigneeId === change.personId) return 'unchanged';
        await assign(id, change.personId);
        return { undo: async () => assign((await live(id)).id, assigneeId) };
      });
    }
    case 'workspace': {
      const move = async (id: ProjectId, to: WorkspaceId) => moveProject(database, id, to, ports.clock.now());
      return each(async (id) => {
        const { workspaceId } = await live(id);
        if (workspaceId === change.workspaceId) return 'unchanged';
        await move(id, change.workspaceId);
        return { undo: async () => move(id, workspaceId) };
      });
    }
    case 'label-color':
      return colorWork(house, 'projects', change);
    case 'delete':
      return each(async (id) => {
        if (!(await projects.get(id))) return 'unchanged';
        const bin = new BinRepository(database);
        await bin.putProject(id, ports.clock.now());
        return { undo: async () => bin.restoreProject(id) };
      });
    case 'state':
    case 'stage':
    case 'subset':
    case 'project':
    case 'cancel':
    case 'retry':
      return undefined;
    default:
      return change satisfies never;
  }
}

function moveWork(house: House, { projectId, mapping }: Extract<BulkChange, { kind: 'project' }>): Work {
  const nameOf = async (id: TaskId) => {
    const task = await house.database.tasks.get(id);
    return task ? `Task #${id} “${task.name}”` : `Task #${id}`;
  };
  return eachWork(nameOf, async (id) => {
    const task = await house.tasks.get(id);
    if (task && task.projectId === projectId) return 'unchanged';
    return { undo: await moveTask(house, id, projectId, mapping) };
  });
}

function colorWork({ database, ports }: House, owner: ColorOwner, { label, color }: LabelColor): Work {
  const set = async (id: number, to: string) =>
    setLabelColor(database, owner, id, { label, color: to, now: ports.clock.now() });
  const nameOf = async (id: number) => {
    const row = await database[owner].get(id);
    const what = `${owner === 'tasks' ? 'Task' : 'Project'} #${id}`;
    return row ? `${what} “${row.name}”` : what;
  };
  return eachWork(nameOf, async (id) => {
    const before = await set(id, color);
    if (before === undefined || before === color) return 'unchanged';
    return {
      undo: async () => {
        await set(id, before);
      },
    };
  });
}

/** Letting go of a storage takes its keys along: there is no way back. */
export function storagesWork(house: House, change: BulkChange): Work | undefined {
  if (change.kind !== 'delete') return undefined;
  const nameOf = async (id: StorageId) => {
    const storage = await house.storages.get(id);
    return storage ? `Storage “${storage.name}”` : `Storage #${id}`;
  };
  return eachWork(nameOf, async (id) => {
    if (!(await house.storages.get(id))) return 'unchanged';
    await removeStorage(house, id);
    return {};
  });
}

export function requestsWork(house: House, change: BulkChange): Work | undefined {
  const uses = requestUses(house);
  const each = (one: (id: RequestId) => Promise<Deed>) => eachWork(async (id) => `Request #${id}`, one);
  const statusOf = async (id: RequestId) => {
    const request = await house.requests.get(id);
    if (request) return request.status;
    throw new InvalidDataError('It was deleted.', { where: `request ${id}` });
  };
  switch (change.kind) {
    case 'cancel':
      return each(async (id) => {
        const status = await statusOf(id);
        if (status === 'cancelled') return 'unchanged';
        if (status === 'finished' || status === 'failed') throw ended(id, status);
        await uses.cancel(id);
        return {};
      });
    case 'retry':
      return each(async (id) => {
        const status = await statusOf(id);
        if (status === 'queued' || status === 'in progress') return 'unchanged';
        if (status === 'finished') throw ended(id, status);
        await uses.retry(id);
        return {};
      });
    case 'delete':
      return each(async (id) => {
        if (!(await house.requests.get(id))) return 'unchanged';
        if ((await statusOf(id)) === 'in progress') {
          throw new InvalidDataError('It runs.', {
            where: `request ${id}`,
            remedy: { text: 'Cancel it first.' },
          });
        }
        await uses.remove(id);
        return {};
      });
    case 'assignee':
    case 'state':
    case 'stage':
    case 'subset':
    case 'project':
    case 'workspace':
    case 'label-color':
      return undefined;
    default:
      return change satisfies never;
  }
}

function ended(id: RequestId, status: 'finished' | 'failed'): InvalidDataError {
  return new InvalidDataError(status === 'finished' ? 'It has finished.' : 'It has failed already.', {
    where: `request ${id}`,
  });
}
