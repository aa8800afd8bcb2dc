/** The labels, with their number keys. Choosing one draws with it. */
import { For } from 'solid-js';
import { KeyCaps } from '#web/ui/key-cap.tsx';
import { Swatch } from '#web/ui/marks.tsx';
import type { Editor } from '../create-editor.ts';
import styles from './panel.module.css';

/** The key of the label at a place: 1 to 9, then 0. */
export function labelKey(index: number): string | undefined {
  return index < 9 ? String(index + 1) : index === 9 ? '0' : undefined;
}

export function DrawAs(props: { editor: Editor }) {
  return (
    <section class={styles.drawAs} aria-label="Draw as">
      <h2 class={styles.caption}>Draw as</h2>
      <div class={styles.labels}>
        <For each={props.editor.task.labels}>
          {(label, index) => (
            <button
              type="button"
              class={styles.label}
              aria-pressed={props.editor.labelId() === label.id}
              aria-keyshortcuts={labelKey(index())}
              disabled={props.editor.readOnly()}
              onClick={() => props.editor.drawWith(label.id)}
            >
              <span class={styles.labelKey}>
                <KeyCaps keys={labelKey(index()) ?? ' '} />
              </span>
              <Swatch color={label.color} />
              <span class={styles.labelName}>{label.name}</span>
            </button>
          )}
        </For>
      </div>
    </section>
  );
}
