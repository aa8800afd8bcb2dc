/** What belongs to a task: a picture, facts, labels, storages. A drawer below 1180, opened by `i`. */
import Info from 'lucide-solid/icons/info';
import Pencil from 'lucide-solid/icons/pencil';
import { createSignal, For, lazy, Show } from 'solid-js';
import type { Project } from '#core/model/project.ts';
import type { Storage } from '#core/model/storage.ts';
import type { Task } from '#core/model/task.ts';
import { createCommands } from '#web/commands/registry.ts';
import { Button, IconButton, LinkButton } from '#web/ui/button.tsx';
import { cx } from '#web/ui/cx.ts';
import { count, counted } from '#web/ui/format.ts';
import { LabelChip } from '#web/ui/marks.tsx';
import { Thumbnail } from '#web/ui/thumbnail.tsx';
import { Time } from '#web/ui/time.tsx';
import { SourcePanel } from './source-panel.tsx';
import { TargetPanel } from './target-panel.tsx';
import { TaskFacts } from './task-facts.tsx';
import styles from './task-aside.module.css';

const LabelsDialog = lazy(async () => ({
  default: (await import('#web/pages/labels/labels-dialog.tsx')).LabelsDialog,
}));

interface TaskAsideProps {
  task: Task;
  storages: readonly Storage[];
  project: Project | undefined;
  /** Name of the person who made it. */
  owner: string | undefined;
}

export function TaskAside(props: TaskAsideProps) {
  const [open, setOpen] = createSignal(false);
  const [editing, setEditing] = createSignal(false);
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
  return (
    <>
      <span class={styles.opener}>
        <IconButton label="Details" icon={Info} keys="i" on={open()} onClick={() => setOpen(!open())} />
      </span>
      <aside class={cx(styles.aside, open() && styles.open)} aria-label="Details">
        <div class={styles.picture}>
          <Show
            when={props.task.ready}
            fallback={<span class={styles.without}>Its images are being listed</span>}
          >
            <Thumbnail taskId={props.task.id} frame={0} without="The first image has no preview" />
          </Show>
        </div>
        <TaskFacts task={props.task} />
        <dl class={styles.facts}>
          <dt>Data</dt>
          <dd>
            {props.task.ready
              ? counted(props.task.size, props.task.dimension === '3d' ? 'point cloud' : 'image')
              : 'Being listed'}
          </dd>
          <dt>Owner</dt>
          <dd>{props.owner ?? 'Nobody'}</dd>
          <dt>Sorted</dt>
          <dd>{props.task.sorting}</dd>
          <dt>Jobs of</dt>
          <dd>{jobSize(props.task)}</dd>
          <dt>Created</dt>
          <dd>
            <Time of={props.task.createdAt} />
          </dd>
        </dl>
        <div class={styles.headingRow}>
          <h2 class={styles.heading}>Labels</h2>
          <Show
            when={props.project}
            fallback={
              <Button kind="ghost" icon={Pencil} onClick={() => setEditing(true)}>
                Edit labels…
              </Button>
            }
          >
            {(project) => (
              <LinkButton kind="ghost" href={`#/projects/${project().id}`}>
                Of the project
              </LinkButton>
            )}
          </Show>
        </div>
        <div class={styles.labels}>
          <For each={props.task.labels}>{(label) => <LabelChip name={label.name} color={label.color} />}</For>
        </div>
        <SourcePanel task={props.task} storages={props.storages} />
        <TargetPanel task={props.task} storages={props.storages} />
      </aside>
      <Show when={editing()}>
        <LabelsDialog
          title={`Labels of “${props.task.name}”`}
          owner={{ taskId: props.task.id }}
          labels={props.task.labels}
          onClose={() => setEditing(false)}
        />
      </Show>
    </>
  );
}

function jobSize(task: Task): string {
  if (task.segmentSize === 0) return 'all frames';
  const overlap = task.overlap === 0 ? '' : `, ${count(task.overlap)} shared`;
  return `${counted(task.segmentSize, 'frame')}${overlap}`;
}
