/** Deleting puts things into the bin, and says so with a way back. */
import { toErrorReport } from '#core/errors.ts';
import type { Task } from '#core/model/task.ts';
import type { Workspace } from '#core/workspace/workspace.ts';
import { showToast } from './toasts.ts';

export async function removeTask(workspace: Workspace, task: Pick<Task, 'id' | 'name'>): Promise<void> {
  const failed = (title: string) => (error: unknown) =>
    showToast({ tone: 'bad', title, text: toErrorReport(error).message });
  const restore = async () => workspace.bin.restore([{ resource: 'tasks', id: task.id }]);
  await workspace.tasks.remove(task.id).then(
    () =>
      showToast({
        tone: 'undo',
        title: `Deleted “${task.name}”`,
        text: 'It is in the bin for 30 days. Its images stay where they are.',
        action: {
          title: 'Undo',
          run: () => void restore().catch(failed(`“${task.name}” did not come back`)),
        },
      }),
    failed(`“${task.name}” was not deleted`),
  );
}
