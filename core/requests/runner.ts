/** Runs requests one after the other. Whoever calls it holds the one runner's lock. */
import { firstDefined, watch } from '../db/watch.ts';
import type { RequestRepository } from '../db/requests.ts';
import { isAbort, toErrorReport } from '../errors.ts';
import type { Progress, RequestParams, RequestRecord, RequestResult } from '../model/request.ts';
import type { Handlers, RequestContext } from './handler.ts';

/** Between two reports of progress that are written down. */
const reportEveryMs = 200;

export interface Runner {
  readonly requests: RequestRepository;
  readonly handlers: Handlers;
  readonly context: Omit<RequestContext, 'id' | 'report' | 'signal'>;
}

/** Runs what waits, then waits for more, until `signal` ends it. What it left in the middle is begun again. */
export async function runRequests(runner: Runner, signal: AbortSignal): Promise<never> {
  for (;;) {
    const request = await firstDefined(() => runner.requests.next(), signal);
    await runRequest(runner, request);
  }
}

async function runRequest(runner: Runner, request: RequestRecord): Promise<void> {
  const { requests, context } = runner;
  const { clock } = context.ports;
  const cancelled = new AbortController();
  await requests.start(request.id, clock.now());
  const stop = watch(
    () => requests.get(request.id),
    (now) => {
      if (!now || now.cancelRequested) cancelled.abort();
    },
    () => cancelled.abort(),
  );
  const reports = makeReports(requests, request.id, () => clock.now());
  try {
    const result = await dispatch(runner.handlers, request.params, {
      ...context,
      id: request.id,
      report: reports.report,
      signal: cancelled.signal,
    });
    await reports.last();
    await requests.end(request.id, { status: 'finished', result }, clock.now());
  } catch (error) {
    await reports.last();
    if (isAbort(error)) await requests.end(request.id, { status: 'cancelled' }, clock.now());
    else await requests.end(request.id, { status: 'failed', error: toErrorReport(error) }, clock.now());
  } finally {
    stop();
  }
}

/** One `case` each, so that parameters and handler are known to belong together. */
async function dispatch(
  handlers: Handlers,
  params: RequestParams,
  context: RequestContext,
): Promise<RequestResult> {
  switch (params.kind) {
    case 'add-frames':
      return handlers['add-frames'](params, context);
    case 'create-task':
      return handlers['create-task'](params, context);
    case 'export-annotations':
      return handlers['export-annotations'](params, context);
    case 'import-annotations':
      return handlers['import-annotations'](params, context);
    case 'make-sample':
      return handlers['make-sample'](params, context);
    case 'write-target':
      return handlers['write-target'](params, context);
    case 'write-manifest':
      return handlers['write-manifest'](params, context);
    case 'sync-task':
      return handlers['sync-task'](params, context);
  }
}

function makeReports(requests: RequestRepository, id: RequestRecord['id'], now: () => number) {
  let lastAt = 0;
  let writing = Promise.resolve();
  return {
    report: (progress: Progress): void => {
      const at = now();
      if (at - lastAt < reportEveryMs) return;
      lastAt = at;
      writing = writing.then(() => requests.report(id, progress));
    },
    last: () => writing,
  };
}
