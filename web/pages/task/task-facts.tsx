/** Whose a task is, where it belongs, and where its troubles are reported. */
import { createUniqueId, For, Show } from 'solid-js';
import { toErrorReport } from '#core/errors.ts';
import type { Task } from '#core/model/task.ts';
import type { TaskChange } from '#core/workspace/workspace.ts';
import { BugTracker } from '#web/pages/facts/bug-tracker.tsx';
import { createLive } from '#web/state/create-live.ts';
import { addPerson, createPeople } from '#web/state/people.ts';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Field, inputClass } from '#web/ui/field.tsx';
import { PersonPicker } from '#web/ui/person-picker.tsx';
import styles from './task-aside.module.css';

/** CVAT's proposals. */
const usualSubsets = ['Train', 'Test', 'Validation'];

export function TaskFacts(props: { task: Task }) {
  const workspace = useWorkspace();
  const people = createPeople();
  const listId = createUniqueId();
  const live = createLive(
    () => props.task.projectId,
    async (id) => workspace.projects.subsets(id),
  );
  const subsets = () => [...new Set([...(live.data() ?? []), ...usualSubsets])];

  function change(fields: TaskChange): void {
    workspace.tasks.update(props.task.id, fields).catch((error: unknown) => {
      const { message, remedy } = toErrorReport(error);
      showToast({
        tone: 'bad',
        title: 'Not changed',
        text: [message, remedy?.text].filter(Boolean).join(' '),
      });
    });
  }
  return (
    <div class={styles.fields}>
      <PersonPicker
        label="Assignee"
        value={props.task.assigneeId}
        people={people()}
        onChange={(assigneeId) => change({ assigneeId })}
        onAdd={async (name) => addPerson(workspace, name)}
      />
      <Show when={props.task.projectId !== undefined}>
        <Field
          label="Subset"
          control={(ids) => (
            <>
              <input
                id={ids.id}
                class={inputClass()}
                list={listId}
                placeholder="None"
                maxLength={64}
                value={props.task.subset}
                onChange={(event) => change({ subset: event.currentTarget.value.trim() })}
              />
              <datalist id={listId}>
                <For each={subsets()}>{(subset) => <option value={subset} />}</For>
              </datalist>
            </>
          )}
        />
      </Show>
      <BugTracker address={props.task.bugTracker} onChange={(bugTracker) => change({ bugTracker })} />
    </div>
  );
}
