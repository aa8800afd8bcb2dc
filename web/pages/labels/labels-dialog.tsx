/** Changes a list of labels that is in use: says how much hangs on what goes, asks, and can be undone. */
import ArrowLeft from 'lucide-solid/icons/arrow-left';
import { createSignal, For, Show } from 'solid-js';
import { unwrap } from 'solid-js/store';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import type { Label } from '#core/model/label.ts';
import type { LabelOwner, LabelUse } from '#core/workspace/door/labels.ts';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { counted } from '#web/ui/format.ts';
import { labelsError, removedFrom, type Removed, removedWords, tidyLabels } from './label-draft.ts';
import { LabelsEditor } from './labels-editor.tsx';
import { createLocks } from './locks.ts';

interface LabelsDialogProps {
  /** "Labels of “Dock safety”". */
  title: string;
  owner: LabelOwner;
  labels: readonly Label[];
  onClose: () => void;
}

interface Loss {
  readonly removed: Removed;
  readonly use: LabelUse;
}

export function LabelsDialog(props: LabelsDialogProps) {
  const workspace = useWorkspace();
  // As they were when this was opened: what is written here is compared with that.
  const saved = structuredClone(unwrap(props.labels));
  const locks = createLocks(workspace, props.owner, saved);
  const [labels, setLabels] = createSignal<readonly Label[]>(saved);
  const [broken, setBroken] = createSignal(false);
  const [error, setError] = createSignal<string>();
  const [failure, setFailure] = createSignal<ErrorReport>();
  const [losses, setLosses] = createSignal<readonly Loss[]>();
  const [busy, setBusy] = createSignal(false);
  const objects = () => (losses() ?? []).reduce((sum, { use }) => sum + use.objects, 0);

  async function check(): Promise<void> {
    const found = broken() ? 'The text has errors: mend them first.' : labelsError(labels());
    setError(found);
    if (found !== undefined || busy()) return;
    setBusy(true);
    try {
      const lost: Loss[] = [];
      for (const removed of removedFrom(saved, labels())) {
        const use = await workspace.labels.uses(props.owner, removed.label.id, removed.attribute?.id);
        if (use.objects > 0) lost.push({ removed, use });
      }
      if (lost.length > 0) setLosses(lost);
      else await save();
    } catch (caught) {
      setFailure(toErrorReport(caught));
    } finally {
      setBusy(false);
    }
  }
  async function save(): Promise<void> {
    setBusy(true);
    try {
      const undo = await workspace.labels.save(props.owner, tidyLabels(labels()));
      showToast({
        tone: 'undo',
        title: 'Labels changed',
        text: objects() > 0 ? `${counted(objects(), 'object')} went with them.` : undefined,
        action: { title: 'Undo', run: () => void putBack(undo) },
      });
      props.onClose();
    } catch (caught) {
      setFailure(toErrorReport(caught));
    } finally {
      setBusy(false);
    }
  }
  async function putBack(undo: () => Promise<void>): Promise<void> {
    try {
      await undo();
    } catch (caught) {
      showToast({ tone: 'bad', title: 'The labels were not put back', text: toErrorReport(caught).message });
    }
  }

  return (
    <Dialog
      title={losses() ? 'Delete what hangs on these labels?' : props.title}
      width={860}
      onClose={() => props.onClose()}
      onSubmit={() => void (losses() ? save() : check())}
      foot={
        <>
          <Show
            when={losses()}
            fallback={
              <Button kind="ghost" size="form" onClick={() => props.onClose()}>
                Cancel
              </Button>
            }
          >
            <Button kind="ghost" size="form" icon={ArrowLeft} onClick={() => setLosses(undefined)}>
              Back
            </Button>
          </Show>
          <Button kind="primary" size="form" busy={busy()} onClick={() => void (losses() ? save() : check())}>
            {losses() ? `Save and delete ${counted(objects(), 'object')}` : 'Save the labels'}
          </Button>
        </>
      }
    >
      <Show
        when={losses()}
        fallback={
          <LabelsEditor
            labels={labels()}
            error={error()}
            locks={locks}
            onChange={(next) => {
              setLabels(next);
              setError(undefined);
            }}
            onBroken={setBroken}
          />
        }
      >
        {(known) => (
          <ul>
            <For each={known()}>{(loss) => <li>{lossWords(loss)}</li>}</For>
          </ul>
        )}
      </Show>
      <Show when={failure()}>{(report) => <ErrorNotice error={report()} />}</Show>
    </Dialog>
  );
}

function lossWords({ removed, use }: Loss): string {
  const where = `${counted(use.jobs, 'job')} of ${counted(use.tasks, 'task')}`;
  const what = removedWords(removed);
  return removed.attribute
    ? `${what[0]?.toUpperCase()}${what.slice(1)}: ${counted(use.objects, 'object')} in ${where} lose its value.`
    : `${what[0]?.toUpperCase()}${what.slice(1)} with its ${counted(use.objects, 'object')} in ${where}.`;
}
