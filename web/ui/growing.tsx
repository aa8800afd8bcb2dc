/** A long list that is drawn as far as one looks, some rows at a time, so that no drawing is felt. */
import { createEffect, createMemo, createSignal, For, type JSX, onCleanup, Show } from 'solid-js';

interface GrowingProps<Item> {
  each: readonly Item[];
  children: (item: Item) => JSX.Element;
  /** Stands for what is not drawn yet; its element is watched for coming near. */
  rest: (count: number, watch: (element: Element) => void) => JSX.Element;
}

const step = 6;
/** So far ahead of what one sees. */
const margin = '800px';

export function Growing<Item>(props: GrowingProps<Item>) {
  const [limit, setLimit] = createSignal(step);
  const [end, setEnd] = createSignal<Element>();
  const shown = createMemo(() => props.each.slice(0, limit()));
  createEffect(() => {
    const element = end();
    // Watched anew after each step: an end that stays in sight is told of only once.
    limit();
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setLimit(limit() + step);
      },
      { rootMargin: margin },
    );
    observer.observe(element);
    onCleanup(() => observer.disconnect());
  });
  return (
    <>
      <For each={shown()}>{(item) => props.children(item)}</For>
      <Show when={props.each.length > limit()}>{props.rest(props.each.length - limit(), setEnd)}</Show>
    </>
  );
}
