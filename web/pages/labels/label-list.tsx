/** The labels at the left: chosen by click, put in order by dragging or with the arrow keys. */
import GripVertical from 'lucide-solid/icons/grip-vertical';
import X from 'lucide-solid/icons/x';
import { createSignal, For, Show } from 'solid-js';
import type { Label } from '#core/model/label.ts';
import { IconButton } from '#web/ui/button.tsx';
import { cx } from '#web/ui/cx.ts';
import { Icon } from '#web/ui/icon.tsx';
import { Swatch } from '#web/ui/marks.tsx';
import { moveLabel } from './label-draft.ts';
import { labelLooks } from './label-looks.ts';
import styles from './labels.module.css';

interface LabelListProps {
  labels: readonly Label[];
  chosen: number | undefined;
  onChoose: (id: number) => void;
  onChange: (labels: readonly Label[]) => void;
}

export function LabelList(props: LabelListProps) {
  const [dragged, setDragged] = createSignal<number>();
  const [over, setOver] = createSignal<number>();
  const [said, setSaid] = createSignal('');
  const indexOf = (id: number): number => props.labels.findIndex((label) => label.id === id);

  function move(id: number, to: number): void {
    const moved = moveLabel(props.labels, indexOf(id), to);
    if (to < 0 || to >= props.labels.length) return;
    props.onChange(moved);
    setSaid(`${moved[to]?.name ?? ''} is now ${to + 1} of ${moved.length}`);
  }
  return (
    <>
      <ul class={styles.list} aria-label="Labels">
        <For each={props.labels.map((label) => label.id)}>
          {(id) => (
            <Show when={props.labels.find((each) => each.id === id)}>
              {(label) => (
                <li
                  class={cx(
                    styles.row,
                    props.chosen === id && styles.chosen,
                    over() === id && dragged() !== id && styles.over,
                  )}
                  onDragOver={(event) => {
                    if (dragged() === undefined) return;
                    event.preventDefault();
                    setOver(id);
                  }}
                  onDrop={(event) => {
                    const from = dragged();
                    if (from === undefined) return;
                    event.preventDefault();
                    event.stopPropagation();
                    move(from, indexOf(id));
                  }}
                >
                  <button
                    type="button"
                    class={styles.grip}
                    draggable="true"
                    aria-label={`Move ${label().name}`}
                    aria-keyshortcuts="ArrowUp ArrowDown"
                    onDragStart={(event) => {
                      setDragged(id);
                      event.dataTransfer?.setData('text/plain', label().name);
                    }}
                    onDragEnd={() => {
                      setDragged(undefined);
                      setOver(undefined);
                    }}
                    onKeyDown={(event) => {
                      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
                      if (step === undefined) return;
                      event.preventDefault();
                      move(id, indexOf(id) + step);
                      event.currentTarget.focus();
                    }}
                  >
                    <Icon of={GripVertical} size={14} />
                  </button>
                  <button
                    type="button"
                    class={styles.choose}
                    aria-pressed={props.chosen === id}
                    onClick={() => props.onChoose(id)}
                  >
                    <Swatch color={label().color} large />
                    <span class={styles.name}>{label().name || 'without a name'}</span>
                    <span class={styles.shape} title={labelLooks[label().type].word}>
                      <Icon of={labelLooks[label().type].icon} size={14} />
                      <span class="visually-hidden">{labelLooks[label().type].word}</span>
                    </span>
                    <Show when={label().attributes.length > 0}>
                      <span
                        class={styles.count}
                        title={label()
                          .attributes.map(({ name }) => name)
                          .join(', ')}
                      >
                        {label().attributes.length}
                        <span class="visually-hidden"> attributes</span>
                      </span>
                    </Show>
                  </button>
                  <IconButton
                    label={`Remove ${label().name}`}
                    icon={X}
                    onClick={() => props.onChange(props.labels.filter((each) => each.id !== id))}
                  />
                </li>
              )}
            </Show>
          )}
        </For>
      </ul>
      <p class="visually-hidden" role="status">
        {said()}
      </p>
    </>
  );
}
