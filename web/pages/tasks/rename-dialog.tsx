/** A new name for a task. */
import { createSignal } from 'solid-js';
import type { Task } from '#core/model/task.ts';
import { toErrorReport } from '#core/errors.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { TextField } from '#web/ui/field.tsx';

export function RenameDialog(props: { task: Task; onClose: () => void }) {
  const workspace = useWorkspace();
  const [name, setName] = createSignal(props.task.name);
  const [error, setError] = createSignal<string>();

  async function rename(): Promise<void> {
    if (name().trim() === '') {
      setError('A task has a name.');
      return;
    }
    try {
      await workspace.tasks.update(props.task.id, { name: name().trim() });
      props.onClose();
    } catch (failure) {
      setError(toErrorReport(failure).message);
    }
  }
  return (
    <Dialog
      title={`Rename task #${props.task.id}`}
      onClose={() => props.onClose()}
      onSubmit={() => void rename()}
      foot={
        <>
          <Button kind="ghost" size="form" onClick={() => props.onClose()}>
            Cancel
          </Button>
          <Button kind="primary" size="form" type="submit">
            Rename
          </Button>
        </>
      }
    >
      <TextField label="Name" autofocus value={name()} error={error()} onInput={setName} />
    </Dialog>
  );
}
