/** Folders and objects as a list or a grid, of which only what is seen is on the page. */
import { createEffect, createMemo, createSignal, For, on, onCleanup, onMount, Show } from 'solid-js';
import { count } from '#web/ui/format.ts';
import { ContextMenuArea } from '#web/ui/context-menu.tsx';
import type { MenuItem } from '#web/ui/menu.tsx';
import { cx } from '#web/ui/cx.ts';
import type { Entries } from './create-entries.ts';
import type { Glimpses } from './create-glimpses.ts';
import type { Selection } from './create-selection.ts';
import type { Entry, EntryOrder, View } from './entry.ts';
import styles from './entries-view.module.css';
import { idOf } from './cell.ts';
import { EntriesRow } from './entries-row.tsx';
import { layOut, rowOf, rowsBetween, rowsOf, stepFrom } from './layout.ts';
import { ListHeads } from './list-heads.tsx';

interface EntriesViewProps {
  view: View;
  entries: Entries;
  selection: Selection;
  glimpses: Glimpses;
  order: EntryOrder;
  /** What names are said behind. */
  folder: string;
  active: number;
  menu: readonly (readonly MenuItem[])[];
  onActive: (index: number) => void;
  onOrder: (order: EntryOrder) => void;
  onFolder: (folder: string) => void;
  hrefOf: (folder: string) => string;
  /** Enter on an object. */
  onOpen: (entry: Entry) => void;
  /** Names what is listed and how it is shown. */
  place: string;
  /** Where a place was scrolled to when one was there before. */
  scrolledTo: (place: string) => number;
  onScrolled: (place: string, top: number) => void;
}

/** Rows beyond the edges, so that a turn of the wheel shows no gap. */
const beyond = 240;
const listHeads = 32;

export function EntriesView(props: EntriesViewProps) {
  const [size, setSize] = createSignal({ width: 0, height: 0 });
  const [top, setTop] = createSignal(0);
  const [rowHeight, setRowHeight] = createSignal(44);
  let scroller: HTMLDivElement | undefined;
  let space: HTMLDivElement | undefined;
  /** From where a range goes on. */
  let anchor = 0;

  const layout = createMemo(() =>
    layOut({
      view: props.view,
      width: size().width,
      folders: props.entries.folders(),
      objects: props.entries.objects(),
      rowHeight: rowHeight(),
    }),
  );
  const rows = createMemo(() =>
    size().height === 0
      ? []
      : rowsBetween(layout(), top() - beyond, top() + size().height + beyond).filter(
          (row) => row < rowsOf(layout()),
        ),
  );
  const total = () => props.entries.folders() + props.entries.objects();
  const heads = () => (props.view === 'list' ? listHeads : 0);
  const chosen = () => props.selection.sum().objects + props.selection.sum().folders;
  const isRendered = (index: number): boolean =>
    index < total() && rows().includes(rowOf(layout(), index).number);

  onMount(() => {
    const observer = new ResizeObserver(() => {
      if (!scroller || !space) return;
      setRowHeight(Number.parseFloat(getComputedStyle(scroller).getPropertyValue('--row')) || 44);
      setSize({ width: space.clientWidth, height: scroller.clientHeight });
    });
    if (scroller) observer.observe(scroller);
    onCleanup(() => observer.disconnect());
  });

  // Goes back to where one was, as soon as so much is listed; until then to the top.
  let returning = 0;
  createEffect(
    on(
      () => props.place,
      (place, before) => {
        returning = props.scrolledTo(place);
        anchor = 0;
        if (before === undefined || !scroller) return;
        scroller.scrollTop = 0;
        // The link that led here may have gone with what was listed before.
        if (document.activeElement === document.body) scroller.focus();
      },
    ),
  );
  createEffect(() => {
    const { height } = layout();
    if (returning === 0 || !scroller || height < returning) return;
    const target = returning;
    returning = 0;
    queueMicrotask(() => scroller?.scrollTo({ top: target }));
  });

  function show(index: number): void {
    if (!scroller || total() === 0) return;
    const row = rowOf(layout(), index);
    const seen = scroller.clientHeight - heads();
    if (row.top < scroller.scrollTop) scroller.scrollTop = row.top;
    else if (row.top + row.height > scroller.scrollTop + seen)
      scroller.scrollTop = row.top + row.height - seen;
    setTop(scroller.scrollTop);
  }

  function goTo(index: number, extends_: boolean): void {
    if (extends_) props.selection.only(props.entries.range(anchor, index));
    else anchor = index;
    props.onActive(index);
    show(index);
  }

  function choose(index: number, event: MouseEvent): void {
    const entry = props.entries.at(index);
    if (!entry) return;
    if (event.shiftKey) {
      const range = props.entries.range(anchor, index);
      if (event.ctrlKey || event.metaKey) props.selection.add(range);
      else props.selection.only(range);
    } else {
      if (event.ctrlKey || event.metaKey) props.selection.toggle(entry);
      else props.selection.only([entry]);
      anchor = index;
    }
    props.onActive(index);
  }

  function toggle(index: number): void {
    const entry = props.entries.at(index);
    if (!entry) return;
    props.selection.toggle(entry);
    anchor = index;
    props.onActive(index);
  }

  function onKey(event: KeyboardEvent): void {
    if (event.target !== scroller || total() === 0) return;
    const index = Math.min(props.active, total() - 1);
    const entry = props.entries.at(index);
    const withCtrl = event.ctrlKey || event.metaKey;
    const next = stepFrom(layout(), index, event.key, scroller.clientHeight);
    if (next !== undefined && !event.altKey) goTo(next, event.shiftKey);
    else if (event.key === ' ') toggle(index);
    else if (event.key.toLowerCase() === 'a' && withCtrl)
      void props.selection.addMany(props.entries.range(0, total() - 1));
    else if (event.key === 'Escape' && chosen() > 0) props.selection.clear();
    else if (event.key === 'Enter' && entry) {
      if (entry.object) props.onOpen(entry);
      else props.onFolder(entry.key);
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) openMenu(index);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** At the entry, wherever the pointer is. */
  function openMenu(index: number): void {
    show(index);
    const box = document.getElementById(idOf(index))?.getBoundingClientRect();
    if (!box) return;
    scroller?.dispatchEvent(
      new MouseEvent('contextmenu', {
        bubbles: true,
        cancelable: true,
        clientX: box.left + 24,
        clientY: box.top + 24,
      }),
    );
  }

  /** The entry under the pointer becomes the active one, before its menu is made. */
  function onContextMenu(event: MouseEvent): void {
    const cell = event.target instanceof Element ? event.target.closest('[data-entry]') : null;
    if (cell instanceof HTMLElement) props.onActive(Number(cell.dataset['entry']));
  }

  return (
    <ContextMenuArea class={styles.area} sections={props.menu}>
      <div
        ref={(element) => {
          scroller = element;
        }}
        class={cx(styles.scroller, props.view === 'grid' && styles.asGrid)}
        role="grid"
        tabindex={0}
        aria-label="Folders and objects"
        aria-multiselectable="true"
        aria-rowcount={rowsOf(layout()) + (props.view === 'list' ? 1 : 0)}
        aria-activedescendant={isRendered(props.active) ? idOf(props.active) : undefined}
        onScroll={(event) => {
          setTop(event.currentTarget.scrollTop);
          if (returning === 0) props.onScrolled(props.place, event.currentTarget.scrollTop);
        }}
        on:contextmenu={onContextMenu}
        onKeyDown={onKey}
      >
        <Show when={props.view === 'list'}>
          <ListHeads order={props.order} onOrder={(order) => props.onOrder(order)} />
        </Show>
        <div
          ref={(element) => {
            space = element;
          }}
          class={styles.space}
          role="rowgroup"
          style={{ height: `${layout().height}px` }}
        >
          <For each={rows()}>
            {(number) => (
              <EntriesRow
                number={number}
                layout={layout()}
                view={props.view}
                entries={props.entries}
                selection={props.selection}
                glimpses={props.glimpses}
                folder={props.folder}
                active={props.active}
                hrefOf={props.hrefOf}
                onChoose={choose}
                onToggle={toggle}
              />
            )}
          </For>
        </div>
      </div>
      <p class="visually-hidden" role="status">
        {chosen() > 0 ? `${count(chosen())} selected` : ''}
      </p>
    </ContextMenuArea>
  );
}
