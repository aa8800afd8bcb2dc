/** Which rows are selected, across pages, and from where Shift extends. */
import { createSignal } from 'solid-js';

export interface ListSelection {
  readonly has: (id: number) => boolean;
  readonly size: () => number;
  readonly ids: () => readonly number[];
  /** One in or out; Shift then extends from it. */
  readonly toggle: (id: number) => void;
  /** Everything from the last one that was chosen to this one, in the order of `page`; it stays where the range begins. */
  readonly extend: (id: number, page: readonly number[]) => void;
  readonly add: (ids: readonly number[]) => void;
  readonly remove: (ids: readonly number[]) => void;
  readonly set: (ids: readonly number[]) => void;
  readonly clear: () => void;
}

export function createSelection(changed: () => void = () => {}): ListSelection {
  const [selected, setSelected] = createSignal<ReadonlySet<number>>(new Set());
  let anchor: number | undefined;
  function put(ids: Iterable<number>): void {
    setSelected(new Set(ids));
    changed();
  }
  return {
    has: (id) => selected().has(id),
    size: () => selected().size,
    ids: () => [...selected()],
    toggle(id) {
      anchor = id;
      const next = new Set(selected());
      if (!next.delete(id)) next.add(id);
      put(next);
    },
    extend(id, page) {
      const from = anchor === undefined ? -1 : page.indexOf(anchor);
      const to = page.indexOf(id);
      if (from < 0) anchor = id;
      const range = from < 0 ? [id] : page.slice(Math.min(from, to), Math.max(from, to) + 1);
      put([...selected(), ...range]);
    },
    add: (ids) => put([...selected(), ...ids]),
    remove(ids) {
      const gone = new Set(ids);
      put([...selected()].filter((id) => !gone.has(id)));
    },
    set: put,
    clear() {
      anchor = undefined;
      if (selected().size > 0) put([]);
    },
  };
}
