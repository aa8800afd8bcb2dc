/** A small picture of a frame with one side's boxes on it. */
import { createEffect, createSignal, For, onCleanup, Show } from 'solid-js';
import type { ConflictSides } from '#core/workspace/workspace.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import styles from './conflicts-dialog.module.css';

export function SidePicture(props: { conflict: ConflictSides; shapes: ConflictSides['ours'] }) {
  const workspace = useWorkspace();
  const [picture, setPicture] = createSignal<string>();
  createEffect(() => {
    const stop = new AbortController();
    let url: string | undefined;
    void workspace.thumbnail(props.conflict.taskId, props.conflict.frame, stop.signal).then((blob) => {
      if (!blob || stop.signal.aborted) return;
      url = URL.createObjectURL(blob);
      setPicture(url);
    });
    onCleanup(() => {
      stop.abort();
      if (url) URL.revokeObjectURL(url);
    });
  });
  return (
    <Show when={props.conflict.size}>
      {(size) => (
        <svg class={styles.picture} viewBox={`0 0 ${size().width} ${size().height}`} aria-hidden="true">
          <Show when={picture()}>
            {(href) => <image href={href()} width={size().width} height={size().height} />}
          </Show>
          <For each={props.shapes}>
            {({ points: [left, top, right, bottom] }) => (
              <rect class={styles.box} x={left} y={top} width={right - left} height={bottom - top} />
            )}
          </For>
        </svg>
      )}
    </Show>
  );
}
