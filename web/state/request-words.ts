/** What a request does, in one line. */
import type { RequestRecord } from '#core/model/request.ts';

export function requestTitle(request: RequestRecord): string {
  const params = request.params;
  switch (params.kind) {
    case 'create-task':
      return `Create task #${params.taskId}`;
    case 'export-annotations':
      return `Export ${subject(params)} as ${params.format}`;
    case 'import-annotations':
      return `Import ${params.fileName} into ${subject(params)}`;
    case 'make-sample':
      return 'Make the sample';
    default:
      return params satisfies never;
  }
}

function subject(params: { readonly taskId: number; readonly jobId?: number }): string {
  return params.jobId === undefined ? `task #${params.taskId}` : `job #${params.jobId}`;
}

/** Queued or running: it can be cancelled. */
export function isActive(request: RequestRecord): boolean {
  return request.status === 'queued' || request.status === 'in progress';
}
