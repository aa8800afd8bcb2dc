/** One row of the browser: an entry of the list, or some entries of the grid side by side. */
import { createMemo, For, Show } from 'solid-js';
import { cx } from '#web/ui/cx.ts';
import type { Entries } from './create-entries.ts';
import type { Glimpses } from './create-glimpses.ts';
import type { Selection } from './create-selection.ts';
import type { CellProps } from './cell.ts';
import { isSameEntry, type View } from './entry.ts';
import styles from './entries-view.module.css';
import { FolderStrip, ObjectTile } from './grid-cells.tsx';
import { type Layout, rowAt } from './layout.ts';
import { ListRow } from './list-row.tsx';

interface EntriesRowProps {
  number: number;
  layout: Layout;
  view: View;
  entries: Entries;
  selection: Selection;
  glimpses: Glimpses;
  folder: string;
  active: number;
  hrefOf: (folder: string) => string;
  onChoose: (index: number, event: MouseEvent) => void;
  onToggle: (index: number) => void;
}

export function EntriesRow(props: EntriesRowProps) {
  const row = createMemo(() => rowAt(props.layout, props.number));
  const isFolders = () => row().start < props.layout.folders.end;
  const isGrid = () => props.view === 'grid';
  const indexes = createMemo(() =>
    Array.from({ length: Math.max(0, row().end - row().start) }, (_, at) => row().start + at),
  );
  return (
    <div
      class={cx(styles.row, isGrid() && (isFolders() ? styles.strips : styles.tiles))}
      role={isGrid() ? 'row' : 'presentation'}
      aria-rowindex={isGrid() ? props.number + 1 : undefined}
      style={{
        transform: `translateY(${row().top}px)`,
        height: `${row().height}px`,
        '--columns': (isFolders() ? props.layout.folders : props.layout.objects).columns,
      }}
    >
      <For each={indexes()}>{(index) => <EntryCell index={index} {...props} />}</For>
    </div>
  );
}

function EntryCell(props: EntriesRowProps & { index: number }) {
  const entry = createMemo(() => props.entries.at(props.index), undefined, { equals: isSameEntry });
  return (
    <Show when={entry()}>
      {(known) => {
        const cell: CellProps = {
          index: props.index,
          glimpses: props.glimpses,
          onChoose: (event) => props.onChoose(props.index, event),
          onToggle: () => props.onToggle(props.index),
          get entry() {
            return known();
          },
          get folder() {
            return props.folder;
          },
          get chosen() {
            return props.selection.has(known().key);
          },
          get active() {
            return props.active === props.index;
          },
          get href() {
            return props.hrefOf(known().key);
          },
        };
        return (
          <Show when={props.view === 'grid'} fallback={<ListRow {...cell} />}>
            <Show when={known().object} fallback={<FolderStrip {...cell} />}>
              <ObjectTile {...cell} />
            </Show>
          </Show>
        );
      }}
    </Show>
  );
}
