/** Making tasks, and everything that is done with whole tasks. */
import { syncUses } from './sync.ts';
import { storageIdsOf, type Task } from '../model/task.ts';
import type { House } from './open-workspace.ts';
import type { Workspace } from './workspace.ts';

export function taskUses(house: House): Workspace['tasks'] {
  const { tasks, requests, ports } = house;
  const now = (): number => ports.clock.now();
  const keepStorages = async (task: Task, patch: Partial<Pick<Task, 'sources' | 'targets'>>): Promise<void> =>
    tasks.update(task.id, { ...patch, storageIds: storageIdsOf({ ...task, ...patch }), updatedAt: now() });
  return {
    recent: async (limit) => tasks.recent(limit),
    usingStorage: async (id, limit) => tasks.someUsingStorage(id, limit),
    get: async (id) => tasks.get(id),
    many: async (ids) => tasks.many(ids),
    recut: async (id, cut) => (await import('./recut.ts')).recut(house, id, cut),
    async remove(id): Promise<void> {
      const { BinRepository } = await import('../db/bin.ts');
      await new BinRepository(house.database).putTask(id, now());
    },
    update: async (id, change) => tasks.update(id, { ...change, updatedAt: now() }),
    trySample: async (onProgress) => (await import('./try-sample.ts')).trySample(house, onProgress),

    ...syncUses(house),

    item: async (id, frame) => (await import('./frame-item.ts')).frameItem(house, id, frame),
    writeManifest: async (taskId, storageId, key) =>
      requests.add({ kind: 'write-manifest', taskId, storageId, key }, now()),

    async *preview(source, sorting, signal, seed) {
      const { previewSource } = await import('./preview-source.ts');
      yield* previewSource(house, source, sorting, signal, seed);
    },

    async addSource(id, source) {
      const task = await tasks.get(id);
      if (task) await keepStorages(task, { sources: [...task.sources, source] });
    },

    exchangeStorage: async (...asked) =>
      (await import('./exchange-storage.ts')).exchangeStorage(house, ...asked),

    async setTargets(id, targets) {
      const task = await tasks.get(id);
      if (task) await keepStorages(task, { targets });
    },

    create: async (input) => (await import('./make-task.ts')).makeTask(house, input),
  };
}
