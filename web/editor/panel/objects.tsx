/** The objects of the frame: the accessible twin of the canvas. Rows are virtual, so thousands cost no more. */
import { createVirtualizer } from '@tanstack/solid-virtual';
import Eye from 'lucide-solid/icons/eye';
import EyeOff from 'lucide-solid/icons/eye-off';
import Lock from 'lucide-solid/icons/lock';
import LockOpen from 'lucide-solid/icons/lock-open';
import Square from 'lucide-solid/icons/square';
import { createEffect, For, on, Show } from 'solid-js';
import type { Shape } from '#core/model/shape.ts';
import { IconButton } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { Swatch } from '#web/ui/marks.tsx';
import type { Editor } from '../create-editor.ts';
import { ObjectDetails } from './object-details.tsx';
import styles from './objects.module.css';

const rowHeight = 28;

export function Objects(props: { editor: Editor }) {
  let scroller: HTMLDivElement | undefined;
  const rows = createVirtualizer({
    get count() {
      return props.editor.shapes().length;
    },
    getScrollElement: () => scroller ?? null,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (index) => props.editor.shapes()[index]?.id ?? index,
  });
  createEffect(
    on(props.editor.selectedId, (id) => {
      const index = props.editor.shapes().findIndex((shape) => shape.id === id);
      if (index >= 0) rows.scrollToIndex(index, { align: 'auto' });
    }),
  );

  return (
    <div ref={scroller} class={styles.scroller}>
      <Show
        when={props.editor.shapes().length > 0}
        fallback={<p class={styles.empty}>Nothing on this frame yet. Press N and click two corners, or drag.</p>}
      >
        <ul class={styles.list} style={{ height: `${rows.getTotalSize()}px` }} aria-label="Objects on this frame">
          <For each={rows.getVirtualItems()}>
            {(row) => (
              <Show when={props.editor.shapes()[row.index]}>
                {(shape) => (
                  <li
                    class={styles.item}
                    data-index={row.index}
                    ref={(element) => queueMicrotask(() => rows.measureElement(element))}
                    style={{ transform: `translateY(${row.start}px)` }}
                  >
                    <ObjectRow editor={props.editor} shape={shape()} />
                  </li>
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
    </div>
  );
}

function ObjectRow(props: { editor: Editor; shape: Shape }) {
  const label = () => props.editor.labelOf(props.shape.labelId);
  const chosen = () => props.editor.selectedId() === props.shape.id;
  const words = () =>
    (label()?.attributes ?? [])
      .map((attribute) => props.shape.attributes[attribute.id])
      .filter((value) => value !== undefined && value !== '')
      .join(', ');
  return (
    <div
      class={styles.row}
      classList={{ [styles.chosen ?? '']: chosen(), [styles.hovered ?? '']: props.editor.hoverId() === props.shape.id }}
      onPointerEnter={() => props.editor.setHoverId(props.shape.id)}
      onPointerLeave={() => props.editor.setHoverId(undefined)}
    >
      <div class={styles.line}>
        <button
          type="button"
          class={styles.name}
          aria-pressed={chosen()}
          onClick={() => props.editor.select(chosen() ? undefined : props.shape.id)}
        >
          <Swatch color={label()?.color ?? '#b3b3b3'} />
          <Icon of={Square} size={14} class={styles.kind} />
          <span class={styles.label}>{label()?.name ?? 'unknown label'}</span>
          <span class={styles.id}>{props.shape.id}</span>
          <span class={styles.words}>{words()}</span>
        </button>
        <span class={styles.flags} data-set={props.shape.hidden || props.shape.locked}>
          <IconButton
            label={props.shape.hidden ? 'Show' : 'Hide'}
            icon={props.shape.hidden ? EyeOff : Eye}
            on={props.shape.hidden}
            onClick={() =>
              props.editor.change(props.shape.hidden ? 'Show' : 'Hide', (shape) => ({ hidden: !shape.hidden }), props.shape)
            }
          />
          <IconButton
            label={props.shape.locked ? 'Unlock' : 'Lock'}
            icon={props.shape.locked ? Lock : LockOpen}
            on={props.shape.locked}
            onClick={() =>
              props.editor.change(props.shape.locked ? 'Unlock' : 'Lock', (shape) => ({ locked: !shape.locked }), props.shape)
            }
          />
        </span>
      </div>
      <Show when={chosen()}>
        <ObjectDetails editor={props.editor} shape={props.shape} />
      </Show>
    </div>
  );
}
