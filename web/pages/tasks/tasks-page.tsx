/** Every task, newest first, with how far it is. */
import Plus from 'lucide-solid/icons/plus';
import { createSignal, For, Match, Show, Switch } from 'solid-js';
import type { Task } from '#core/model/task.ts';
import { TrySample } from '#web/pages/home/try-sample.tsx';
import { ExportDialog } from '#web/pages/task/export-dialog.tsx';
import { createLive } from '#web/state/create-live.ts';
import { makingOf } from '#web/state/request-words.ts';
import { useTitle } from '#web/state/use-title.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { count, counted } from '#web/ui/format.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import { EmptyState, Failing, LoadingRows, NoMatch } from '#web/ui/states.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { TaskRow } from './task-row.tsx';
import styles from './tasks-page.module.css';

export interface TaskLayer {
  readonly kind: 'rename' | 'export';
  readonly task: Task;
}

export function TasksPage() {
  useTitle(() => 'Tasks');
  const workspace = useWorkspace();
  const [words, setWords] = createSignal('');
  const [layer, setLayer] = createSignal<TaskLayer>();
  const live = createLive(
    () => true,
    async () => {
      const tasks = await workspace.tasks.list();
      const requests = await workspace.requests.list();
      const rows = tasks.map(async (task) => ({
        id: task.id,
        task,
        jobs: await workspace.jobs.ofTask(task.id),
        making: task.ready ? undefined : makingOf(task.id, requests),
      }));
      return Promise.all(rows);
    },
  );
  const all = () => live.data() ?? [];
  const found = () => {
    const wanted = words().trim().toLowerCase();
    return all().filter(({ task }) =>
      `${task.name} #${task.id} ${task.labels.map((label) => label.name).join(' ')}`
        .toLowerCase()
        .includes(wanted),
    );
  };
  const note = () => {
    if (live.error()) return 'not read';
    if (live.data() === undefined) return 'counting…';
    if (all().length === 0) return 'none yet';
    return words().trim() === '' ? count(all().length) : `${count(found().length)} of ${count(all().length)}`;
  };

  return (
    <>
      <PageHead title="Tasks" note={note()}>
        <SearchField label="Search tasks" over="Name, ID, label" value={words()} onInput={setWords} />
        <LinkButton kind={live.error() ? 'default' : 'primary'} href="#/tasks/new" icon={Plus} keys="c">
          Create task
        </LinkButton>
      </PageHead>
      <p class="visually-hidden" role="status">
        {live.data() ? `${counted(found().length, 'task')} of ${count(all().length)}` : ''}
      </p>
      <Switch>
        <Match when={live.error()}>
          {(error) => (
            <Failing
              what="The tasks could not be read from this device"
              error={error()}
              onRetry={live.again}
            />
          )}
        </Match>
        <Match when={live.data() === undefined}>
          <LoadingRows words="Reading the tasks from this device. It usually takes under a second." />
        </Match>
        <Match when={all().length === 0}>
          <EmptyState
            title="No tasks yet"
            actions={
              <>
                <LinkButton size="form" href="#/">
                  Paste an address
                </LinkButton>
                <TrySample kind="ghost" size="form" />
              </>
            }
          >
            A task is a list of images with labels. Paste a bucket address, or begin with 40 sample images.
          </EmptyState>
        </Match>
        <Match when={found().length === 0}>
          <NoMatch title="No task matches" onClear={() => setWords('')}>
            {`Searched “${words()}” in names, IDs and labels of ${counted(all().length, 'task')}.`}
          </NoMatch>
        </Match>
        <Match when={true}>
          <div
            class={styles.table}
            role="grid"
            aria-label="Tasks"
            aria-rowcount={found().length + 1}
            onKeyDown={moveBetweenRows}
          >
            <div class={styles.heads} role="row">
              <span role="columnheader" class="visually-hidden">
                Preview
              </span>
              <span role="columnheader" class={styles.nameHead}>
                Name
              </span>
              <span role="columnheader" class={styles.labels}>
                Labels
              </span>
              <span role="columnheader" class={styles.frames}>
                Frames
              </span>
              <span role="columnheader">Progress</span>
              <span role="columnheader">Status</span>
              <span role="columnheader" class={styles.updated}>
                Updated
              </span>
              <span role="columnheader" class="visually-hidden">
                Actions
              </span>
            </div>
            <For each={found()}>
              {(row, index) => (
                <TaskRow
                  task={row.task}
                  jobs={row.jobs}
                  making={row.making}
                  index={index()}
                  onLayer={setLayer}
                />
              )}
            </For>
          </div>
        </Match>
      </Switch>
      <Show when={layer()?.kind === 'rename' && layer()}>
        {(open) => <RenameDialog task={open().task} onClose={() => setLayer(undefined)} />}
      </Show>
      <Show when={layer()?.kind === 'export' && layer()}>
        {(open) => <ExportDialog task={open().task} jobs={[]} onClose={() => setLayer(undefined)} />}
      </Show>
    </>
  );
}

/** Arrow keys, Home and End go from row to row. */
function moveBetweenRows(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (!(event.target instanceof HTMLElement) || event.target.getAttribute('role') !== 'row') return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="row"][tabindex]')];
  const at = rows.indexOf(event.target);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  const row = next === undefined ? undefined : rows[next];
  if (!row) return;
  event.preventDefault();
  row.focus();
}
