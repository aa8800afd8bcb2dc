/** Labels as raw JSON, with what is wrong by line and column. */
import { createSignal, createUniqueId, For, Show, untrack } from 'solid-js';
import type { Label } from '#core/model/label.ts';
import { inputClass } from '#web/ui/field.tsx';
import { counted } from '#web/ui/format.ts';
import styles from './labels-section.module.css';
import { parseLabels, printLabels, type RawError } from './raw-labels.ts';

interface RawLabelsEditorProps {
  labels: readonly Label[];
  onChange: (labels: readonly Label[]) => void;
  /** Told whether what is written cannot be taken as it stands. */
  onBroken: (broken: boolean) => void;
}

export function RawLabelsEditor(props: RawLabelsEditorProps) {
  const id = createUniqueId();
  const [errors, setErrors] = createSignal<readonly RawError[]>([]);
  return (
    <div>
      <textarea
        class={inputClass({ mono: true })}
        rows={12}
        spellcheck={false}
        aria-label="Labels as JSON"
        aria-describedby={id}
        aria-invalid={errors().length > 0}
        onInput={(event) => {
          const result = parseLabels(event.currentTarget.value);
          setErrors(result.ok ? [] : result.errors);
          props.onBroken(!result.ok);
          if (result.ok) props.onChange(result.labels);
        }}
        value={untrack(() => printLabels(props.labels))}
      />
      <div id={id} aria-live="polite">
        <Show
          when={errors().length > 0}
          fallback={<p class={styles.words}>{`${counted(props.labels.length, 'label')}, taken as typed.`}</p>}
        >
          <ul class={styles.rawErrors}>
            <For each={errors().slice(0, 8)}>
              {(error) => <li>{`Line ${error.line}, column ${error.column}: ${error.what}.`}</li>}
            </For>
          </ul>
        </Show>
      </div>
    </div>
  );
}
