/** One dialog for many exports: a request for each. */
import { createSignal, Show } from 'solid-js';
import { InvalidDataError } from '#core/errors.ts';
import { coco, formats } from '#core/formats/registry.ts';
import { createLive } from '#web/state/create-live.ts';
import { isUsualTarget, mayWrite } from '#web/state/storage-words.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { RadioGroup } from '#web/ui/choice.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { TextField } from '#web/ui/field.tsx';
import { counted } from '#web/ui/format.ts';
import { Select } from '#web/ui/select.tsx';
import type { BulkIntent, FormAction } from './bulk-action.ts';
import { type BulkWork, doEach } from './bulk-run.ts';
import { exportNameFrom, templateError } from './export-template.ts';

export function ExportManyDialog(props: {
  intent: BulkIntent<FormAction>;
  onStart: (work: BulkWork) => void;
  onClose: () => void;
}) {
  const workspace = useWorkspace();
  const { resource, ids, words } = props.intent;
  const [format, setFormat] = createSignal(coco.id);
  const [template, setTemplate] = createSignal(`dataset_${words[0]}_{{id}}`);
  const [place, setPlace] = createSignal<'file' | 'storage'>('file');
  const [storageId, setStorageId] = createSignal('');
  const [typedPrefix, setTypedPrefix] = createSignal<string>();
  const storages = createLive(
    () => true,
    () => workspace.storages.list(),
  );
  const writable = () => storages.data()?.filter(({ settings }) => mayWrite(settings)) ?? [];
  const storage = () =>
    writable().find(({ id }) => String(id) === storageId()) ??
    writable().find(({ settings }) => isUsualTarget(settings)) ??
    writable()[0];
  const prefix = () => typedPrefix() ?? `${storage()?.settings.prefix ?? ''}annotations/`;
  const first = createLive(
    () => ids[0],
    async (id) => subjectOf(id),
  );
  const error = () => templateError(template(), ids.length);
  const example = () => {
    const subject = first.data();
    return subject ? `The first will be ${exportNameFrom(template(), { ...subject, index: 0 })}.` : '';
  };

  /** The task, or the job of a task, behind one of the ids. */
  async function subjectOf(
    id: number,
  ): Promise<{ id: number; name: string; taskId: number; jobId?: number }> {
    const job = resource === 'jobs' ? await workspace.jobs.get(id) : undefined;
    const task = resource === 'jobs' && !job ? undefined : await workspace.tasks.get(job?.taskId ?? id);
    if (!task) throw new InvalidDataError(`#${id} is not there any more.`, { where: 'export' });
    if (!task.ready) throw new InvalidDataError(`“${task.name}” is not made yet.`, { where: 'export' });
    return { id, name: task.name, taskId: task.id, ...(job ? { jobId: job.id } : {}) };
  }

  function start(): void {
    const target = storage();
    if (error() !== undefined || (place() === 'storage' && !target)) return;
    const [chosen, pattern, folder, where] = [format(), template(), prefix(), place()];
    const exportOne = async (id: number, index: number): Promise<void> => {
      const { name, taskId, jobId } = await subjectOf(id);
      const fileName = exportNameFrom(pattern, { id, name, index });
      await workspace.requests.exportAnnotations({
        taskId,
        ...(jobId === undefined ? {} : { jobId }),
        format: chosen,
        fileName,
        target: where === 'file' || !target ? 'file' : { storageId: target.id, key: `${folder}${fileName}` },
      });
    };
    props.onStart({
      resource,
      ids,
      doing: 'Starting exports',
      done: ids.length === 1 ? 'export started' : 'exports started',
      run: async (these, options) => doEach(these, exportOne, (id) => `${words[0]} #${id}`, options),
    });
  }

  return (
    <Dialog
      title={`Export ${counted(ids.length, ...words)}`}
      width={640}
      onClose={() => props.onClose()}
      onSubmit={start}
      footWords="A request for each. You can go on working."
      foot={
        <>
          <Button kind="ghost" size="form" onClick={() => props.onClose()}>
            Cancel
          </Button>
          <Button kind="primary" size="form" type="submit">
            {`Export ${counted(ids.length, ...words)}`}
          </Button>
        </>
      }
    >
      <RadioGroup
        label="Format"
        value={format()}
        options={formats.map((each) => ({ value: each.id, label: each.name, hint: each.words }))}
        onChange={setFormat}
      />
      <TextField
        label="Names"
        mono
        value={template()}
        error={error()}
        help={`{{id}}, {{name}} and {{index}} are filled in. ${example()}`}
        onInput={setTemplate}
      />
      <RadioGroup<'file' | 'storage'>
        label="Where to"
        value={place()}
        options={[
          { value: 'file', label: 'Files', hint: 'wait on this device until you download them' },
          { value: 'storage', label: 'A storage', hint: 'an object each; none is ever overwritten' },
        ]}
        onChange={setPlace}
      />
      <Show when={place() === 'storage'}>
        <Show when={storage()} fallback={<p>No storage is attached that could be written to.</p>}>
          {(target) => (
            <>
              <Select
                label="Storage"
                value={String(target().id)}
                options={writable().map((each) => ({ value: String(each.id), label: each.name }))}
                onChange={setStorageId}
              />
              <TextField label="Prefix" mono value={prefix()} onInput={setTypedPrefix} />
            </>
          )}
        </Show>
      </Show>
    </Dialog>
  );
}
