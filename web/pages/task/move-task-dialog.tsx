/** Takes a task into a project, or out of it: what becomes of each of its labels. */
import { createEffect, createSignal, For, on, Show } from 'solid-js';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import type { Project } from '#core/model/project.ts';
import type { Task } from '#core/model/task.ts';
import type { LabelFate, LabelMapping } from '#core/workspace/door/labels.ts';
import { createLive } from '#web/state/create-live.ts';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/choice.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { LabelChip } from '#web/ui/marks.tsx';
import { BareSelect, Select } from '#web/ui/select.tsx';
import styles from './move-task-dialog.module.css';

const none = 'none';

export function MoveTaskDialog(props: { task: Task; onClose: () => void }) {
  const workspace = useWorkspace();
  const live = createLive(
    () => true,
    async () => workspace.projects.list(),
  );
  const [chosen, setChosen] = createSignal<string>();
  const [mapping, setMapping] = createSignal<LabelMapping>();
  const [failure, setFailure] = createSignal<ErrorReport>();
  const [busy, setBusy] = createSignal(false);
  const others = () => (live.data() ?? []).filter(({ id }) => id !== props.task.projectId);
  const options = () => [
    ...others().map(({ id, name }) => ({ value: String(id), label: `${name} #${id}` })),
    ...(props.task.projectId === undefined ? [] : [{ value: none, label: 'No project' }]),
  ];
  const value = () => chosen() ?? options()[0]?.value;
  const project = () => others().find(({ id }) => String(id) === value());

  createEffect(
    on(
      () => project()?.id,
      (id) => {
        setMapping(undefined);
        if (id === undefined) return;
        workspace.labels.proposeMapping(props.task.id, id).then(
          (proposed) => {
            if (project()?.id === id) setMapping(proposed);
          },
          (error: unknown) => setFailure(toErrorReport(error)),
        );
      },
    ),
  );

  async function move(): Promise<void> {
    if (busy() || value() === undefined) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const undo = await workspace.labels.moveTask(props.task.id, project()?.id, mapping());
      showToast({
        tone: 'undo',
        title: `Moved “${props.task.name}” ${project() ? `to “${project()?.name}”` : 'out of its project'}`,
        action: {
          title: 'Undo',
          run: () => {
            undo().catch((error: unknown) =>
              showToast({ tone: 'bad', title: 'Not undone', text: toErrorReport(error).message }),
            );
          },
        },
      });
      props.onClose();
    } catch (error) {
      setFailure(toErrorReport(error));
    } finally {
      setBusy(false);
    }
  }
  function decide(name: string, fate: LabelFate): void {
    const known = mapping();
    if (known) setMapping({ ...known, fates: { ...known.fates, [name]: fate } });
  }
  return (
    <Dialog
      title={`Move “${props.task.name}”`}
      width={640}
      onClose={() => props.onClose()}
      onSubmit={() => void move()}
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
            disabledReason={options().length === 0 ? 'There is no project to move it to' : undefined}
          >
            Move the task
          </Button>
        </>
      }
    >
      <Show
        when={value()}
        fallback={<p>There is no other project in this workspace. Make one in Projects first.</p>}
      >
        {(selected) => (
          <Select label="To the project" value={selected()} options={options()} onChange={setChosen} />
        )}
      </Show>
      <Show when={value() === none}>
        <p>Its labels become its own; nothing of what is annotated changes.</p>
      </Show>
      <Show when={project()}>
        {(to) => (
          <Show when={mapping()}>
            {(known) => (
              <>
                <table class={styles.table}>
                  <thead>
                    <tr>
                      <th>Label of the task</th>
                      <th>Becomes</th>
                    </tr>
                  </thead>
                  <tbody>
                    <For each={props.task.labels}>
                      {(label) => (
                        <tr>
                          <td>
                            <LabelChip name={label.name} color={label.color} plain />
                          </td>
                          <td>
                            <BareSelect
                              label={`What becomes of ${label.name}`}
                              value={textOf(known().fates[label.name])}
                              options={fatesFor(to(), label.name)}
                              onChange={(text) => decide(label.name, fateOf(text))}
                            />
                          </td>
                        </tr>
                      )}
                    </For>
                  </tbody>
                </table>
                <Checkbox
                  label="Objects lose their attributes"
                  checked={known().clearAttributes}
                  onChange={(clearAttributes) => setMapping({ ...known(), clearAttributes })}
                />
              </>
            )}
          </Show>
        )}
      </Show>
      <Show when={failure()}>{(error) => <ErrorNotice error={error()} />}</Show>
    </Dialog>
  );
}

/** A fate as the value of an option. */
function textOf(fate: LabelFate | undefined): string {
  if (fate === undefined || fate.kind === 'create') return 'create';
  return fate.kind === 'drop' ? 'drop' : `match ${fate.labelId}`;
}

function fateOf(text: string): LabelFate {
  if (text === 'create' || text === 'drop') return { kind: text };
  return { kind: 'match', labelId: Number(text.replace('match ', '')) };
}

function fatesFor({ labels }: Project, name: string): { value: string; label: string }[] {
  return [
    ...labels.map((label) => ({ value: `match ${label.id}`, label: label.name })),
    { value: 'create', label: `A new label “${name}” in the project` },
    { value: 'drop', label: 'Nothing: its objects are dropped' },
  ];
}
