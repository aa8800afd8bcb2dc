/** Says when a request has ended, wherever one is by then. */
import { useNavigate } from '@solidjs/router';
import { createEffect, on } from 'solid-js';
import type { RequestId } from '#core/model/ids.ts';
import type { RequestRecord, RequestStatus } from '#core/model/request.ts';
import type { Task } from '#core/model/task.ts';
import { createLive } from '#web/state/create-live.ts';
import { downloadResult } from '#web/state/download.ts';
import { isActive, requestTitle, tasksOf } from '#web/state/request-words.ts';
import { showToast, type Toast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';

/** A task made faster than this is seen to be there. */
const quickMs = 3000;
/** No more than this many begin and end between two looks. */
const atOnce = 50;

export function announceRequests(): void {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  let before: ReadonlyMap<RequestId, RequestStatus> | undefined;
  const live = createLive(
    () => true,
    async () => {
      // What ran or waited when this was last looked at, and what began and ended since.
      const ran = [...(before ?? [])].flatMap(([id, status]) => (isActive({ status }) ? id : []));
      const found = [
        ...(await workspace.requests.active()),
        ...(await workspace.requests.recent(atOnce)),
        ...(await workspace.requests.many(ran)),
      ];
      const requests = [...new Map(found.map((request) => [request.id, request])).values()];
      const ended = requests.filter((request) => !isActive(request));
      return { requests, tasks: await workspace.tasks.many(tasksOf(ended)) };
    },
  );

  function actionOf(request: RequestRecord): Toast['action'] {
    const { params, result } = request;
    if (params.kind === 'create-task' && request.status === 'finished') {
      return { title: 'Open', run: () => navigate(`/tasks/${params.taskId}`) };
    }
    if (result?.file) {
      const { name } = result.file;
      return { title: 'Download', run: () => void downloadResult(workspace, request.id, name) };
    }
    return { title: 'Show', run: () => navigate('/requests') };
  }
  function isNews(request: RequestRecord): boolean {
    if (request.status === 'failed') return true;
    if (request.status !== 'finished' || request.params.kind === 'make-sample') return false;
    const found = request.result?.findings?.total ?? 0;
    const tookMs = (request.finishedAt ?? 0) - request.createdAt;
    return request.params.kind !== 'create-task' || found > 0 || tookMs > quickMs;
  }
  function announce(request: RequestRecord, tasks: readonly Task[]): void {
    const title = requestTitle(request, tasks);
    const action = actionOf(request);
    if (request.status === 'failed') {
      showToast({ tone: 'bad', title: `${title}: failed`, text: request.error?.message, action });
    } else {
      const found = request.result?.findings?.total ?? 0;
      showToast({ tone: found > 0 ? 'warn' : 'ok', title, text: request.result?.words, action });
    }
  }

  createEffect(
    on(
      () =>
        live
          .data()
          ?.requests.map((request) => `${request.id} ${request.status}`)
          .join(),
      () => {
        const data = live.data();
        if (!data) return;
        const newest = Math.max(0, ...(before?.keys() ?? []));
        for (const request of data.requests) {
          // What ended before this page was opened is no news, also where it comes into sight as others are removed.
          const isNew = request.id > newest;
          const changed =
            before && (isNew || before.has(request.id)) && before.get(request.id) !== request.status;
          if (changed && isNews(request)) announce(request, data.tasks);
        }
        before = new Map(data.requests.map((request) => [request.id, request.status]));
      },
    ),
  );
}
