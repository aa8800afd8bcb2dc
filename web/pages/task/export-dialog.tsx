/** Exports a task or a job to a file or into a storage. An object is never overwritten. */
import { createEffect, createMemo, createSignal, on, onCleanup, Show } from 'solid-js';
import { type ErrorReport, isAbort, isError, toErrorReport } from '#core/errors.ts';
import { coco, formats } from '#core/formats/registry.ts';
import type { Job } from '#core/model/job.ts';
import type { Task } from '#core/model/task.ts';
import { createLive } from '#web/state/create-live.ts';
import { isUsualTarget, mayWrite } from '#web/state/storage-words.ts';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { RadioGroup } from '#web/ui/choice.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { TextField } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { exportName } from './export-name.ts';
import styles from './export-dialog.module.css';
import { JobSelect } from './job-select.tsx';

const restMs = 350;

interface ExportDialogProps {
  task: Task;
  /** To choose one of; empty for the whole task only. */
  jobs: readonly Job[];
  onClose: () => void;
}

type NameState = 'unknown' | 'checking' | 'free' | 'taken';

export function ExportDialog(props: ExportDialogProps) {
  const workspace = useWorkspace();
  const [jobId, setJobId] = createSignal('');
  const [place, setPlace] = createSignal<'file' | 'storage'>(
    props.task.targets.length === 0 ? 'file' : 'storage',
  );
  const [storageId, setStorageId] = createSignal(String(props.task.targets[0]?.storageId ?? ''));
  const [typedKey, setTypedKey] = createSignal<string>();
  const [nameState, setNameState] = createSignal<NameState>('unknown');
  const [failure, setFailure] = createSignal<ErrorReport>();
  const [busy, setBusy] = createSignal(false);
  const storages = createLive(
    () => true,
    () => workspace.storages.list(),
  );
  const writable = () => storages.data()?.filter((storage) => mayWrite(storage.settings)) ?? [];
  const storage = createMemo(
    () =>
      writable().find((each) => String(each.id) === storageId()) ??
      writable().find((each) => isUsualTarget(each.settings)) ??
      writable()[0],
  );
  const fileName = () => exportName(props.task.name, jobId(), Date.now());
  const key = () => typedKey() ?? `${storage()?.settings.prefix ?? ''}annotations/${fileName()}`;

  createEffect(
    on([place, storage, key], ([where, target, name]) => {
      setFailure(undefined);
      setNameState('unknown');
      if (where === 'file' || !target || name === '') return;
      const stop = new AbortController();
      const timer = setTimeout(() => void look(target.id, name, stop.signal), restMs);
      onCleanup(() => {
        clearTimeout(timer);
        stop.abort();
      });
    }),
  );

  async function look(id: number, name: string, signal: AbortSignal): Promise<void> {
    setNameState('checking');
    try {
      const store = await workspace.storages.open(id);
      await store.stat(name, { signal });
      if (!signal.aborted) setNameState('taken');
    } catch (error) {
      if (signal.aborted || isAbort(error)) return;
      setNameState(isError(error, 'storage') && error.code === 'not-found' ? 'free' : 'unknown');
    }
  }

  async function start(): Promise<void> {
    const target = storage();
    if (busy() || nameState() === 'taken' || (place() === 'storage' && (!target || key() === ''))) return;
    setBusy(true);
    try {
      await workspace.requests.exportAnnotations({
        taskId: props.task.id,
        ...(jobId() === '' ? {} : { jobId: Number(jobId()) }),
        format: coco.id,
        fileName: fileName(),
        target: place() === 'file' || !target ? 'file' : { storageId: target.id, key: key() },
      });
      showToast({ tone: 'news', title: `Exporting “${props.task.name}”`, text: 'You can go on working.' });
      props.onClose();
    } catch (error) {
      setFailure(toErrorReport(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={`Export “${props.task.name}”`}
      width={640}
      onClose={() => props.onClose()}
      onSubmit={() => void start()}
      footWords="Runs as a request. You can go on working."
      foot={
        <>
          <Button kind="ghost" size="form" onClick={() => props.onClose()}>
            Cancel
          </Button>
          <Button kind="primary" size="form" type="submit" busy={busy()}>
            {place() === 'file' ? 'Export to a file' : 'Export to the bucket'}
          </Button>
        </>
      }
    >
      <RadioGroup
        label="Format"
        value={coco.id}
        options={formats.map((format) => ({ value: format.id, label: format.name, hint: format.words }))}
        onChange={() => {}}
      />
      <JobSelect label="What" jobs={props.jobs} value={jobId()} onChange={setJobId} />
      <RadioGroup<'file' | 'storage'>
        label="Where to"
        value={place()}
        options={[
          { value: 'file', label: 'A file', hint: 'waits on this device until you download it' },
          { value: 'storage', label: 'A storage', hint: 'as one object' },
        ]}
        onChange={setPlace}
      />
      <Show when={place() === 'storage'}>
        <Show
          when={writable().length > 0}
          fallback={<p class={styles.quiet}>No storage is attached that could be written to.</p>}
        >
          <div class={styles.target}>
            <Select
              label="Storage"
              value={String(storage()?.id ?? '')}
              options={writable().map((each) => ({ value: String(each.id), label: each.name }))}
              onChange={setStorageId}
            />
            <TextField
              label="Name of the object"
              mono
              value={key()}
              checking={nameState() === 'checking'}
              error={nameError(key(), nameState())}
              help={
                nameState() === 'free'
                  ? 'This name is free. An object is never overwritten.'
                  : 'An object is never overwritten.'
              }
              onInput={setTypedKey}
            />
          </div>
        </Show>
      </Show>
      <Show when={failure()}>{(error) => <ErrorNotice error={error()} />}</Show>
    </Dialog>
  );
}

function nameError(key: string, state: NameState): string | undefined {
  if (key === '') return 'The object needs a name.';
  if (state !== 'taken') return undefined;
  return 'An object with this name is there already. It stays as it is: choose another name.';
}
