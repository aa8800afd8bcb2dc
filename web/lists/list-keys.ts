/** Keys of a whole list, wherever on its page the focus is: all are selected, or none. */
import { onCleanup } from 'solid-js';
import { toErrorReport } from '#core/errors.ts';
import { showToast } from '#web/state/toasts.ts';
import type { List } from './create-list.ts';
import type { ListRow } from './list-kind.ts';

/** Ctrl or Cmd A takes the page, then everything that matches; Esc lets the selection go. */
export function listenToListKeys<Row extends ListRow>(list: List<Row>): void {
  function onKeyDown(event: KeyboardEvent): void {
    if (event.defaultPrevented || isElsewhere(event.target)) return;
    if (event.key === 'Escape') list.selection.clear();
    if (event.key.toLowerCase() !== 'a' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    const page = list.rows()?.map(({ id }) => id) ?? [];
    if (page.every((id) => list.selection.has(id))) selectAll(list);
    else list.selection.add(page);
  }
  addEventListener('keydown', onKeyDown);
  onCleanup(() => removeEventListener('keydown', onKeyDown));
}

export function selectAll<Row extends ListRow>(list: List<Row>): void {
  list.all().then(list.selection.set, (error: unknown) =>
    showToast({
      tone: 'bad',
      title: `Not all ${list.kind.many} could be selected`,
      text: toErrorReport(error).message,
    }),
  );
}

function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (document.querySelector('dialog[open], [popover="auto"]:popover-open') !== null) return true;
  return target.closest('input:not([type="checkbox"]), textarea, select, [role="menu"]') !== null;
}
