/** The rows of a page as an ARIA grid, as a table or as cards: moved in, selected and opened by keys too. */
import { useNavigate } from '@solidjs/router';
import { createEffect, createSignal, For, type JSX, on, onMount, Show } from 'solid-js';
import type { MenuItem } from '#web/ui/menu.tsx';
import { windowWidth } from '#web/state/window-width.ts';
import { type Column, shownColumns } from './column.ts';
import type { List } from './create-list.ts';
import { ListHeads } from './list-heads.tsx';
import type { ListRow, Progress } from './list-kind.ts';
import { ListRowView } from './list-row.tsx';
import { type MenuAt, RowMenu } from './row-menu.tsx';
import styles from './list.module.css';

export interface BodyProps<Row extends ListRow> {
  list: List<Row>;
  columns: readonly Column<Row>[];
  card: (row: Row, progress: Progress) => JSX.Element;
  /** What can be done with a row; of a selected one, with the selection. */
  actions: (row: Row) => readonly (readonly MenuItem[])[];
  /** Room at the end, so that the bulk bar covers nothing. */
  roomForBar: boolean;
}

export function ListBody<Row extends ListRow>(props: BodyProps<Row>) {
  const navigate = useNavigate();
  const [active, setActive] = createSignal<number>();
  const [menu, setMenu] = createSignal<MenuAt>();
  let scroller: HTMLDivElement | undefined;
  let grid: HTMLDivElement | undefined;
  const { list } = props;
  const { selection } = list;
  const rows = () => list.rows() ?? [];
  const page = () => rows().map(({ id }) => id);
  const columns = () => shownColumns(props.columns, windowWidth());
  const isTable = () => list.view() === 'table';
  const tracks = () => ['16px', ...columns().map(({ width }) => width), '28px'].join(' ');
  /** The row that Tab leads to. */
  const current = () => {
    const id = active();
    return id !== undefined && page().includes(id) ? id : page()[0];
  };

  onMount(() => {
    if (scroller) scroller.scrollTop = list.scrolledTo();
  });
  createEffect(
    on(
      () => list.answer()?.page,
      () => {
        if (scroller) scroller.scrollTop = 0;
      },
      { defer: true },
    ),
  );

  function openMenu(row: Row, opener: HTMLElement, at?: { x: number; y: number }): void {
    const box = opener.getBoundingClientRect();
    setMenu({
      label: `Actions of ${list.kind.nameOf(row)}`,
      sections: props.actions(row),
      at: at ? { ...at, width: 0, height: 0 } : { x: box.x, y: box.y, width: box.width, height: box.height },
      opener,
    });
  }
  function focusRow(id: number | undefined): void {
    if (id === undefined) return;
    setActive(id);
    grid?.querySelector<HTMLElement>(`[data-id="${id}"]`)?.focus();
  }
  function onKeyDown(event: KeyboardEvent): void {
    const target = event.target;
    if (!(target instanceof HTMLElement) || !('id' in target.dataset)) return;
    const row = rows().find(({ id }) => String(id) === target.dataset['id']);
    if (!row) return;
    const at = page().indexOf(row.id);
    const next = stepOf(event.key, at, page().length, isTable() ? 1 : cardsInLine(grid));
    if (next !== undefined) {
      event.preventDefault();
      const id = page()[next];
      if (event.shiftKey && id !== undefined) {
        if (selection.size() === 0) selection.toggle(row.id);
        selection.extend(id, page());
      }
      focusRow(id);
    } else if (event.key === ' ') {
      event.preventDefault();
      if (event.shiftKey) selection.extend(row.id, page());
      else selection.toggle(row.id);
    } else if (event.key === 'Enter') {
      const href = list.kind.href(row);
      if (href !== undefined) navigate(href);
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault();
      openMenu(row, target);
    }
  }
  function onClick(row: Row, event: MouseEvent): void {
    setActive(row.id);
    if (event.target instanceof Element && event.target.closest('a, button, input, select, label')) return;
    if (event.ctrlKey || event.metaKey) selection.toggle(row.id);
    else if (event.shiftKey) selection.extend(row.id, page());
    else selection.clear();
  }

  return (
    // Clicking beside the rows lets the selection go; Esc does the same by key.
    <div
      ref={(element) => {
        scroller = element;
      }}
      class={styles.scroller}
      onScroll={(event) => list.scrolled(event.currentTarget.scrollTop)}
      onClick={(event) => event.target === event.currentTarget && selection.clear()}
    >
      <div
        ref={(element) => {
          grid = element;
        }}
        class={isTable() ? styles.table : styles.cards}
        style={{ '--tracks': tracks() }}
        data-bar={props.roomForBar}
        role="grid"
        aria-label={list.kind.title}
        aria-multiselectable="true"
        aria-rowcount={(list.answer()?.matching ?? 0) + (isTable() ? 1 : 0)}
        onKeyDown={onKeyDown}
      >
        <Show when={isTable()}>
          <ListHeads list={list} columns={columns()} page={page()} />
        </Show>
        <For each={rows()}>
          {(row, index) => (
            <ListRowView
              list={list}
              row={row}
              index={index()}
              columns={columns()}
              card={props.card}
              isCurrent={current() === row.id}
              isOpen={menu()?.opener.closest(`[data-id="${row.id}"]`) !== undefined && menu() !== undefined}
              onFocus={() => setActive(row.id)}
              onClick={(event) => onClick(row, event)}
              onCheck={(extend) => {
                if (extend) selection.extend(row.id, page());
                else selection.toggle(row.id);
              }}
              onMenu={(opener, at) => openMenu(row, opener, at)}
            />
          )}
        </For>
      </div>
      <Show when={menu()} keyed>
        {(open) => <RowMenu of={open} onClose={() => setMenu(undefined)} />}
      </Show>
    </div>
  );
}

/** Where a key leads from a row; undefined for keys that lead nowhere. */
function stepOf(key: string, at: number, count: number, line: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + line,
    ArrowUp: at - line,
    Home: 0,
    End: count - 1,
    ...(line > 1 ? { ArrowRight: at + 1, ArrowLeft: at - 1 } : {}),
  };
  const next = steps[key];
  return next === undefined ? undefined : Math.min(Math.max(next, 0), count - 1);
}

/** How many cards stand side by side. */
function cardsInLine(grid: HTMLElement | undefined): number {
  return grid ? getComputedStyle(grid).gridTemplateColumns.split(' ').length : 1;
}
