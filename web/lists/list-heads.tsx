/** The heads of a table: a click sorts by one alone, Shift adds it. */
import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import { For, Show } from 'solid-js';
import type { SortKey } from '#core/query/list-query.ts';
import { Checkbox } from '#web/ui/choice.tsx';
import { cx } from '#web/ui/cx.ts';
import { Icon } from '#web/ui/icon.tsx';
import type { Column } from './column.ts';
import type { List } from './create-list.ts';
import type { ListRow } from './list-kind.ts';
import styles from './list.module.css';

export function ListHeads<Row extends ListRow>(props: {
  list: List<Row>;
  columns: readonly Column<Row>[];
  page: readonly number[];
}) {
  const { selection } = props.list;
  const chosen = () => props.page.filter((id) => selection.has(id)).length;
  const keyOf = (field: string | undefined) => props.list.query().sort.find((key) => key.field === field);
  return (
    <div class={styles.heads} role="row" aria-rowindex={1}>
      <span role="columnheader">
        <Checkbox
          bare
          label="Select this page"
          checked={chosen() > 0 && chosen() === props.page.length}
          mixed={chosen() > 0 && chosen() < props.page.length}
          onChange={() =>
            chosen() === props.page.length ? selection.remove(props.page) : selection.add(props.page)
          }
        />
      </span>
      <For each={props.columns}>
        {(column) => (
          <span
            role="columnheader"
            class={cx(column.end && styles.end)}
            aria-sort={ariaSort(keyOf(column.sort))}
          >
            <Show
              when={column.sort}
              fallback={<span class={column.quiet ? 'visually-hidden' : ''}>{column.title}</span>}
            >
              {(field) => (
                <button
                  type="button"
                  class={styles.head}
                  title="Sorts by it; with Shift also by it"
                  onClick={(event) =>
                    props.list.change({ sort: sorted(props.list.query().sort, field(), event.shiftKey) })
                  }
                >
                  {column.title}
                  <Show when={keyOf(field())}>
                    {(key) => <Icon of={key().descending ? ArrowDown : ArrowUp} size={14} />}
                  </Show>
                </button>
              )}
            </Show>
          </span>
        )}
      </For>
      <span role="columnheader" class="visually-hidden">
        Actions
      </span>
    </div>
  );
}

function ariaSort(key: SortKey | undefined): 'ascending' | 'descending' | undefined {
  return key && (key.descending ? 'descending' : 'ascending');
}

/** By the field alone, or also by it; once more turns it around. */
function sorted(keys: readonly SortKey[], field: string, also: boolean): SortKey[] {
  const before = keys.find((key) => key.field === field);
  const turned = { field, descending: before ? !before.descending : false };
  if (!also) return [turned];
  return before ? keys.map((key) => (key === before ? turned : key)) : [...keys, turned];
}
