/** Makes tasks one after the other, each once the one before is there; says how each goes. */
import { createMemo, createSignal, onCleanup } from 'solid-js';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import type { RequestId, TaskId } from '#core/model/ids.ts';
import type { RequestRecord } from '#core/model/request.ts';
import type { CreateTaskInput } from '#core/workspace/workspace.ts';
import { createLive } from '#web/state/create-live.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';

export type ItemStatus = 'pending' | 'progress' | 'completed' | 'failed' | 'cancelled';

export interface RunItem {
  readonly name: string;
  readonly status: ItemStatus;
  /** What its request says now, or why it failed. */
  readonly words: string;
  readonly share: number | undefined;
  readonly taskId: TaskId | undefined;
}

interface Made {
  readonly input: CreateTaskInput;
  readonly taskId: TaskId | undefined;
  readonly requestId: RequestId | undefined;
  /** Before there was a request. */
  readonly error: ErrorReport | undefined;
  readonly cancelled: boolean;
}

export type Run = ReturnType<typeof createRun>;

export function createRun() {
  const workspace = useWorkspace();
  const [made, setMade] = createSignal<readonly Made[]>([]);
  const [running, setRunning] = createSignal(false);
  let cancelled = false;
  onCleanup(() => {
    cancelled = true;
  });
  const live = createLive(
    () => made().length > 0 && made().flatMap(({ requestId }) => requestId ?? []),
    async (ids) => (ids ? workspace.requests.many(ids) : []),
  );
  const items = createMemo((): readonly RunItem[] => {
    const requests = new Map((live.data() ?? []).map((request) => [request.id, request]));
    return made().map((each) => itemOf(each, requests.get(each.requestId ?? -1)));
  });

  async function start(inputs: readonly CreateTaskInput[]): Promise<void> {
    setMade(
      inputs.map((input) => ({
        input,
        taskId: undefined,
        requestId: undefined,
        error: undefined,
        cancelled: false,
      })),
    );
    await go(inputs.map((_, index) => index));
  }
  function patch(index: number, change: Partial<Made>): void {
    setMade(made().map((each, at) => (at === index ? { ...each, ...change } : each)));
  }
  async function go(indexes: readonly number[]): Promise<void> {
    cancelled = false;
    setRunning(true);
    for (const index of indexes) patch(index, { error: undefined, cancelled: false });
    for (const index of indexes) {
      const each = made()[index];
      if (!each) continue;
      if (cancelled) {
        patch(index, { cancelled: true });
        continue;
      }
      try {
        if (each.requestId === undefined) patch(index, await workspace.tasks.create(each.input));
        else await workspace.requests.retry(each.requestId);
      } catch (error) {
        patch(index, { error: toErrorReport(error) });
      }
    }
    setRunning(false);
  }
  const those = (status: ItemStatus): number[] =>
    items().flatMap((item, index) => (item.status === status ? [index] : []));

  return {
    items,
    running: () => running() || items().some(({ status }) => status === 'progress'),
    start,
    /** Stops what runs; tasks that are there stay. */
    async cancel(): Promise<void> {
      cancelled = true;
      const waiting = those('progress').flatMap((index) => made()[index]?.requestId ?? []);
      for (const id of waiting) await workspace.requests.cancel(id);
    },
    retryFailed: async () => go(those('failed')),
    retryCancelled: async () => go(those('cancelled')),
    clear: () => setMade([]),
  };
}

function itemOf(
  { input, taskId, error, cancelled, requestId }: Made,
  request: RequestRecord | undefined,
): RunItem {
  const base = { name: input.name, taskId, share: request?.progress.share };
  if (error) return { ...base, status: 'failed', words: error.message };
  if (requestId === undefined)
    return cancelled
      ? { ...base, status: 'cancelled', words: 'Cancelled' }
      : { ...base, status: 'pending', words: 'Waiting' };
  switch (request?.status) {
    case 'finished':
      return { ...base, status: 'completed', share: 1, words: request.result?.words ?? 'Made' };
    case 'failed':
      return { ...base, status: 'failed', words: request.error?.message ?? 'Failed' };
    case 'cancelled':
      return { ...base, status: 'cancelled', words: 'Cancelled' };
    case 'queued':
    case 'in progress':
    case undefined:
      return { ...base, status: 'progress', words: request?.progress.words || 'Waiting' };
  }
}
