/** What the list is filtered by: quick filters, or the built filter's pills. */
import Check from 'lucide-solid/icons/check';
import Info from 'lucide-solid/icons/info';
import ListFilter from 'lucide-solid/icons/list-filter';
import X from 'lucide-solid/icons/x';
import { For, Show } from 'solid-js';
import type { Filter } from '#core/query/filter.ts';
import { groupOf } from '#core/query/filter.ts';
import { quickFilters } from '#core/query/quick-filters.ts';
import { conditionWords, filterWords, groupWords } from '#core/query/words.ts';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { Tooltip } from '#web/ui/tooltip.tsx';
import type { List } from './create-list.ts';
import type { ListRow } from './list-kind.ts';
import styles from './filter-row.module.css';

interface FilterRowProps<Row extends ListRow> {
  list: List<Row>;
  /** Opens the builder, at one of the filter's parts. */
  onBuild: (anchor: HTMLElement, part?: number) => void;
  onSave: (anchor: HTMLElement) => void;
  filterButton: (element: HTMLElement) => void;
}

export function FilterRow<Row extends ListRow>(props: FilterRowProps<Row>) {
  const { list } = props;
  const { resource } = list.kind;
  const filter = () => list.query().filter;
  const parts = () => partsOf(filter());

  function toggle(name: string): void {
    const { quick } = list.query();
    list.change({ quick: quick.includes(name) ? quick.filter((each) => each !== name) : [...quick, name] });
  }
  function without(index: number): void {
    const left = parts().filter((_, at) => at !== index);
    list.change({ filter: left.length === 0 ? undefined : groupOf(left) });
  }

  return (
    <div class={styles.row} role="group" aria-label="Filters">
      <Show
        when={filter()}
        fallback={
          <For each={quickFilters[resource]}>
            {(quick) => (
              <button
                type="button"
                class={styles.chip}
                aria-pressed={list.query().quick.includes(quick.name)}
                onClick={() => toggle(quick.name)}
              >
                <Show when={list.query().quick.includes(quick.name)}>
                  <Icon of={Check} size={14} />
                </Show>
                {quick.title}
              </button>
            )}
          </For>
        }
      >
        <For each={parts()}>
          {(part, index) => (
            <Pill
              words={pillWords(resource, part)}
              whole={filterWords(resource, part)}
              onEdit={(anchor) => props.onBuild(anchor, index())}
              onRemove={() => without(index())}
            />
          )}
        </For>
      </Show>
      <span ref={(element) => props.filterButton(element)}>
        <Button
          kind="ghost"
          icon={ListFilter}
          keys="f"
          aria-haspopup="dialog"
          onClick={(event) => props.onBuild(event.currentTarget)}
        >
          Filter
        </Button>
      </span>
      <span class={styles.rest}>
        <Show when={filter()}>
          <span class={styles.off}>
            <Icon of={Info} size={14} />
            Quick filters off
          </span>
        </Show>
        <Show when={filter() || list.query().quick.length > 0}>
          <Button kind="ghost" onClick={() => list.change({ filter: undefined, quick: [] })}>
            Clear filters
          </Button>
        </Show>
        <Show when={filter()}>
          <Button aria-haspopup="dialog" onClick={(event) => props.onSave(event.currentTarget)}>
            Save as…
          </Button>
        </Show>
      </span>
    </div>
  );
}

/** The conditions that must all hold, one pill each; anything else is one pill. */
function partsOf(filter: Filter | undefined): readonly Filter[] {
  if (!filter) return [];
  return filter.kind === 'group' && filter.join === 'all' && !filter.not ? filter.items : [filter];
}

function pillWords(resource: Parameters<typeof conditionWords>[0], part: Filter): string[] {
  if (part.kind === 'group') return [groupWords(part)];
  const { property, operator, value } = conditionWords(resource, part);
  return [property, operator, value].filter((word) => word !== '');
}

function Pill(props: {
  words: readonly string[];
  whole: string;
  onEdit: (anchor: HTMLElement) => void;
  onRemove: () => void;
}) {
  return (
    <span class={styles.pill}>
      <Tooltip text={props.words.length === 1 ? props.whole : undefined}>
        <button
          type="button"
          class={styles.words}
          aria-haspopup="dialog"
          onClick={(event) => props.onEdit(event.currentTarget)}
        >
          <span class="visually-hidden">Edit the filter: </span>
          <For each={props.words}>{(word) => <span class={styles.part}>{`${word} `}</span>}</For>
          <Show when={props.words.length === 1}>
            <span class="visually-hidden">{`: ${props.whole}`}</span>
          </Show>
        </button>
      </Tooltip>
      <button
        type="button"
        class={styles.remove}
        aria-label={`Remove the filter: ${props.whole}`}
        onClick={() => props.onRemove()}
      >
        <Icon of={X} size={14} />
      </button>
    </span>
  );
}
