/** The labels, with their number keys. Choosing one draws with it. */
import { For, Show } from 'solid-js';
import type { Label } from '#core/model/label.ts';
import { KeyCaps } from '#web/ui/key-cap.tsx';
import { Swatch } from '#web/ui/marks.tsx';
import type { Editor } from '../create-editor.ts';
import { isDrawable } from '../drawable.ts';
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
            <Show when={isDrawable(label)} fallback={<NotYet label={label} />}>
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
            </Show>
          )}
        </For>
      </div>
    </section>
  );
}

/** A label of a shape that there is no tool for. */
function NotYet(props: { label: Label }) {
  return (
    <span class={styles.notYet}>
      <span class={styles.labelKey} />
      <Swatch color={props.label.color} />
      <span class={styles.labelName}>{props.label.name}</span>
      <span class={styles.why}>{`${props.label.type}: cannot be drawn yet`}</span>
    </span>
  );
}
