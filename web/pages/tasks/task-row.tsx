/** One task as a row. While it is made, the request's words stand in place of its progress. */
import Download from 'lucide-solid/icons/download';
import FolderOpen from 'lucide-solid/icons/folder-open';
import Pencil from 'lucide-solid/icons/pencil';
import Trash from 'lucide-solid/icons/trash';
import { useNavigate } from '@solidjs/router';
import { For, Match, Show, Switch } from 'solid-js';
import type { Job } from '#core/model/job.ts';
import type { RequestRecord } from '#core/model/request.ts';
import type { Task } from '#core/model/task.ts';
import { summarise } from '#web/state/job-words.ts';
import { removeTask } from '#web/state/removals.ts';
import { isActive } from '#web/state/request-words.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { StageBadge } from '#web/ui/badges.tsx';
import { Button } from '#web/ui/button.tsx';
import { count, counted } from '#web/ui/format.ts';
import { LabelChip } from '#web/ui/marks.tsx';
import { Menu, type MenuItem } from '#web/ui/menu.tsx';
import { ProgressBar } from '#web/ui/progress-bar.tsx';
import { Thumbnail } from '#web/ui/thumbnail.tsx';
import { Time } from '#web/ui/time.tsx';
import type { TaskLayer } from './tasks-page.tsx';
import styles from './tasks-page.module.css';

const labelsShown = 2;

interface TaskRowProps {
  task: Task;
  jobs: readonly Job[];
  making: RequestRecord | undefined;
  index: number;
  onLayer: (layer: TaskLayer) => void;
}

export function TaskRow(props: TaskRowProps) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const open = () => navigate(`/tasks/${props.task.id}`);
  const summary = () => summarise(props.jobs);

  function sections(): MenuItem[][] {
    return [
      [
        { title: 'Open', icon: FolderOpen, run: open },
        {
          title: 'Export…',
          icon: Download,
          run: () => props.onLayer({ kind: 'export', task: props.task }),
          disabledReason: props.task.ready ? undefined : 'It is not made yet',
        },
        {
          title: 'Rename…',
          icon: Pencil,
          run: () => props.onLayer({ kind: 'rename', task: props.task }),
        },
      ],
      [{ title: 'Delete', icon: Trash, run: () => void removeTask(workspace, props.task) }],
    ];
  }

  return (
    <div
      class={styles.row}
      role="row"
      aria-rowindex={props.index + 2}
      tabindex={0}
      onDblClick={open}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target === event.currentTarget) open();
      }}
    >
      <span role="gridcell" class={styles.thumbnail}>
        <Show when={props.task.ready} fallback={<span class={styles.noThumbnail} />}>
          <Thumbnail taskId={props.task.id} frame={0} />
        </Show>
      </span>
      <span role="gridcell" class={styles.names}>
        <a class={styles.name} href={`#/tasks/${props.task.id}`} title={props.task.name}>
          {props.task.name}
        </a>
        <span class={styles.id}>{`#${props.task.id}`}</span>
      </span>
      <span role="gridcell" class={styles.labels}>
        <For each={props.task.labels.slice(0, labelsShown)}>
          {(label) => <LabelChip name={label.name} color={label.color} plain />}
        </For>
        <Show when={props.task.labels.length > labelsShown}>
          <span class={styles.more}>{`+${props.task.labels.length - labelsShown}`}</span>
        </Show>
      </span>
      <Show
        when={props.task.ready}
        fallback={
          <span role="gridcell" class={styles.making}>
            <Making request={props.making} />
          </span>
        }
      >
        <span role="gridcell" class={styles.frames}>
          {count(props.task.size)}
        </span>
        <span role="gridcell" class={styles.progress}>
          <span class={styles.bar}>
            <ProgressBar label={`Progress of ${props.task.name}`} parts={summary().parts} />
          </span>
          <span class={styles.words}>
            {`${count(summary().completed)} of ${counted(props.jobs.length, 'job')}`}
          </span>
        </span>
        <span role="gridcell" class={styles.status}>
          <StageBadge stage={props.task.status} />
        </span>
      </Show>
      <span role="gridcell" class={styles.updated}>
        <Time of={props.task.updatedAt} />
      </span>
      <span role="gridcell">
        <Menu label={`Actions of ${props.task.name}`} sections={sections()} />
      </span>
    </div>
  );
}

function Making(props: { request: RequestRecord | undefined }) {
  const workspace = useWorkspace();
  return (
    <Switch fallback={<span class={styles.words}>Waiting to be made</span>}>
      <Match when={props.request && isActive(props.request) && props.request}>
        {(request) => (
          <>
            <span class={styles.bar}>
              <ProgressBar
                label="Making this task"
                parts={
                  request().progress.share === undefined
                    ? undefined
                    : [{ share: request().progress.share ?? 0, tone: 'running' }]
                }
              />
            </span>
            <span class={styles.words}>{request().progress.words || 'Waiting'}</span>
            <Button onClick={() => void workspace.requests.cancel(request().id)}>Cancel</Button>
          </>
        )}
      </Match>
      <Match when={props.request}>
        {(request) => (
          <>
            <span class={styles.failed}>
              {request().status === 'cancelled'
                ? 'Cancelled before it was made'
                : `Not made: ${request().error?.message ?? 'the reason is not known'}`}
            </span>
            <Button onClick={() => void workspace.requests.retry(request().id)}>Retry</Button>
          </>
        )}
      </Match>
    </Switch>
  );
}
