/** The heads of the list's columns; a click sorts by one, another turns it, a third lets it be. */
import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import { For, Show } from 'solid-js';
import { Icon } from '#web/ui/icon.tsx';
import { type Column, type EntryOrder, turned } from './entry.ts';
import styles from './entries-view.module.css';

const heads: readonly { readonly by: Column; readonly title: string; readonly class: string | undefined }[] =
  [
    { by: 'name', title: 'Name', class: styles.nameHead },
    { by: 'size', title: 'Size', class: styles.sizeCell },
    { by: 'modified', title: 'Changed', class: styles.timeCell },
  ];

export function ListHeads(props: { order: EntryOrder; onOrder: (order: EntryOrder) => void }) {
  const sortOf = (by: Column) => {
    if (props.order?.by !== by) return 'none';
    return props.order.down ? 'descending' : 'ascending';
  };
  return (
    <div class={styles.heads} role="row" aria-rowindex={1}>
      <For each={heads}>
        {(head) => (
          <span role="columnheader" aria-sort={sortOf(head.by)} class={head.class}>
            <button
              type="button"
              class={styles.headButton}
              onClick={() => props.onOrder(turned(props.order, head.by))}
            >
              {head.title}
              <Show when={props.order?.by === head.by}>
                <Icon of={props.order?.down ? ArrowDown : ArrowUp} size={14} />
              </Show>
            </button>
          </span>
        )}
      </For>
    </div>
  );
}
