/** Requests as a list. */
import type { RequestRecord } from '#core/model/request.ts';
import type { Task } from '#core/model/task.ts';
import { type ListKind, taskPageSizes } from '#web/lists/list-kind.ts';
import { requestTitle } from '#web/state/request-words.ts';

export interface RequestListRow {
  readonly id: number;
  readonly request: RequestRecord;
  /** The task that it is about, where it is there. */
  readonly tasks: readonly Task[];
}

export const requestKind: ListKind<RequestListRow> = {
  resource: 'requests',
  place: 'requests',
  title: 'Requests',
  one: 'request',
  many: 'requests',
  over: 'Operation, format, file, ID',
  pageSizes: taskPageSizes,
  view: 'table',
  sort: [{ field: 'running', descending: true }],
  rowHeight: 60,
  async read(workspace, ids) {
    const requests = await workspace.requests.many(ids);
    const taskIds = requests.flatMap(({ params }) => ('taskId' in params ? [params.taskId] : []));
    const tasks = await workspace.tasks.many([...new Set(taskIds)]);
    return requests.map((request) => ({
      id: request.id,
      request,
      tasks: tasks.filter(({ id }) => 'taskId' in request.params && id === request.params.taskId),
    }));
  },
  nameOf: ({ request, tasks }) => requestTitle(request, tasks),
  href: ({ tasks }) => (tasks[0] ? `/tasks/${tasks[0].id}` : undefined),
  toneOf: ({ request }) => (request.status === 'failed' ? 'bad' : undefined),
};
