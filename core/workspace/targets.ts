/** Writing to targets on demand, and what became of it. */
import { testWrite } from '../storage/test-write.ts';
import type { House } from './open-workspace.ts';
import type { Workspace } from './workspace.ts';

export function targetUses(house: House): Workspace['targets'] {
  const { targets, requests, vault, ports } = house;
  const now = (): number => ports.clock.now();
  return {
    write: async (taskId) => requests.add({ kind: 'write-target', taskId }, now()),
    counts: async (taskId) => targets.counts(taskId),
    failing: async (taskId) => (await targets.waitingOf(taskId)).filter(({ error }) => error),
    retry: async () => targets.hurry(now()),
    test: async (storageId, prefix) => testWrite(await vault.open(storageId), prefix, ports.random.uuid()),
    conflicts: async (taskId) => (await import('./conflicts.ts')).conflictSides(house, taskId),
    resolve: async (taskId, storageId, frame, take) =>
      (await import('./conflicts.ts')).resolveConflict(house, { taskId, storageId, frame, take }),
  };
}
