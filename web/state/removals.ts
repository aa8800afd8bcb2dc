/** Tasks that were deleted a moment ago: out of every list at once, off the disk when the undo has run out. */
import { createSignal } from 'solid-js';
import { toErrorReport } from '#core/errors.ts';
import type { TaskId } from '#core/model/ids.ts';
import type { Task } from '#core/model/task.ts';
import type { Workspace } from '#core/workspace/workspace.ts';
import { showToast } from './toasts.ts';

const [removed, setRemoved] = createSignal<ReadonlySet<TaskId>>(new Set());

/** True while a task waits for its removal. */
export function isRemoved(id: TaskId): boolean {
  return removed().has(id);
}

function unmark(id: TaskId): void {
  setRemoved((before) => new Set([...before].filter((each) => each !== id)));
}

/** Hides the task and removes it from the disk once its undo is gone; closing the tab before that keeps it. */
export function removeTask(workspace: Workspace, task: Task): void {
  setRemoved((before) => new Set([...before, task.id]));
  showToast({
    tone: 'undo',
    title: `Deleted “${task.name}”`,
    text: 'Its images stay where they are.',
    action: { title: 'Undo', run: () => unmark(task.id) },
    onEnd: () => {
      workspace.tasks.remove(task.id).catch((error: unknown) => {
        unmark(task.id);
        showToast({
          tone: 'bad',
          title: `“${task.name}” was not deleted`,
          text: toErrorReport(error).message,
        });
      });
    },
  });
}
