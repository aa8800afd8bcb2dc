/** One row of a list, as a line of the table or as a card. */
import Ellipsis from 'lucide-solid/icons/ellipsis';
import { useNavigate } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import { IconButton } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/choice.tsx';
import { cx } from '#web/ui/cx.ts';
import { cellsOf, type Column } from './column.ts';
import type { List } from './create-list.ts';
import type { ListRow, Progress } from './list-kind.ts';
import styles from './list.module.css';

interface RowProps<Row extends ListRow> {
  list: List<Row>;
  row: Row;
  index: number;
  columns: readonly Column<Row>[];
  card: (row: Row, progress: Progress) => JSX.Element;
  /** Tab leads to it. */
  isCurrent: boolean;
  /** Its menu is open. */
  isOpen: boolean;
  onFocus: () => void;
  onClick: (event: MouseEvent) => void;
  /** `extend` where Shift is held. */
  onCheck: (extend: boolean) => void;
  onMenu: (opener: HTMLElement, at?: { x: number; y: number }) => void;
}

export function ListRowView<Row extends ListRow>(props: RowProps<Row>) {
  const navigate = useNavigate();
  const { kind, selection } = props.list;
  const isTable = () => props.list.view() === 'table';
  const name = () => kind.nameOf(props.row);
  const progress = () => props.list.progressOf(props.row.id);
  const before = () => ((props.list.answer()?.page ?? 1) - 1) * props.list.query().pageSize;
  let shift = false;

  const check = () => (
    <span
      class={styles.check}
      role={isTable() ? 'gridcell' : undefined}
      onPointerDown={(event) => {
        shift = event.shiftKey;
      }}
      onKeyDown={(event) => {
        shift = event.shiftKey;
      }}
    >
      <Checkbox
        bare
        label={`Select ${name()}`}
        checked={selection.has(props.row.id)}
        onChange={() => props.onCheck(shift)}
      />
    </span>
  );
  const menu = () => (
    <span class={styles.more} role={isTable() ? 'gridcell' : undefined}>
      <IconButton
        label={`Actions of ${name()}`}
        icon={Ellipsis}
        aria-haspopup="menu"
        aria-expanded={props.isOpen}
        onClick={(event) => props.onMenu(event.currentTarget)}
        onDblClick={(event) => event.stopPropagation()}
      />
    </span>
  );

  return (
    <div
      class={cx(isTable() ? styles.row : styles.card)}
      role="row"
      data-id={props.row.id}
      data-tone={kind.toneOf?.(props.row)}
      aria-rowindex={before() + props.index + (isTable() ? 2 : 1)}
      aria-selected={selection.has(props.row.id)}
      tabindex={props.isCurrent ? 0 : -1}
      onFocusIn={() => props.onFocus()}
      onClick={(event) => props.onClick(event)}
      onMouseDown={(event) => {
        // Shift extends the selection of rows, not of text.
        if (event.shiftKey) event.preventDefault();
      }}
      onDblClick={() => {
        const href = kind.href(props.row);
        if (href !== undefined) navigate(href);
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        props.onMenu(event.currentTarget, { x: event.clientX, y: event.clientY });
      }}
    >
      <Show
        when={isTable()}
        fallback={
          <div class={styles.cardCell} role="gridcell">
            {props.card(props.row, progress())}
            {check()}
            {menu()}
          </div>
        }
      >
        {check()}
        <For each={cellsOf(props.columns, props.row)}>
          {({ column, span }) => (
            <span
              role="gridcell"
              class={cx(styles.cell, column.end && styles.end)}
              style={span > 1 ? { 'grid-column': `span ${span}` } : {}}
              aria-colspan={span > 1 ? span : undefined}
            >
              {column.cell(props.row, progress())}
            </span>
          )}
        </For>
        {menu()}
      </Show>
    </div>
  );
}
