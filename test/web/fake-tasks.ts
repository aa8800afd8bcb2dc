/** What is done with tasks, and what they write to, in a fake workspace. */
import { isImageKey } from '#core/media/kinds.ts';
import type { CreateTaskInput, Workspace } from '#core/workspace/workspace.ts';
import { notFaked, rowsOf } from './fake-lists.ts';
import { request, task } from './fake-rows.ts';
import type { FakeData } from './fake-workspace.ts';

export function nextId(rows: readonly { readonly id: number }[]): number {
  return Math.max(0, ...rows.map((row) => row.id)) + 1;
}

export function fakeTasks(
  held: FakeData,
  read: <T>(what: () => T) => Promise<T>,
  done: (name: string, input: unknown, apply?: (data: FakeData) => void) => Promise<void>,
): Pick<Workspace, 'tasks' | 'targets'> {
  return {
    tasks: {
      recent: (limit) => read(() => held.tasks.toSorted((a, b) => b.id - a.id).slice(0, limit)),
      usingStorage: (id, limit) =>
        read(() => held.tasks.filter(({ storageIds }) => storageIds.includes(id)).slice(0, limit)),
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
  };
}
