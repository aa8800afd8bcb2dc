/** What a request does, in one line. */
import { formatName } from '#core/formats/registry.ts';
import type { TaskId } from '#core/model/ids.ts';
import type { RequestRecord } from '#core/model/request.ts';
import type { Task } from '#core/model/task.ts';

/** "Export job #8377 as COCO 1.0"; a whole task goes by its name where `tasks` knows it. */
export function requestTitle(request: RequestRecord, tasks: readonly Task[] = []): string {
  const params = request.params;
  switch (params.kind) {
    case 'create-task':
      return `Create task ${taskName(params.taskId, tasks)}`;
    case 'export-annotations':
      return `Export ${subject(params, tasks)} as ${formatName(params.format)}`;
    case 'import-annotations':
      return `Import ${params.fileName} into ${subject(params, tasks)}`;
    case 'make-sample':
      return 'Make the sample';
    case 'sync-task':
      return `Look for new objects of task ${taskName(params.taskId, tasks)}`;
    case 'write-manifest':
      return `Write manifest ${params.key} of task ${taskName(params.taskId, tasks)}`;
    case 'write-target':
      return `Write annotations of task ${taskName(params.taskId, tasks)}`;
    case 'add-frames':
      return `Add new frames to task ${taskName(params.taskId, tasks)}`;
    default:
      return params satisfies never;
  }
}

function subject(
  params: { readonly taskId: TaskId; readonly jobId?: number },
  tasks: readonly Task[],
): string {
  return params.jobId === undefined ? `task ${taskName(params.taskId, tasks)}` : `job #${params.jobId}`;
}

function taskName(id: TaskId, tasks: readonly Task[]): string {
  const task = tasks.find((each) => each.id === id);
  return task ? `“${task.name}”` : `#${id}`;
}

/** The tasks that requests are about, each once. */
export function tasksOf(requests: readonly RequestRecord[]): TaskId[] {
  return [...new Set(requests.flatMap(({ params }) => ('taskId' in params ? params.taskId : [])))];
}

/** Queued or running: it can be cancelled. */
export function isActive({ status }: Pick<RequestRecord, 'status'>): boolean {
  return status === 'queued' || status === 'in progress';
}

/** The request that makes a task, newest first among `requests`. */
export function makingOf(id: TaskId, requests: readonly RequestRecord[]): RequestRecord | undefined {
  return requests.find((each) => each.params.kind === 'create-task' && each.params.taskId === id);
}
