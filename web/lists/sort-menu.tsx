/** What the list is sorted by: fields in use in their order, the others below a line. */
import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import ChevronDown from 'lucide-solid/icons/chevron-down';
import ChevronUp from 'lucide-solid/icons/chevron-up';
import GripVertical from 'lucide-solid/icons/grip-vertical';
import X from 'lucide-solid/icons/x';
import { createSignal, For, Show } from 'solid-js';
import { fieldOf, fields } from '#core/query/fields.ts';
import type { SortKey } from '#core/query/list-query.ts';
import { IconButton } from '#web/ui/button.tsx';
import { cx } from '#web/ui/cx.ts';
import { Icon } from '#web/ui/icon.tsx';
import { Popover } from '#web/ui/popover.tsx';
import type { List } from './create-list.ts';
import type { ListRow } from './list-kind.ts';
import styles from './sort-menu.module.css';

interface SortProps<Row extends ListRow> {
  list: List<Row>;
  anchor: HTMLElement;
  onClose: () => void;
}

export function SortMenu<Row extends ListRow>(props: SortProps<Row>) {
  const { resource } = props.list.kind;
  const keys = () => props.list.query().sort;
  const inUse = () => keys().map(({ field }) => field);
  const others = () => fields[resource].filter(({ name, sorts }) => sorts && !inUse().includes(name));
  const [dragged, setDragged] = createSignal<number>();
  let menu: HTMLDivElement | undefined;

  const titleOf = (field: string) => fieldOf(resource, field)?.title ?? field;
  const put = (sort: readonly SortKey[]) => props.list.change({ sort });
  function move(from: number, to: number): void {
    const key = keys()[from];
    if (!key || to < 0 || to >= keys().length || to === from) return;
    put(keys().toSpliced(from, 1).toSpliced(to, 0, key));
  }
  /** Rows are drawn anew when they move: the focus goes with the field. */
  function focusOn(field: string): void {
    queueMicrotask(() => menu?.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus());
  }
  function onKeyDown(event: KeyboardEvent, index: number, field: string): void {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    if (event.altKey) {
      move(index, index + step);
      focusOn(field);
      return;
    }
    const all = [...(menu?.querySelectorAll<HTMLElement>('[data-field]') ?? [])];
    const at = all.findIndex((each) => each.dataset['field'] === field);
    all[at + step]?.focus();
  }

  return (
    <Popover label="Sort" anchor={props.anchor} width={280} onClose={() => props.onClose()}>
      <div
        ref={(element) => {
          menu = element;
        }}
        class={styles.menu}
      >
        <ol aria-label="Sorted by">
          <For each={keys()} fallback={<li class={styles.hint}>Newest first. Choose what to sort by.</li>}>
            {(key, index) => (
              <li
                class={cx(styles.row, dragged() === index() && styles.dragged)}
                draggable={true}
                onDragStart={(event) => {
                  setDragged(index());
                  event.dataTransfer?.setData('text/plain', key.field);
                }}
                onDragOver={(event) => dragged() !== undefined && event.preventDefault()}
                onDrop={(event) => {
                  event.preventDefault();
                  const from = dragged();
                  setDragged(undefined);
                  if (from !== undefined) move(from, index());
                }}
                onDragEnd={() => setDragged(undefined)}
              >
                <Icon of={GripVertical} size={14} class={styles.grip} />
                <button
                  type="button"
                  class={styles.field}
                  data-field={key.field}
                  aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
                  onClick={() => {
                    put(
                      keys().map((each) => (each === key ? { ...key, descending: !key.descending } : each)),
                    );
                    focusOn(key.field);
                  }}
                  onKeyDown={(event) => onKeyDown(event, index(), key.field)}
                >
                  <span class={styles.title}>{`${titleOf(key.field)} `}</span>
                  <Icon of={key.descending ? ArrowDown : ArrowUp} size={14} />
                  <span class={styles.direction}>{key.descending ? 'descending' : 'ascending'}</span>
                </button>
                <Show when={keys().length > 1}>
                  <IconButton
                    label={`${titleOf(key.field)} earlier`}
                    icon={ChevronUp}
                    aria-disabled={index() === 0}
                    onClick={() => move(index(), index() - 1)}
                  />
                  <IconButton
                    label={`${titleOf(key.field)} later`}
                    icon={ChevronDown}
                    aria-disabled={index() === keys().length - 1}
                    onClick={() => move(index(), index() + 1)}
                  />
                </Show>
                <IconButton
                  label={`Do not sort by ${titleOf(key.field)}`}
                  icon={X}
                  onClick={() => put(keys().filter((each) => each !== key))}
                />
              </li>
            )}
          </For>
        </ol>
        <hr class={styles.line} />
        <ul aria-label="Not sorted by">
          <For each={others()}>
            {(field) => (
              <li class={styles.row}>
                <button
                  type="button"
                  class={styles.field}
                  data-field={field.name}
                  aria-label={`Also sort by ${field.title}`}
                  onClick={() => {
                    put([...keys(), { field: field.name, descending: field.type === 'date' }]);
                    focusOn(field.name);
                  }}
                  onKeyDown={(event) => onKeyDown(event, -1, field.name)}
                >
                  <span class={styles.title}>{field.title}</span>
                </button>
              </li>
            )}
          </For>
        </ul>
      </div>
    </Popover>
  );
}
