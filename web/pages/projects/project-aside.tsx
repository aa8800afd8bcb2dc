/** What belongs to a project: people, bug tracker, subsets, storages. A drawer below 1180, opened by `i`. */
import Info from 'lucide-solid/icons/info';
import Pencil from 'lucide-solid/icons/pencil';
import { createSignal, For, lazy, Show } from 'solid-js';
import { toErrorReport } from '#core/errors.ts';
import type { Person } from '#core/model/person.ts';
import type { Project } from '#core/model/project.ts';
import type { Storage } from '#core/model/storage.ts';
import type { ProjectChange } from '#core/workspace/door/projects.ts';
import { createCommands } from '#web/commands/registry.ts';
import { BugTracker } from '#web/pages/facts/bug-tracker.tsx';
import aside from '#web/pages/task/task-aside.module.css';
import { StorageLine } from '#web/pages/task/storage-line.tsx';
import { addPerson } from '#web/state/people.ts';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { cx } from '#web/ui/cx.ts';
import { PersonPicker } from '#web/ui/person-picker.tsx';
import { Time } from '#web/ui/time.tsx';
import styles from './project.module.css';

const StoragesDialog = lazy(async () => ({
  default: (await import('./project-storages-dialog.tsx')).ProjectStoragesDialog,
}));

interface ProjectAsideProps {
  project: Project;
  subsets: readonly string[];
  storages: readonly Storage[];
  people: readonly Person[];
}

export function ProjectAside(props: ProjectAsideProps) {
  const workspace = useWorkspace();
  const [open, setOpen] = createSignal(false);
  const [editing, setEditing] = createSignal(false);
  const owner = () => props.people.find(({ id }) => id === props.project.ownerId);
  const storageOf = (id: number) => props.storages.find((storage) => storage.id === id);
  createCommands([
    {
      id: 'details',
      title: 'Show the details',
      section: 'This page',
      icon: Info,
      keys: 'i',
      run: () => setOpen(!open()),
    },
  ]);
  async function change(fields: ProjectChange): Promise<void> {
    try {
      await workspace.projects.update(props.project.id, fields);
    } catch (error) {
      showToast({ tone: 'bad', title: 'Not changed', text: toErrorReport(error).message });
    }
  }
  return (
    <>
      <span class={aside.opener}>
        <IconButton label="Details" icon={Info} keys="i" on={open()} onClick={() => setOpen(!open())} />
      </span>
      <aside class={cx(aside.aside, open() && aside.open)} aria-label="Details">
        <PersonPicker
          label="Assignee"
          value={props.project.assigneeId}
          people={props.people}
          onChange={(assigneeId) => void change({ assigneeId })}
          onAdd={async (name) => addPerson(workspace, name)}
        />
        <dl class={aside.facts}>
          <dt>Owner</dt>
          <dd>{owner()?.name ?? 'Nobody'}</dd>
          <dt>Holds</dt>
          <dd>{{ '2d': 'images', '3d': 'point clouds' }[props.project.dimension ?? '2d']}</dd>
          <dt>Created</dt>
          <dd>
            <Time of={props.project.createdAt} />
          </dd>
          <dt>Updated</dt>
          <dd>
            <Time of={props.project.updatedAt} />
          </dd>
        </dl>
        <BugTracker
          address={props.project.bugTracker}
          onChange={(bugTracker) => void change({ bugTracker })}
        />
        <h2 class={aside.heading}>Subsets</h2>
        <Show when={props.subsets.length > 0} fallback={<p class={styles.words}>No task names one.</p>}>
          <ul>
            <For each={props.subsets}>{(subset) => <li>{subset}</li>}</For>
          </ul>
        </Show>
        <div class={styles.headingRow}>
          <h2 class={aside.heading}>Storages</h2>
          <Button kind="ghost" icon={Pencil} onClick={() => setEditing(true)}>
            Change…
          </Button>
        </div>
        <For
          each={props.project.sources}
          fallback={<p class={styles.words}>No source is proposed to its tasks.</p>}
        >
          {(source) => (
            <StorageLine storage={storageOf(source.storageId)} role="source" words={source.prefix} />
          )}
        </For>
        <For
          each={props.project.targets}
          fallback={<p class={styles.words}>No target: annotations stay on this device.</p>}
        >
          {(target) => (
            <StorageLine storage={storageOf(target.storageId)} role="target" words={target.prefix} />
          )}
        </For>
      </aside>
      <Show when={editing()}>
        <StoragesDialog project={props.project} storages={props.storages} onClose={() => setEditing(false)} />
      </Show>
    </>
  );
}
