/** Says when a request has ended, wherever one is by then. */
import { createEffect, on } from 'solid-js';
import { useNavigate } from '@solidjs/router';
import type { RequestId } from '#core/model/ids.ts';
import type { RequestRecord, RequestStatus } from '#core/model/request.ts';
import { createLive } from '#web/state/create-live.ts';
import { requestTitle } from '#web/state/request-words.ts';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';

export function announceRequests(): void {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const requests = createLive(
    () => true,
    () => workspace.requests.list(),
  );
  const before = new Map<RequestId, RequestStatus>();
  let first = true;

  function announce(request: RequestRecord): void {
    const action =
      request.params.kind === 'create-task' && request.status === 'finished'
        ? { title: 'Open', run: taskOpener(request.params.taskId) }
        : { title: 'Show', run: () => navigate('/requests') };
    if (request.status === 'finished') {
      const withFindings = (request.result?.findings?.total ?? 0) > 0;
      showToast({
        tone: withFindings ? 'warn' : 'ok',
        title: requestTitle(request),
        text: request.result?.words,
        action,
      });
    } else if (request.status === 'failed') {
      showToast({
        tone: 'bad',
        title: `${requestTitle(request)}: failed`,
        text: request.error?.message,
        action,
      });
    }
  }
  function taskOpener(taskId: number): () => void {
    return () => navigate(`/tasks/${taskId}`);
  }

  createEffect(
    on(
      () =>
        requests
          .data()
          ?.map((request) => `${request.id} ${request.status}`)
          .join(),
      () => {
        for (const request of requests.data() ?? []) {
          const was = before.get(request.id);
          before.set(request.id, request.status);
          const ended = request.status === 'finished' || request.status === 'failed';
          if (!first && ended && was !== request.status) announce(request);
        }
        if (requests.data()) first = false;
      },
    ),
  );
}
