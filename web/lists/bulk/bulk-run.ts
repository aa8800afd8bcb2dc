/** Changes to many rows that run, and how the last ones ended; they go on while one looks at other pages. */
import { createSignal } from 'solid-js';
import { toErrorReport } from '#core/errors.ts';
import type { Resource } from '#core/query/list-query.ts';
import type { BulkChange, BulkFailure, BulkOptions, BulkOutcome } from '#core/workspace/door/bulk.ts';
import type { Workspace } from '#core/workspace/workspace.ts';
import { showToast } from '#web/state/toasts.ts';
import { count } from '#web/ui/format.ts';

export interface BulkWork {
  readonly resource: Resource;
  readonly ids: readonly number[];
  /** "Changing". */
  readonly doing: string;
  /** "changed". */
  readonly done: string;
  readonly run: (ids: readonly number[], options: BulkOptions) => Promise<BulkOutcome>;
}

export type BulkState =
  | {
      readonly kind: 'running';
      readonly work: BulkWork;
      readonly done: number;
      readonly total: number;
      readonly isStopping: boolean;
      readonly stop: () => void;
    }
  | { readonly kind: 'ended'; readonly work: BulkWork; readonly outcome: BulkOutcome };

const [states, setStates] = createSignal<ReadonlyMap<Resource, BulkState>>(new Map());

function put(resource: Resource, state: BulkState | undefined): void {
  const next = new Map(states());
  if (state) next.set(resource, state);
  else next.delete(resource);
  setStates(next);
}

/** What runs on a resource, or how it ended and nobody has closed it yet. */
export function bulkOf(resource: Resource): () => BulkState | undefined {
  return () => states().get(resource);
}

export function closeBulk(resource: Resource): void {
  put(resource, undefined);
}

/** Begins; `before` is what an earlier run of the same work brought, where this one tries its failures again. */
export async function startBulk(work: BulkWork, before?: BulkOutcome): Promise<void> {
  const { resource, ids } = work;
  if (states().get(resource)?.kind === 'running') {
    showToast({
      tone: 'warn',
      title: 'Another change still runs here',
      text: 'Wait for its end, or cancel it.',
    });
    return;
  }
  const stop = new AbortController();
  const running = (done: number, isStopping: boolean): void =>
    put(resource, {
      kind: 'running',
      work,
      done,
      total: ids.length,
      isStopping,
      stop: () => {
        stop.abort();
        running(done, true);
      },
    });
  running(0, false);
  try {
    const outcome = await work.run(ids, {
      signal: stop.signal,
      onProgress: (done) => running(done, stop.signal.aborted),
    });
    put(resource, { kind: 'ended', work, outcome: before ? together(before, outcome) : outcome });
  } catch (error) {
    put(resource, undefined);
    showToast({
      tone: 'bad',
      title: `${work.doing} did not begin`,
      text: toErrorReport(error).message,
    });
  }
}

/** The failures of the last run once more. */
export async function retryFailures(state: Extract<BulkState, { kind: 'ended' }>): Promise<void> {
  const ids = state.outcome.failures.map(({ id }) => id);
  closeBulk(state.work.resource);
  await startBulk({ ...state.work, ids }, state.outcome);
}

export async function undoBulk({ work, outcome }: Extract<BulkState, { kind: 'ended' }>): Promise<void> {
  const { undo } = outcome;
  if (!undo) return;
  closeBulk(work.resource);
  await startBulk({
    resource: work.resource,
    ids: Array.from({ length: outcome.changed }, () => 0),
    doing: 'Putting back',
    done: 'put back',
    run: async () => undo(),
  });
}

function together(first: BulkOutcome, second: BulkOutcome): BulkOutcome {
  const undos = [second.undo, first.undo].filter((undo) => undo !== undefined);
  return {
    changed: first.changed + second.changed,
    unchanged: first.unchanged + second.unchanged,
    failures: second.failures,
    left: second.left,
    undo:
      undos.length === 0
        ? undefined
        : async () => {
            const outcomes: BulkOutcome[] = [];
            for (const undo of undos) outcomes.push(await undo());
            return outcomes.reduce((sum, each) => ({
              ...together(sum, each),
              failures: [...sum.failures, ...each.failures],
            }));
          },
  };
}

/** One change to all of `ids`. */
export function changeWork(
  workspace: Workspace,
  resource: Resource,
  ids: readonly number[],
  change: BulkChange,
): BulkWork {
  const words: { readonly [Kind in BulkChange['kind']]?: readonly [string, string] } = {
    delete: ['Deleting', 'deleted'],
    cancel: ['Cancelling', 'cancelled'],
    retry: ['Starting again', 'started again'],
    project: ['Moving', 'moved'],
    workspace: ['Moving', 'moved'],
  };
  const [doing, done] = words[change.kind] ?? ['Changing', 'changed'];
  return {
    resource,
    ids,
    doing,
    done,
    run: async (these, options) => workspace.bulk.change(resource, these, change, options),
  };
}

/** Does something with each, one after the other, also behind those that fail. */
export async function doEach(
  ids: readonly number[],
  each: (id: number, index: number) => Promise<void>,
  nameOf: (id: number) => string,
  { signal, onProgress }: BulkOptions,
): Promise<BulkOutcome> {
  const failures: BulkFailure[] = [];
  let done = 0;
  for (const [index, id] of ids.entries()) {
    if (signal?.aborted) break;
    try {
      await each(id, index);
    } catch (error) {
      failures.push({ id, name: nameOf(id), error: toErrorReport(error) });
    }
    done = index + 1;
    onProgress?.(done, ids.length);
  }
  return {
    changed: done - failures.length,
    unchanged: 0,
    failures,
    left: ids.slice(done),
    undo: undefined,
  };
}

/** "9,998 changed, 2 failed". */
export function outcomeWords(
  { done }: BulkWork,
  { changed, unchanged, failures, left }: BulkOutcome,
): string {
  return [
    `${count(changed)} ${done}`,
    unchanged > 0 && `${count(unchanged)} as before`,
    failures.length > 0 && `${count(failures.length)} failed`,
    left.length > 0 && `${count(left.length)} not reached`,
  ]
    .filter(Boolean)
    .join(', ');
}
