/** The objects of the frame: the accessible twin of the canvas. Only rows in sight exist, however many there are. */
import { createEffect, createMemo, createSignal, For, on, onCleanup, Show } from 'solid-js';
import type { Editor } from '../create-editor.ts';
import { ObjectRow } from './object-row.tsx';
import styles from './objects.module.css';

const rowHeight = 28;
const spareRows = 6;

export function Objects(props: { editor: Editor }) {
  let scroller: HTMLDivElement | undefined;
  const [scrolled, setScrolled] = createSignal(0);
  const [height, setHeight] = createSignal(600);
  /** What the chosen row is higher than the others: its editors open in place. */
  const [extra, setExtra] = createSignal(0);
  const size = new ResizeObserver(([entry]) => setHeight(entry?.contentRect.height ?? 600));
  onCleanup(() => size.disconnect());

  const chosen = createMemo(() => {
    const id = props.editor.selectedId();
    return id === undefined ? -1 : props.editor.shapes().findIndex((shape) => shape.id === id);
  });
  const top = (index: number): number =>
    index * rowHeight + (chosen() >= 0 && index > chosen() ? extra() : 0);
  const inSight = createMemo(() => {
    const count = props.editor.shapes().length;
    const first = Math.max(0, Math.floor((scrolled() - extra()) / rowHeight) - spareRows);
    const last = Math.min(count - 1, Math.ceil((scrolled() + height()) / rowHeight) + spareRows);
    return props.editor
      .shapes()
      .slice(first, last + 1)
      .map((shape, index) => ({ shape, index: first + index }));
  });
  createEffect(
    on(chosen, (index) => {
      if (index < 0 || !scroller) return;
      const start = index * rowHeight;
      const end = start + rowHeight + extra();
      if (start < scroller.scrollTop) scroller.scrollTop = start;
      else if (end > scroller.scrollTop + height()) scroller.scrollTop = Math.min(start, end - height());
    }),
  );

  return (
    <div
      ref={(element) => {
        scroller = element;
        size.observe(element);
      }}
      class={styles.scroller}
      onScroll={(event) => setScrolled(event.currentTarget.scrollTop)}
    >
      <Show
        when={props.editor.shapes().length > 0}
        fallback={
          <p class={styles.empty}>Nothing on this frame yet. Press N, then click two corners or drag.</p>
        }
      >
        <ul
          class={styles.list}
          style={{ height: `${top(props.editor.shapes().length)}px` }}
          aria-label={`${props.editor.shapes().length} objects on this frame`}
        >
          <For each={inSight().map((row) => row.shape)}>
            {(shape) => {
              const index = () => inSight().find((row) => row.shape === shape)?.index ?? 0;
              return (
                <li class={styles.item} style={{ transform: `translateY(${top(index())}px)` }}>
                  <ObjectRow editor={props.editor} shape={shape} onDetailsHeight={setExtra} />
                </li>
              );
            }}
          </For>
        </ul>
      </Show>
    </div>
  );
}
