/** One more source for a task; what lies there is offered as new frames at once. */
import { createSignal, Show } from 'solid-js';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import type { Storage } from '#core/model/storage.ts';
import type { Task } from '#core/model/task.ts';
import { createPreview } from '#web/pages/create-task/create-preview.ts';
import { emptySourceDraft, errorOfSource, sourceOf } from '#web/pages/create-task/files/source-draft.ts';
import { SourceFields } from '#web/pages/create-task/files/source-fields.tsx';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';

export function AddSourceDialog(props: { task: Task; storages: readonly Storage[]; onClose: () => void }) {
  const workspace = useWorkspace();
  const [draft, setDraft] = createSignal(emptySourceDraft);
  const [error, setError] = createSignal<string>();
  const [failure, setFailure] = createSignal<ErrorReport>();
  const preview = createPreview(
    () => sourceOf(draft()),
    () => props.task.sorting,
  );

  async function add(): Promise<void> {
    setError(errorOfSource(draft()));
    const source = sourceOf(draft());
    if (!source || error() !== undefined) return;
    try {
      await workspace.tasks.addSource(props.task.id, source);
      await workspace.tasks.sync(props.task.id);
      props.onClose();
    } catch (thrown) {
      setFailure(toErrorReport(thrown));
    }
  }

  return (
    <Dialog
      title={`Another source for “${props.task.name}”`}
      width={640}
      onClose={() => props.onClose()}
      onSubmit={() => void add()}
      footWords="What lies there is offered as new frames; nothing is added by itself."
      foot={
        <>
          <Button kind="ghost" size="form" onClick={() => props.onClose()}>
            Cancel
          </Button>
          <Button kind="primary" size="form" type="submit">
            Add and look
          </Button>
        </>
      }
    >
      <SourceFields
        draft={draft()}
        preview={preview}
        dimension={props.task.dimension}
        error={error()}
        storages={props.storages}
        onChange={(changed) => {
          setDraft(changed);
          setError(undefined);
        }}
        onRemove={undefined}
      />
      <Show when={failure()}>{(report) => <ErrorNotice error={report()} />}</Show>
    </Dialog>
  );
}
