/** Exports the tasks of a project: a request for each, to files or to where each task writes. */
import { createSignal, Show } from 'solid-js';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import { coco, formats } from '#core/formats/registry.ts';
import type { Project } from '#core/model/project.ts';
import type { Task } from '#core/model/task.ts';
import { exportName } from '#web/pages/task/export-name.ts';
import { createLive } from '#web/state/create-live.ts';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { RadioGroup } from '#web/ui/choice.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { counted } from '#web/ui/format.ts';

export function ExportProjectDialog(props: { project: Project; onClose: () => void }) {
  const workspace = useWorkspace();
  const [place, setPlace] = createSignal<'file' | 'target'>('file');
  const [failure, setFailure] = createSignal<ErrorReport>();
  const [busy, setBusy] = createSignal(false);
  const live = createLive(
    () => props.project.id,
    async (id) => workspace.projects.tasks(id),
  );
  const tasks = () => (live.data() ?? []).filter(({ ready }) => ready);
  const without = () => tasks().filter(({ targets }) => targets.length === 0).length;

  async function start(): Promise<void> {
    if (busy()) return;
    setBusy(true);
    try {
      for (const task of tasks()) await exportOne(task);
      showToast({
        tone: 'news',
        title: `Exporting ${counted(tasks().length, 'task')} of “${props.project.name}”`,
        text: 'You can go on working.',
      });
      props.onClose();
    } catch (error) {
      setFailure(toErrorReport(error));
    } finally {
      setBusy(false);
    }
  }
  async function exportOne({ id, name, targets }: Task): Promise<void> {
    const fileName = exportName(`${props.project.name} ${name} ${id}`, '', Date.now());
    const [first] = targets;
    const target =
      place() === 'target' && first
        ? { storageId: first.storageId, key: `${first.prefix}${fileName}` }
        : ('file' as const);
    await workspace.requests.exportAnnotations({ taskId: id, format: coco.id, fileName, target });
  }
  return (
    <Dialog
      title={`Export “${props.project.name}”`}
      width={640}
      onClose={() => props.onClose()}
      onSubmit={() => void start()}
      footWords="A request for each task. You can go on working."
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
            disabledReason={tasks().length === 0 ? 'It has no task that could be exported' : undefined}
          >
            {`Export ${counted(tasks().length, 'task')}`}
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
      <RadioGroup<'file' | 'target'>
        label="Where to"
        value={place()}
        options={[
          { value: 'file', label: 'Files', hint: 'wait on this device until you download them' },
          { value: 'target', label: 'Their targets', hint: 'beside what each task writes' },
        ]}
        onChange={setPlace}
      />
      <Show when={place() === 'target' && without() > 0}>
        <p>{`${counted(without(), 'task')} without a target: exported to a file.`}</p>
      </Show>
      <Show when={failure()}>{(error) => <ErrorNotice error={error()} />}</Show>
    </Dialog>
  );
}
