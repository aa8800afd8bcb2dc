/**
 * Lists as one would write them first: everything loaded, each row made a record of its fields, filtered and sorted.
 * What the tables in memory are measured against, for what they answer and for how fast.
 */
import type { Job } from '#core/model/job.ts';
import type { Person } from '#core/model/person.ts';
import type { Project } from '#core/model/project.ts';
import { counts, jobStatus } from '#core/model/status.ts';
import type { Storage } from '#core/model/storage.ts';
import type { Task } from '#core/model/task.ts';
import type { ListRecord } from '#core/query/evaluate.ts';
import type { JobCounts, ListScope } from '#core/query/list-query.ts';

export interface PlainRows {
  readonly people: readonly Person[];
  readonly storages: readonly Pick<Storage, 'id' | 'name'>[];
  readonly projects: readonly Project[];
  readonly tasks: readonly Task[];
  readonly jobs: readonly Job[];
}

/** A record of a row, and of tasks and projects how far they are. */
export interface Plain {
  readonly id: number;
  readonly record: ListRecord;
  readonly progress?: JobCounts;
}

/** Everything that is in the scope and not in the bin. */
export function plainRecords(
  rows: PlainRows,
  resource: 'projects' | 'tasks' | 'jobs',
  scope: ListScope,
): Plain[] {
  const { people, storages, projects, tasks, jobs } = rows;
  const names: Names = {
    people: new Map(people.map(({ id, name }) => [id, name])),
    storages: new Map(storages.map(({ id, name }) => [id, name])),
  };
  const isThere = ({ deletedAt }: { readonly deletedAt?: number }) => deletedAt === undefined;
  const isOpen = ({ workspaceId }: { readonly workspaceId: number }) =>
    scope.workspaceId === undefined || workspaceId === scope.workspaceId;
  const ofProject = ({ projectId }: { readonly projectId: number | undefined }) =>
    scope.projectId === undefined || projectId === scope.projectId;
  const projectsById = new Map(
    projects.filter((row) => isThere(row) && isOpen(row)).map((row) => [row.id, row]),
  );
  const tasksById = new Map(
    tasks
      .filter((row) => isThere(row) && isOpen(row) && ofProject(row))
      .filter(({ projectId }) => projectId === undefined || projectsById.has(projectId))
      .map((row) => [row.id, row]),
  );
  const live = jobs.filter(
    (row) =>
      isThere(row) &&
      tasksById.has(row.taskId) &&
      (scope.taskId === undefined || row.taskId === scope.taskId),
  );
  if (resource === 'jobs') {
    return live.flatMap((job) => {
      const task = tasksById.get(job.taskId);
      if (!task) return [];
      return [{ id: job.id, record: jobRecord(job, task, projectsById.get(task.projectId ?? 0), names) }];
    });
  }
  const byTask = groupBy(live, ({ taskId }) => taskId);
  if (resource === 'tasks') {
    return [...tasksById.values()].map((task) => {
      const progress = countJobs(byTask.get(task.id) ?? []);
      const project = projectsById.get(task.projectId ?? 0);
      return { id: task.id, record: taskRecord(task, project, progress, names), progress };
    });
  }
  const byProject = groupBy([...tasksById.values()], ({ projectId }) => projectId);
  return [...projectsById.values()].map((project) => {
    const own = byProject.get(project.id) ?? [];
    const progress = countJobs(own.flatMap(({ id }) => byTask.get(id) ?? []));
    return { id: project.id, record: projectRecord(project, own, progress, names), progress };
  });
}

function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

interface Names {
  readonly people: ReadonlyMap<number, string>;
  readonly storages: ReadonlyMap<number, string>;
}

/** How far ordinary jobs are. */
function countJobs(jobs: readonly Job[]): JobCounts {
  const found = { jobs: 0, completed: 0, validation: 0, annotation: 0, frames: 0, annotatedFrames: 0 };
  for (const job of jobs) {
    if (!counts(job.type)) continue;
    found.jobs += 1;
    found[jobStatus(job)] += 1;
    found.frames += job.stopFrame - job.startFrame + 1;
    found.annotatedFrames += job.annotatedFrames;
  }
  return found;
}

/** Names of what it reads from, each once. */
function sourceNames(parts: readonly Pick<Task, 'sources'>[], { storages }: Names): string[] {
  const ids = parts.flatMap(({ sources }) => sources.map(({ storageId }) => storageId));
  return [...new Set(ids)].flatMap((id) => storages.get(id) ?? []);
}

function personName(id: number | undefined, { people }: Names): string | undefined {
  return id === undefined ? undefined : people.get(id);
}

function projectRecord(
  project: Project,
  tasks: readonly Task[],
  progress: JobCounts,
  names: Names,
): ListRecord {
  return {
    id: project.id,
    name: project.name,
    assignee: personName(project.assigneeId, names),
    owner: personName(project.ownerId, names),
    updated_date: project.updatedAt,
    created_date: project.createdAt,
    status: project.status,
    dimension: project.dimension,
    label: project.labels.map(({ name }) => name),
    frames: tasks.reduce((sum, { size }) => sum + size, 0),
    annotated_frames: progress.annotatedFrames,
    bug_tracker: project.bugTracker,
    source_storage: sourceNames([project, ...tasks], names),
  };
}

function taskRecord(task: Task, project: Project | undefined, progress: JobCounts, names: Names): ListRecord {
  return {
    dimension: task.dimension,
    status: task.status,
    mode: task.mode,
    subset: task.subset,
    assignee: personName(task.assigneeId, names),
    owner: personName(task.ownerId, names),
    updated_date: task.updatedAt,
    created_date: task.createdAt,
    id: task.id,
    project_id: task.projectId,
    name: task.name,
    project_name: project?.name,
    label: task.labels.map(({ name }) => name),
    frames: task.size,
    annotated_frames: progress.annotatedFrames,
    bug_tracker: task.bugTracker,
    source_storage: sourceNames([task], names),
  };
}

function jobRecord(job: Job, task: Task, project: Project | undefined, names: Names): ListRecord {
  return {
    state: job.state,
    stage: job.stage,
    dimension: task.dimension,
    assignee: personName(job.assigneeId, names),
    updated_date: job.updatedAt,
    created_date: job.createdAt,
    id: job.id,
    task_id: job.taskId,
    project_id: task.projectId,
    task_name: task.name,
    project_name: project?.name,
    type: job.type,
    label: task.labels.map(({ name }) => name),
    frames: job.frames?.length ?? job.stopFrame - job.startFrame + 1,
    annotated_frames: job.annotatedFrames,
    subset: task.subset,
    bug_tracker: task.bugTracker,
    source_storage: sourceNames([task], names),
  };
}
