/** Jobs as lists and pages see them. */
import type { changeJob } from '../db/change-job.ts';
import type { JobId } from '../model/ids.ts';
import type { House } from './open-workspace.ts';
import type { Workspace } from './workspace.ts';

export function jobUses({ jobs, tasks, ports, database }: House): Workspace['jobs'] {
  const now = (): number => ports.clock.now();
  const change = async (id: JobId, patch: Parameters<typeof changeJob>[2]): Promise<void> =>
    (await import('../db/change-job.ts')).changeJob(database, id, patch, now());
  return {
    ofTask: async (id) => jobs.ofTask(id),
    get: async (id) => jobs.get(id),
    many: async (ids) => jobs.many(ids),
    setAssignee: async (id, assigneeId) => change(id, { assigneeId }),
    addWorked: async (id, ms) => (ms > 0 ? jobs.addWorked(id, ms) : undefined),
    async remove(id): Promise<void> {
      const { BinRepository } = await import('../db/bin.ts');
      await new BinRepository(database).putJob(id, now());
    },
    setState: async (id, state) => change(id, { state }),
    setStage: async (id, stage) => change(id, { stage, state: 'new' }),

    async recent(limit) {
      const found = await Promise.all(
        (await jobs.recent(limit)).map(async (job) => ({ job, task: await tasks.get(job.taskId) })),
      );
      return found.flatMap(({ job, task }) => (task ? [{ job, task }] : []));
    },
  };
}
