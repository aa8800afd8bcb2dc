/** All, and the filters that are pinned, each with its count. */
import Pin from 'lucide-solid/icons/pin';
import Plus from 'lucide-solid/icons/plus';
import { For, Show } from 'solid-js';
import type { SavedFilter } from '#core/query/saved-filter.ts';
import { createCounts } from '#web/state/create-counts.ts';
import { IconButton } from '#web/ui/button.tsx';
import { count } from '#web/ui/format.ts';
import { Icon } from '#web/ui/icon.tsx';
import type { List } from './create-list.ts';
import type { ListRow } from './list-kind.ts';
import { isSameFilter } from './saved-filters.ts';
import styles from './view-tabs.module.css';

interface TabsProps<Row extends ListRow> {
  list: List<Row>;
  saved: readonly SavedFilter[];
  /** Saves what is filtered now, and manages what was saved. */
  onManage: (anchor: HTMLElement) => void;
}

export function ViewTabs<Row extends ListRow>(props: TabsProps<Row>) {
  const { list } = props;
  const pinned = () => props.saved.filter((each) => each.pinned);
  const counts = createCounts(
    list.kind.resource,
    () => (pinned().length === 0 ? undefined : pinned().map(({ filter }) => filter)),
    list.scope,
  );
  return (
    <nav class={styles.tabs} aria-label={`Views of ${list.kind.many}`}>
      <a
        class={styles.tab}
        href={list.linkTo({ filter: undefined, quick: [], search: '' })}
        aria-current={list.query().filter === undefined ? 'true' : undefined}
      >
        All
        <Show when={list.answer()}>
          {(answer) => <span class={styles.count}>{count(answer().total)}</span>}
        </Show>
      </a>
      <For each={pinned()}>
        {(saved, index) => (
          <a
            class={styles.tab}
            href={list.linkTo({ filter: saved.filter, quick: [], search: '' })}
            aria-current={
              isSameFilter(list.kind.resource, list.query().filter, saved.filter) ? 'true' : undefined
            }
          >
            <Icon of={Pin} size={14} />
            {saved.name}
            <Show when={counts()?.[index()] !== undefined}>
              <span class={styles.count}>{count(counts()?.[index()] ?? 0)}</span>
            </Show>
          </a>
        )}
      </For>
      <IconButton
        label="Saved filters"
        icon={Plus}
        aria-haspopup="dialog"
        onClick={(event) => props.onManage(event.currentTarget)}
      />
    </nav>
  );
}
