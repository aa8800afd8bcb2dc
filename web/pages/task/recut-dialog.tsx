/** Cuts a task's jobs anew. */
import { createSignal, Show } from 'solid-js';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import type { Task } from '#core/model/task.ts';
import { jobsSentence, wholeNumber } from '#web/pages/create-task/cut-draft.ts';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { TextField } from '#web/ui/field.tsx';

export function RecutDialog(props: { task: Task; onClose: () => void }) {
  const workspace = useWorkspace();
  const [segmentSize, setSegmentSize] = createSignal(String(props.task.segmentSize || ''));
  const [overlap, setOverlap] = createSignal(String(props.task.overlap));
  const [failure, setFailure] = createSignal<ErrorReport>();
  const [busy, setBusy] = createSignal(false);
  const cut = () => {
    const [size, shared] = [wholeNumber(segmentSize()), wholeNumber(overlap())];
    return size === undefined || shared === undefined ? undefined : { segmentSize: size, overlap: shared };
  };

  async function recut(): Promise<void> {
    const wanted = cut();
    if (!wanted || busy()) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const undo = await workspace.tasks.recut(props.task.id, wanted);
      showToast({
        tone: 'undo',
        title: `Cut “${props.task.name}” anew`,
        text: jobsSentence(props.task.size, { segmentSize: segmentSize(), overlap: overlap() }),
        action: { title: 'Undo', run: () => void takeBack(undo) },
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
      title={`Cut the jobs of “${props.task.name}” anew`}
      onClose={() => props.onClose()}
      onSubmit={() => void recut()}
      footWords="Annotations go with their frames."
      foot={
        <>
          <Button kind="ghost" size="form" onClick={() => props.onClose()}>
            Cancel
          </Button>
          <Button kind="primary" size="form" type="submit" busy={busy()}>
            Cut anew
          </Button>
        </>
      }
    >
      <TextField
        label="Frames in a job"
        inputMode="numeric"
        autofocus
        value={segmentSize()}
        help="Empty for one job."
        error={wholeNumber(segmentSize()) === undefined ? 'A whole number; empty for one job.' : undefined}
        onInput={setSegmentSize}
      />
      <TextField
        label="Shared with the next job"
        inputMode="numeric"
        value={overlap()}
        error={wholeNumber(overlap()) === undefined ? 'A whole number, 0 for none.' : undefined}
        onInput={setOverlap}
      />
      <Show when={cut()}>
        <p>{jobsSentence(props.task.size, { segmentSize: segmentSize(), overlap: overlap() })}</p>
      </Show>
      <p>
        Deleted jobs get their frames back. Stages, states and assignees begin anew; what the old jobs held is
        in the bin besides.
      </p>
      <Show when={failure()}>{(error) => <ErrorNotice error={error()} />}</Show>
    </Dialog>
  );
}

async function takeBack(undo: () => Promise<void>): Promise<void> {
  try {
    await undo();
  } catch (error) {
    showToast({ tone: 'bad', title: 'Not undone', text: toErrorReport(error).message });
  }
}
