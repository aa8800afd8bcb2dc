/** Rows as cells of the tables that lists are worked out on. */
import type { Job } from '../model/job.ts';
import type { Person } from '../model/person.ts';
import type { Project } from '../model/project.ts';
import type { RequestParams, RequestRecord } from '../model/request.ts';
import type { Storage } from '../model/storage.ts';
import type { Task } from '../model/task.ts';
import type { TableName } from '../query/columns/table-names.ts';
import type { Cells } from '../query/columns/table.ts';

/** What each table's rows are. */
export interface ListRows {
  readonly jobs: Job;
  readonly tasks: Task;
  readonly projects: Project;
  readonly people: Person;
  readonly storages: Storage;
  readonly requests: RequestRecord;
}

export type CellsOf = { readonly [Name in TableName]: (row: ListRows[Name]) => Cells };

export const cellsOf: CellsOf = {
  jobs: (job) => ({
    task: job.taskId,
    assignee: job.assigneeId,
    state: job.state,
    stage: job.stage,
    type: job.type,
    frames: job.frames?.length ?? job.stopFrame - job.startFrame + 1,
    annotatedFrames: job.annotatedFrames,
    updated: job.updatedAt,
    created: job.createdAt,
  }),
  tasks: (task) => ({
    workspace: task.workspaceId,
    project: task.projectId,
    name: task.name,
    subset: task.subset,
    dimension: task.dimension,
    mode: task.mode,
    status: task.status,
    owner: task.ownerId,
    assignee: task.assigneeId,
    labels: task.labels.map(({ name }) => name),
    storages: sourceIds(task),
    bugTracker: task.bugTracker,
    frames: task.size,
    updated: task.updatedAt,
    created: task.createdAt,
  }),
  projects: (project) => ({
    workspace: project.workspaceId,
    name: project.name,
    dimension: project.dimension,
    status: project.status,
    owner: project.ownerId,
    assignee: project.assigneeId,
    labels: project.labels.map(({ name }) => name),
    storages: sourceIds(project),
    bugTracker: project.bugTracker,
    updated: project.updatedAt,
    created: project.createdAt,
  }),
  people: ({ name }) => ({ name }),
  storages: (storage) => ({
    provider: providerTypes[storage.settings.provider],
    credentials: credentialsType(storage),
    resource: resourceOf(storage),
    name: storage.name,
    description: storage.description,
    owner: storage.owner,
    updated: storage.updatedAt,
    created: storage.createdAt,
  }),
  requests: (request) => ({
    status: request.status,
    action: request.params.kind.replace('-', ' '),
    about: aboutOf(request.params),
    format: 'format' in request.params ? request.params.format : '',
    file: request.result?.file?.name ?? '',
    running: request.status === 'queued' || request.status === 'in progress' ? 'yes' : 'no',
    task: 'taskId' in request.params ? request.params.taskId : undefined,
    job: 'jobId' in request.params ? request.params.jobId : undefined,
    created: request.createdAt,
    finished: request.finishedAt,
  }),
};

/** True for rows that lists leave out. */
export function isBinned(row: object): boolean {
  return 'deletedAt' in row && row.deletedAt !== undefined;
}

function sourceIds({ sources }: Pick<Task, 'sources'>): number[] {
  return [...new Set(sources.map(({ storageId }) => storageId))];
}

/** CVAT's names where it has the provider. */
const providerTypes: { readonly [Provider in Storage['settings']['provider']]: string } = {
  s3: 'AWS_S3_BUCKET',
  azure: 'AZURE_CONTAINER',
  gcs: 'GOOGLE_CLOUD_STORAGE',
  redis: 'REDIS',
  folder: 'FOLDER',
  device: 'DEVICE',
  urls: 'URLS',
};

function credentialsType({ settings, credentialsKind }: Storage): string {
  if ('anonymous' in settings && settings.anonymous) return 'ANONYMOUS_ACCESS';
  const known = credentialsKind === undefined ? undefined : credentialsTypes[credentialsKind];
  return known ?? (settings.provider === 's3' ? 'KEY_SECRET_KEY_PAIR' : 'OTHER');
}

/** CVAT's names for kinds of credentials; a connection string holds the account's key. */
const credentialsTypes: Readonly<Record<string, string>> = {
  s3: 'KEY_SECRET_KEY_PAIR',
  'gcs-hmac': 'KEY_SECRET_KEY_PAIR',
  'azure-sas': 'ACCOUNT_NAME_TOKEN_PAIR',
  'azure-key': 'CONNECTION_STRING',
  'gcs-key-file': 'KEY_FILE_PATH',
};

function resourceOf({ settings }: Storage): string {
  switch (settings.provider) {
    case 's3':
    case 'gcs':
      return settings.bucket;
    case 'azure':
      return settings.container;
    case 'redis':
      return `database ${settings.database}`;
    case 'folder':
      return settings.name;
    case 'device':
      return settings.folder;
    case 'urls':
      return '';
    default:
      return settings satisfies never;
  }
}

function aboutOf(params: RequestParams): string {
  if ('jobId' in params && params.jobId !== undefined) return `Job #${params.jobId}`;
  return 'taskId' in params ? `Task #${params.taskId}` : '';
}
