/** Rows of tables with nothing special about them. */
import type { Job } from '#core/model/job.ts';
import { wholeSource } from '#core/model/source.ts';
import { defaultCut, type Task } from '#core/model/task.ts';

export function taskRow(fields: Partial<Omit<Task, 'id'>> = {}): Omit<Task, 'id'> {
  return {
    ...defaultCut,
    uid: crypto.randomUUID(),
    workspaceId: 0,
    projectId: undefined,
    name: 'Task',
    subset: '',
    dimension: '2d',
    mode: 'annotation',
    ownerId: undefined,
    assigneeId: undefined,
    bugTracker: '',
    guide: '',
    labels: [],
    sources: [wholeSource(1)],
    targets: [],
    storageIds: [1],
    size: 10,
    status: 'annotation',
    ready: true,
    createdAt: 0,
    updatedAt: 0,
    ...fields,
  };
}

export function jobRow(taskId: number, fields: Partial<Omit<Job, 'id' | 'taskId'>> = {}): Omit<Job, 'id'> {
  return {
    taskId,
    type: 'annotation',
    assigneeId: undefined,
    stage: 'annotation',
    state: 'new',
    startFrame: 0,
    stopFrame: 9,
    annotatedFrames: 0,
    objectCount: 0,
    lastFrame: 0,
    workedMs: 0,
    createdAt: 0,
    updatedAt: 0,
    ...fields,
  };
}
