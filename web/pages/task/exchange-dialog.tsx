/** Another storage in the place of one that a task reads from or writes to. */
import { createSignal, Show } from 'solid-js';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import type { StorageId } from '#core/model/ids.ts';
import type { Storage } from '#core/model/storage.ts';
import type { Task } from '#core/model/task.ts';
import { addressOf } from '#web/state/storage-words.ts';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { counted } from '#web/ui/format.ts';
import { Select } from '#web/ui/select.tsx';

interface ExchangeDialogProps {
  task: Task;
  storages: readonly Storage[];
  /** The one to be exchanged; its name is not known any more where it was removed. */
  from: StorageId;
  onClose: () => void;
}

export function ExchangeDialog(props: ExchangeDialogProps) {
  const workspace = useWorkspace();
  const [chosen, setChosen] = createSignal<string>();
  const [failure, setFailure] = createSignal<ErrorReport>();
  const [busy, setBusy] = createSignal(false);
  const old = () => props.storages.find(({ id }) => id === props.from);
  const others = () => props.storages.filter(({ id }) => id !== props.from);
  const target = () => others().find(({ id }) => String(id) === chosen()) ?? others()[0];

  async function exchange(): Promise<void> {
    const to = target();
    if (!to || busy()) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const undo = await workspace.tasks.exchangeStorage(props.task.id, props.from, to.id);
      showToast({
        tone: 'undo',
        title: `“${props.task.name}” is in “${to.name}” now`,
        action: { title: 'Undo', run: () => void undo() },
      });
      props.onClose();
    } catch (error) {
      setFailure(toErrorReport(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <Dialog
      title={`Exchange “${old()?.name ?? 'a storage'}” for another`}
      onClose={() => props.onClose()}
      onSubmit={() => void exchange()}
      footWords="Some of its objects are looked for there first."
      foot={
        <>
          <Button kind="ghost" size="form" onClick={() => props.onClose()}>
            Cancel
          </Button>
          <Button
            kind="primary"
            size="form"
            type="submit"
            busy={busy()}
            disabledReason={others().length === 0 ? 'No other storage is attached' : undefined}
          >
            Exchange
          </Button>
        </>
      }
    >
      <Show when={target()} fallback={<p>No other storage is attached. Attach it in Storages first.</p>}>
        {(to) => (
          <Select
            label="Storage with the same objects"
            value={String(to().id)}
            options={others().map(({ id, name, settings }) => ({
              value: String(id),
              label: `${name} · ${addressOf(settings)}`,
            }))}
            onChange={setChosen}
          />
        )}
      </Show>
      <p>{`${counted(props.task.size, 'frame')} keep their keys and annotations; only where they are read from changes.`}</p>
      <Show when={failure()}>{(error) => <ErrorNotice error={error()} />}</Show>
    </Dialog>
  );
}
