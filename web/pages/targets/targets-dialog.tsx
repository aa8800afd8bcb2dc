/** Changes where a task is written to; saving writes a small file to each target first. */
import { createSignal, Show } from 'solid-js';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import type { Storage } from '#core/model/storage.ts';
import type { Target } from '#core/model/target.ts';
import type { Task } from '#core/model/task.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { nameError } from './target-names.ts';
import { TargetsList } from './targets-list.tsx';

export function TargetsDialog(props: { task: Task; storages: readonly Storage[]; onClose: () => void }) {
  const workspace = useWorkspace();
  const [targets, setTargets] = createSignal<readonly Target[]>(props.task.targets);
  const [failure, setFailure] = createSignal<ErrorReport>();
  const [busy, setBusy] = createSignal(false);

  async function save(): Promise<void> {
    if (busy() || targets().some(({ name }) => nameError(name) !== undefined)) return;
    setBusy(true);
    setFailure(undefined);
    try {
      for (const { storageId, prefix } of targets()) await workspace.targets.test(storageId, prefix);
      await workspace.tasks.setTargets(props.task.id, targets());
      props.onClose();
    } catch (error) {
      setFailure(toErrorReport(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={`Targets of “${props.task.name}”`}
      width={640}
      onClose={() => props.onClose()}
      onSubmit={() => void save()}
      footWords="Saving writes a small file to each target and removes it again."
      foot={
        <>
          <Button kind="ghost" size="form" onClick={() => props.onClose()}>
            Cancel
          </Button>
          <Button kind="primary" size="form" type="submit" busy={busy()}>
            Save
          </Button>
        </>
      }
    >
      <TargetsList
        targets={targets()}
        taskName={props.task.name}
        example="folder/image.jpg"
        storages={props.storages}
        onChange={setTargets}
      />
      <Show when={failure()}>{(error) => <ErrorNotice error={error()} />}</Show>
    </Dialog>
  );
}
