/** A small picture of a frame; a quiet block while it is made, and where there is none. */
import { createEffect, createSignal, onCleanup, onMount, Show } from 'solid-js';
import type { TaskId } from '#core/model/ids.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import styles from './thumbnail.module.css';

interface ThumbnailProps {
  taskId: TaskId;
  frame: number;
  /** Said where there is no picture to show; nothing when it is too small for words. */
  without?: string;
}

export function Thumbnail(props: ThumbnailProps) {
  const workspace = useWorkspace();
  const [seen, setSeen] = createSignal(false);
  let element: HTMLSpanElement | undefined;

  onMount(() => {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      setSeen(true);
    });
    if (element) observer.observe(element);
    onCleanup(() => observer.disconnect());
  });

  // Empty where there is none. No createResource: reading one that is not ready would suspend the whole page.
  const [picture, setPicture] = createSignal<string>();
  createEffect(() => {
    if (!seen()) return;
    const stop = new AbortController();
    let url: string | undefined;
    workspace.thumbnail(props.taskId, props.frame, stop.signal).then(
      (blob) => {
        if (stop.signal.aborted) return;
        url = blob && URL.createObjectURL(blob);
        setPicture(url ?? '');
      },
      () => !stop.signal.aborted && setPicture(''),
    );
    onCleanup(() => {
      stop.abort();
      setPicture(undefined);
      if (url) URL.revokeObjectURL(url);
    });
  });

  return (
    <span
      ref={(span) => {
        element = span;
      }}
      class={styles.frame}
    >
      <Show
        when={picture()}
        fallback={
          <Show when={picture() === '' && props.without}>
            <span class={styles.without}>{props.without}</span>
          </Show>
        }
      >
        {(source) => <img class={styles.picture} src={source()} alt="" draggable={false} />}
      </Show>
    </span>
  );
}
