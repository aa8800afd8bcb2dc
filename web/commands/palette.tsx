/** One list of everything that can be done and gone to; recent jobs first. */
import Search from 'lucide-solid/icons/search';
import { useNavigate } from '@solidjs/router';
import { createEffect, createMemo, createSignal, For, on, onCleanup, onMount, Show } from 'solid-js';
import type { Task } from '#core/model/task.ts';
import type { ListScope } from '#core/query/list-query.ts';
import type { Workspace } from '#core/workspace/workspace.ts';
import { createLive } from '#web/state/create-live.ts';
import { createScope } from '#web/state/create-scope.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { cx } from '#web/ui/cx.ts';
import { Icon } from '#web/ui/icon.tsx';
import { KeyCaps } from '#web/ui/key-cap.tsx';
import styles from './palette.module.css';
import { type PaletteRow, rowsFor } from './palette-rows.ts';
import { commands } from './registry.ts';

const mostTasks = 50;

export function Palette(props: { onClose: () => void }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [words, setWords] = createSignal('');
  const [active, setActive] = createSignal(0);
  const opener = document.activeElement;
  let dialog: HTMLDialogElement | undefined;

  const known = createLive(
    () => true,
    async () => ({
      jobs: await workspace.jobs.recent(5),
      storages: await workspace.storages.list(),
    }),
  );
  const scope = createScope();
  const [tasks, setTasks] = createSignal<readonly Task[]>([]);
  createEffect(
    on([words, scope], ([typed, within]) => {
      if (typed.trim() === '' || !within) return;
      let isOver = false;
      onCleanup(() => {
        isOver = true;
      });
      // Only proposals: what else the palette knows counts without them too.
      findTasks(workspace, typed, within).then(
        (found) => !isOver && setTasks(found),
        () => undefined,
      );
    }),
  );
  // The commands of the page below stand still while the palette is open.
  const standing = commands().filter((command) => command.id !== 'palette');
  const rows = createMemo(() => rowsFor(words(), standing, { ...known.data(), tasks: tasks() }));

  onMount(() => dialog?.showModal());

  function close(): void {
    props.onClose();
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  }
  function choose(row: PaletteRow | undefined): void {
    if (!row || row.reason !== undefined) return;
    close();
    if (row.href === undefined) row.run?.();
    else navigate(row.href);
  }
  function onKeyDown(event: KeyboardEvent): void {
    const count = rows().length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && count > 0) {
      event.preventDefault();
      setActive((active() + step + count) % count);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(rows()[active()]);
    }
  }

  return (
    <dialog
      ref={(element) => {
        dialog = element;
      }}
      class={styles.palette}
      aria-label="Search or run"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      <div class={styles.field}>
        <Icon of={Search} />
        <input
          autofocus
          role="combobox"
          aria-label="Search or run"
          aria-expanded="true"
          aria-controls="palette-rows"
          aria-activedescendant={rows().length > 0 ? `palette-row-${active()}` : undefined}
          placeholder="An action, a task, a storage, or the address of a bucket"
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => {
            setWords(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id="palette-rows" role="listbox" aria-label="What was found" class={styles.rows} tabindex={-1}>
        <For each={rows()} fallback={<p class={styles.none}>{`Nothing is called “${words()}”.`}</p>}>
          {(row, index) => (
            <div
              id={`palette-row-${index()}`}
              role="option"
              aria-selected={index() === active()}
              aria-disabled={row.reason !== undefined}
              class={cx(
                styles.row,
                index() === active() && styles.active,
                row.reason !== undefined && styles.off,
              )}
              ref={(element) => scrollWhenActive(element, () => index() === active())}
              onPointerMove={() => setActive(index())}
              onClick={() => choose(row)}
            >
              <span class={styles.icon}>
                <Show when={row.icon}>{(icon) => <Icon of={icon()} size={14} />}</Show>
              </span>
              <span class={styles.title}>{row.title}</span>
              <span class={styles.hint}>{row.reason ?? row.hint}</span>
              <Show when={row.keys}>{(keys) => <KeyCaps keys={keys()} />}</Show>
            </div>
          )}
        </For>
      </div>
    </dialog>
  );
}

/** The newest tasks that the words find, as the list of tasks finds them. */
async function findTasks(workspace: Workspace, search: string, scope: ListScope): Promise<Task[]> {
  const query = { search, filter: undefined, quick: [], sort: [], page: 1, pageSize: mostTasks };
  return workspace.tasks.many((await workspace.lists.ask('tasks', query, scope)).ids);
}

function scrollWhenActive(element: HTMLElement, isActive: () => boolean): void {
  createMemo(() => {
    if (isActive()) queueMicrotask(() => element.scrollIntoView({ block: 'nearest' }));
  });
}
