/** Where a manifest of the task's images is written. */
import { createSignal, Show } from 'solid-js';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import type { Storage } from '#core/model/storage.ts';
import type { Task } from '#core/model/task.ts';
import { mayWrite } from '#web/state/storage-words.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { TextField } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';

export function ManifestDialog(props: { task: Task; storages: readonly Storage[]; onClose: () => void }) {
  const workspace = useWorkspace();
  const sources = () =>
    props.storages.filter(
      ({ id, settings }) =>
        mayWrite(settings) && props.task.sources.some(({ storageId }) => storageId === id),
    );
  const [storageId, setStorageId] = createSignal(sources()[0]?.id);
  const prefix = () => props.task.sources.find((source) => source.storageId === storageId())?.prefix ?? '';
  const [typed, setTyped] = createSignal<string>();
  const key = () => typed() ?? `${prefix().slice(0, prefix().lastIndexOf('/') + 1)}manifest.jsonl`;
  const [failure, setFailure] = createSignal<ErrorReport>();
  const keyError = () => (key().endsWith('.jsonl') ? undefined : 'A manifest ends in .jsonl.');

  async function write(): Promise<void> {
    const id = storageId();
    if (id === undefined || keyError() !== undefined) return;
    try {
      await workspace.tasks.writeManifest(props.task.id, id, key());
      props.onClose();
    } catch (error) {
      setFailure(toErrorReport(error));
    }
  }

  return (
    <Dialog
      title="Write a manifest"
      onClose={() => props.onClose()}
      onSubmit={() => void write()}
      footWords="CVAT’s format 1.1, and index.json beside it."
      foot={
        <>
          <Button kind="ghost" size="form" onClick={() => props.onClose()}>
            Cancel
          </Button>
          <Button
            kind="primary"
            size="form"
            type="submit"
            disabledReason={
              storageId() === undefined ? 'No source of this task can be written to' : undefined
            }
          >
            Write
          </Button>
        </>
      }
    >
      <Select
        label="Images of"
        value={String(storageId() ?? '')}
        options={sources().map(({ id, name }) => ({ value: String(id), label: name }))}
        onChange={(value) => setStorageId(Number(value))}
      />
      <TextField
        label="Name of the manifest"
        mono
        value={key()}
        error={keyError()}
        help="Its images lie in its folder or below. Sizes not known yet are read from the first bytes of each."
        onInput={setTyped}
      />
      <Show when={failure()}>{(error) => <ErrorNotice error={error()} />}</Show>
    </Dialog>
  );
}
