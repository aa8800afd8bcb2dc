/** Asking for syncs, and deciding on what they found. */
import { InvalidDataError } from '../errors.ts';
import type { FrameEntry } from '../model/frame.ts';
import type { RequestId, TaskId } from '../model/ids.ts';
import type { RequestRecord } from '../model/request.ts';
import { everyFrame } from '../model/task.ts';
import type { SyncState, SyncStatus } from '../model/sync.ts';
import type { House } from './open-workspace.ts';
import type { Workspace } from './workspace.ts';

type SyncUses = Pick<
  Workspace['tasks'],
  | 'sync'
  | 'syncState'
  | 'offer'
  | 'addOffered'
  | 'createFromOffer'
  | 'ignoreOffered'
  | 'marks'
  | 'acceptChanged'
>;

export function syncUses({ tasks, syncs, requests, ports, database }: House): SyncUses {
  const now = (): number => ports.clock.now();

  /** The task's newest sync, while anybody remembers it. */
  async function lastRequest(id: TaskId): Promise<RequestRecord | undefined> {
    return (await requests.ofTask(id)).find(({ params }) => params.kind === 'sync-task');
  }

  return {
    async sync(id): Promise<RequestId> {
      const last = await lastRequest(id);
      if (last?.status === 'queued' || last?.status === 'in progress') return last.id;
      return requests.add({ kind: 'sync-task', taskId: id }, now());
    },

    async syncState(id): Promise<SyncState> {
      const [last, request, offered, marks] = await Promise.all([
        syncs.last(id),
        lastRequest(id),
        syncs.offered(id),
        syncs.countMarks(id),
      ]);
      const ended = last ?? {
        listed: 0,
        finishedAt: undefined,
        failures: undefined,
        status: 'initialized' as const,
      };
      return {
        taskId: id,
        status: statusOf(request) ?? ended.status,
        requestId: request?.id,
        finishedAt: ended.finishedAt,
        listed: ended.listed,
        offered,
        ...marks,
        failures: ended.failures,
        error: request?.status === 'failed' ? request.error : undefined,
      };
    },

    async offer(id, limit): Promise<FrameEntry[]> {
      const found: FrameEntry[] = [];
      for await (const page of syncs.offers(id)) {
        found.push(...page.slice(0, limit - found.length));
        if (found.length >= limit) break;
      }
      return found;
    },

    addOffered: async (id) => requests.add({ kind: 'add-frames', taskId: id }, now()),
    ignoreOffered: async (id) => syncs.settle(id),
    marks: async (id) => syncs.marks(id),
    acceptChanged: async (id) => syncs.acceptChanged(id),

    async createFromOffer(id, name) {
      const parent = await tasks.get(id);
      if (!parent) throw new InvalidDataError('This task was deleted.', { where: `task ${id}` });
      const { addTask } = await import('../db/project-tasks.ts');
      // Names of files, first and last frame are those of what the parent was made of.
      const { id: _, jobFiles: _names, ...fields } = parent;
      const taskId = await addTask(database, {
        ...fields,
        uid: ports.random.uuid(),
        name,
        offeredBy: id,
        range: { ...everyFrame, step: parent.range.step },
        size: 0,
        status: 'annotation',
        ready: false,
        createdAt: now(),
        updatedAt: now(),
      });
      const requestId = await requests.add({ kind: 'create-task', taskId, offerOf: id }, now());
      return { taskId, requestId };
    },
  };
}

/** A request that did not come to its end says more than the last one that did. */
function statusOf(request: RequestRecord | undefined): SyncStatus | undefined {
  if (request?.status === 'queued' || request?.status === 'in progress' || request?.status === 'failed') {
    return request.status;
  }
  return undefined;
}
