/** A workspace in memory, for tests of pages: the same contract, and one can make it fail. */
import { type ErrorReport, FrameError, StorageError } from '#core/errors.ts';
import { isImageKey } from '#core/media/kinds.ts';
import type { Job } from '#core/model/job.ts';
import type { Label } from '#core/model/label.ts';
import type { RequestRecord } from '#core/model/request.ts';
import { wholeSource } from '#core/model/source.ts';
import type { Storage } from '#core/model/storage.ts';
import { defaultCut, type Task } from '#core/model/task.ts';
import type { ObjectInfo, ObjectStore } from '#core/storage/object-store.ts';
import type { Check } from '#core/workspace/doctor/check.ts';
import type {
  AttachInput,
  CheckReport,
  CreateTaskInput,
  ExportInput,
  Workspace,
} from '#core/workspace/workspace.ts';
import { fakeAccess } from './fake-access.ts';
import { fakeLists, notFaked, rowsOf } from './fake-lists.ts';
import { makeMemoryStore } from '#test/fakes/memory-store.ts';

export interface FakeData {
  storages: Storage[];
  tasks: Task[];
  binned: Task[];
  jobs: Job[];
  requests: RequestRecord[];
  keys: string[];
  check: CheckReport;
  /** What the Bucket doctor says, in order. */
  doctor: Check[];
}

export interface FakeWorkspace extends Workspace {
  readonly data: FakeData;
  /** What was asked of it, in order. */
  readonly calls: { readonly name: string; readonly input: unknown }[];
  /** Changes the data and tells the watchers. */
  change(change: (data: FakeData) => void): void;
  /** Every read fails with this until it is cleared. */
  fail(error: Error | undefined): void;
}

const start = Date.UTC(2026, 10, 20, 9, 0);

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

function emptyData(): FakeData {
  return {
    storages: [],
    tasks: [],
    jobs: [],
    binned: [],
    requests: [],
    keys: [],
    check: { ok: true, objects: [], images: 0, more: false, tookMs: 400 },
    doctor: [],
  };
}

/** Makes a workspace that holds `data`; what is missing is empty. */
export function makeFakeWorkspace(data: Partial<FakeData> = {}): FakeWorkspace {
  const held: FakeData = { ...emptyData(), ...data };
  const calls: { name: string; input: unknown }[] = [];
  const watchers = new Set<() => Promise<void>>();
  let failure: Error | undefined;

  const copy = <T>(value: T): T => structuredClone(value);
  async function read<T>(value: () => T): Promise<T> {
    if (failure) throw failure;
    return copy(value());
  }
  function change(apply: (data: FakeData) => void): void {
    apply(held);
    for (const run of watchers) void run();
  }
  function done(name: string, input: unknown, apply: (data: FakeData) => void = () => {}): Promise<void> {
    calls.push({ name, input });
    change(apply);
    return Promise.resolve();
  }
  const nextId = (rows: readonly { id: number }[]) => Math.max(0, ...rows.map((row) => row.id)) + 1;
  const info = (key: string): ObjectInfo => ({ key, size: 388_000, etag: key, modified: start });

  const store: ObjectStore = {
    capabilities: { write: true, conditionalWrite: true, presign: true, parallelList: true },
    async *list(query) {
      for await (const { objects, prefixes } of makeMemoryStore(held.keys).list(query)) {
        yield { objects: objects.map(({ key }) => info(key)), prefixes };
      }
    },
    stat: (key) =>
      held.keys.includes(key)
        ? Promise.resolve(info(key))
        : Promise.reject(new StorageError('not-found', `No object “${key}”.`, { operation: 'stat', key })),
    read: () => Promise.resolve(new Blob([])),
    write: (key) => Promise.resolve(info(key)),
    remove: () => Promise.resolve(),
    presign: (key) => Promise.resolve(new URL(`https://example.com/${encodeURIComponent(key)}`)),
  };

  return {
    data: held,
    calls,
    change,
    fail(error) {
      failure = error;
      for (const run of watchers) void run();
    },
    ...fakeAccess,
    ...fakeLists(held, read, change),
    storages: {
      list: () => read(() => held.storages),
      get: (id) => read(() => held.storages.find((each) => each.id === id)),
      many: (ids) => read(() => rowsOf(held.storages, ids)),
      async attach(input: AttachInput) {
        const made: Storage = {
          ...storage(nextId(held.storages), input.name, '', ''),
          settings: input.settings,
          keeping: input.keeping,
        };
        await done('attach', input, (all) => all.storages.push(made));
        return made;
      },
      update: (id, change) =>
        done('update-storage', { id, change }, (all) => {
          const { credentials: _, ...rest } = change;
          all.storages = all.storages.map((each) => (each.id === id ? { ...each, ...rest } : each));
        }),
      missing: (_subject, keys) => Promise.resolve(keys.filter((key) => !held.keys.includes(key))),
      async *examine() {
        for (const check of held.doctor) yield check;
      },
      whyNotApply: () => Promise.resolve(undefined),
      planRule: () =>
        Promise.resolve({
          kept: 1,
          replaced: 0,
          text: '<CORSConfiguration/>',
          apply: () => done('apply-rule', undefined),
        }),
      preview: () => Promise.resolve({ reason: 'No preview in this fake' }),
      renew: (id, credentials, keeping) => done('renew', { id, credentials, keeping }),
      remove: (id) =>
        done('remove-storage', id, (all) => {
          all.storages = all.storages.filter((each) => each.id !== id);
        }),
      check: async (settings, credentials) => {
        await done('check', { settings, credentials });
        return copy(held.check);
      },
      recheck: () => read(() => held.check),
      open: () => (failure ? Promise.reject(failure) : Promise.resolve(store)),
      glimpse: (_, key) => Promise.reject(new FrameError('truncated', `${key} ends too early.`, { key })),
      usedIn: () => Promise.resolve([]),
      addFiles: () => Promise.resolve({ total: 0, items: [] }),
    },
    tasks: {
      list: () => read(() => held.tasks.toSorted((a, b) => b.id - a.id)),
      get: (id) => read(() => held.tasks.find((each) => each.id === id)),
      async create(input: CreateTaskInput) {
        const taskId = nextId(held.tasks);
        const requestId = nextId(held.requests);
        await done('create', input, (all) => {
          all.tasks.push(task(taskId, input.name, { labels: input.labels, ready: false, size: 0 }));
          all.requests.push(request(requestId, { params: { kind: 'create-task', taskId } }));
        });
        return { taskId, requestId };
      },
      many: (ids) => read(() => rowsOf(held.tasks, ids)),
      recut: () => notFaked('recut'),
      exchangeStorage: () => notFaked('exchangeStorage'),
      update: (id, change) =>
        done('update-task', { id, change }, (all) => {
          all.tasks = all.tasks.map((each) => (each.id === id ? { ...each, ...change } : each));
        }),
      remove: (id) =>
        done('remove-task', id, (all) => {
          all.binned = all.tasks.filter((each) => each.id === id);
          all.tasks = all.tasks.filter((each) => each.id !== id);
        }),
      async *preview(source) {
        const keys = held.keys.filter((key) => key.startsWith(source.prefix));
        const images = keys.filter((key) => isImageKey(key));
        yield {
          frames: images.length,
          bytes: images.length * 388_000,
          listed: keys.length,
          leftOut: new Map(
            keys.length > images.length ? [['is no image by its name', keys.length - images.length]] : [],
          ),
          failed: { total: 0, items: [] },
          more: false,
          firstKeys: images.slice(0, 5).map((key) => key.slice(source.prefix.length)),
        };
      },
      sync: async (id) => {
        await done('sync', id);
        return 1;
      },
      syncState: (id) =>
        read(() => ({
          taskId: id,
          status: 'initialized' as const,
          requestId: undefined,
          finishedAt: undefined,
          listed: 0,
          offered: 0,
          changed: 0,
          vanished: 0,
          failures: undefined,
          error: undefined,
        })),
      offer: () => Promise.resolve([]),
      item: () => Promise.resolve(undefined),
      writeManifest: async (id, storageId, key) => {
        await done('write-manifest', { id, storageId, key });
        return 1;
      },
      addOffered: async (id) => {
        await done('add-offered', id);
        return 1;
      },
      createFromOffer: async (id, name) => {
        await done('create-from-offer', { id, name });
        return { taskId: 1, requestId: 1 };
      },
      ignoreOffered: (id) => done('ignore-offered', id),
      marks: () => Promise.resolve([]),
      acceptChanged: (id) => done('accept-changed', id),
      addSource: (id, source) => done('add-source', { id, source }),
      setTargets: (id, targets) => done('set-targets', { id, targets }),
      async trySample(onProgress) {
        onProgress(40, 40);
        await done('sample', undefined);
        return 1;
      },
    },
    targets: {
      write: async (taskId) => {
        await done('write-target', taskId);
        return 1;
      },
      counts: () => Promise.resolve({ written: 0, waiting: 0, conflicts: 0, failing: 0 }),
      failing: () => Promise.resolve([]),
      retry: () => done('retry-targets', undefined),
      conflicts: () => Promise.resolve([]),
      resolve: (taskId, storageId, frame, take) => done('resolve', { taskId, storageId, frame, take }),
      test: (storageId, prefix) => done('test-target', { storageId, prefix }),
    },
    jobs: {
      ofTask: (id) => read(() => held.jobs.filter((each) => each.taskId === id)),
      get: (id) => read(() => held.jobs.find((each) => each.id === id)),
      many: (ids) => read(() => rowsOf(held.jobs, ids)),
      setAssignee: (id, personId) => done('set-assignee', { id, personId }),
      addWorked: (id, ms) => done('add-worked', { id, ms }),
      remove: (id) => done('remove-job', id),
      recent: (limit) =>
        read(() =>
          held.jobs
            .toSorted((a, b) => b.updatedAt - a.updatedAt)
            .flatMap((each) => {
              const owner = held.tasks.find((candidate) => candidate.id === each.taskId);
              return owner ? [{ job: each, task: owner }] : [];
            })
            .slice(0, limit),
        ),
      setState: (id, state) =>
        done('set-state', { id, state }, (all) => {
          all.jobs = all.jobs.map((each) => (each.id === id ? { ...each, state } : each));
        }),
      setStage: (id, stage) =>
        done('set-stage', { id, stage }, (all) => {
          all.jobs = all.jobs.map((each) => (each.id === id ? { ...each, stage, state: 'new' } : each));
        }),
    },
    requests: {
      list: () => read(() => held.requests.toSorted((a, b) => b.id - a.id)),
      many: (ids) => read(() => rowsOf(held.requests, ids)),
      cancel: (id) =>
        done('cancel', id, (all) => {
          all.requests = all.requests.map((each) =>
            each.id === id ? { ...each, status: 'cancelled' } : each,
          );
        }),
      retry: (id) => done('retry', id),
      remove: (id) =>
        done('remove-request', id, (all) => {
          all.requests = all.requests.filter((each) => each.id !== id);
        }),
      async exportAnnotations(input: ExportInput) {
        await done('export', input);
        return 1;
      },
      async importAnnotations(input) {
        await done('import', input);
        return 1;
      },
      resultFile: () => Promise.resolve(new File(['{}'], 'annotations.json')),
    },
    thumbnail: () => Promise.resolve(undefined),
    space: () => Promise.resolve({ used: 3.1e9, available: 40e9, persistent: false }),
    watch(query, next, failed) {
      let ended = false;
      const run = async () => {
        try {
          const value = await query();
          if (!ended) next(value);
        } catch (error) {
          if (!ended) failed(error);
        }
      };
      void run();
      watchers.add(run);
      return () => {
        ended = true;
        watchers.delete(run);
      };
    },
  };
}
