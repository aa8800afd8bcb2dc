/** Rows as tests of pages want them: whole, with what a test says of them. */
import type { ErrorReport } from '#core/errors.ts';
import type { Job } from '#core/model/job.ts';
import type { Label } from '#core/model/label.ts';
import type { RequestRecord } from '#core/model/request.ts';
import { wholeSource } from '#core/model/source.ts';
import type { Storage } from '#core/model/storage.ts';
import { defaultCut, type Task } from '#core/model/task.ts';

/** When everything was made. */
export const start = Date.UTC(2026, 10, 20, 9, 0);

function label(id: number, name: string, color: string): Label {
  return { id, name, color, type: 'any', attributes: [] };
}

export function storage(id: number, name: string, bucket: string, prefix: string): Storage {
  return {
    id,
    uid: `storage-${id}`,
    name,
    description: '',
    owner: '',
    manifests: [],
    settings: {
      provider: 's3',
      bucket,
      prefix,
      region: 'eu-central-1',
      endpoint: '',
      addressing: 'virtual',
      anonymous: false,
    },
    keeping: 'sealed',
    keyHint: '5R3W',
    createdAt: start,
    updatedAt: start,
  };
}

export function task(id: number, name: string, fields: Partial<Task> = {}): Task {
  return {
    id,
    uid: `task-${id}`,
    name,
    labels: [label(1, 'person', '#2f80ff'), label(2, 'forklift', '#ff9e1b'), label(3, 'walkway', '#64fcd7')],
    sources: [wholeSource(1)],
    targets: [],
    storageIds: [1],
    ...defaultCut,
    segmentSize: 240,
    workspaceId: 0,
    projectId: undefined,
    subset: '',
    dimension: '2d',
    mode: 'annotation',
    ownerId: 1,
    assigneeId: undefined,
    bugTracker: '',
    guide: '',
    size: 480,
    status: 'annotation',
    ready: true,
    createdAt: start,
    updatedAt: start,
    ...fields,
  };
}

export function job(id: number, taskId: number, fields: Partial<Job> = {}): Job {
  return {
    id,
    taskId,
    type: 'annotation',
    assigneeId: undefined,
    workedMs: 0,
    stage: 'annotation',
    state: 'new',
    startFrame: 0,
    stopFrame: 239,
    annotatedFrames: 0,
    objectCount: 0,
    lastFrame: 0,
    createdAt: start,
    updatedAt: start,
    ...fields,
  };
}

export function request(id: number, fields: Partial<RequestRecord> = {}): RequestRecord {
  return {
    id,
    params: { kind: 'create-task', taskId: 1 },
    status: 'in progress',
    progress: { share: 0.62, words: 'Listing: 41,200 objects found' },
    cancelRequested: false,
    createdAt: start,
    startedAt: start,
    finishedAt: undefined,
    result: undefined,
    error: undefined,
    ...fields,
  };
}

export const refused: ErrorReport = {
  tag: 'storage',
  code: 'wrong-region',
  message: '“northdock-cams” is in eu-central-1, not us-east-1.',
  remedy: { text: 'Use eu-central-1.', fix: { field: 'region', value: 'eu-central-1' } },
};
