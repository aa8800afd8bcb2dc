/** A workspace in memory, for tests of pages: the same contract, and one can make it fail. */
import { FrameError, StorageError } from '#core/errors.ts';
import type { Job } from '#core/model/job.ts';
import type { RequestRecord } from '#core/model/request.ts';
import type { Storage } from '#core/model/storage.ts';
import type { Task } from '#core/model/task.ts';
import type { ObjectInfo, ObjectStore } from '#core/storage/object-store.ts';
import type { Check } from '#core/workspace/doctor/check.ts';
import type { AttachInput, CheckReport, ExportInput, Workspace } from '#core/workspace/workspace.ts';
import { isActive } from '#web/state/request-words.ts';
import { fakeAccess } from './fake-access.ts';
import { fakeLists, rowsOf } from './fake-lists.ts';
import { start, storage } from './fake-rows.ts';
import { fakeTasks, nextId } from './fake-tasks.ts';
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
  const info = (key: string): ObjectInfo => ({ key, size: 388_000, etag: key, modified: start });

  const newest = () => held.requests.toSorted((a, b) => b.id - a.id);
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
    ...fakeTasks(held, read, done),
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
      recent: (limit) => read(() => newest().slice(0, limit)),
      active: () => read(() => newest().filter(isActive)),
      ofTask: (id) => read(() => newest().filter(({ params }) => 'taskId' in params && params.taskId === id)),
      counts: () =>
        read(() => ({
          running: held.requests.filter(({ status }) => status === 'in progress').length,
          waiting: held.requests.filter(({ status }) => status === 'queued').length,
          ended: held.requests.filter((each) => !isActive(each)).length,
        })),
      clear: () =>
        done('clear-requests', undefined, (all) => {
          all.requests = all.requests.filter(isActive);
        }),
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
