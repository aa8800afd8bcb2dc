/** The values that one can choose from: chips, and a field that adds more. */
import X from 'lucide-solid/icons/x';
import { createSignal, For, Show } from 'solid-js';
import { Field, inputClass } from '#web/ui/field.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { addValues } from './attribute-values.ts';
import styles from './labels.module.css';

interface ValuesFieldProps {
  values: readonly string[];
  /** Those that are there stay; more can be added. */
  keeps: boolean;
  error: string | undefined;
  onChange: (values: readonly string[]) => void;
}

export function ValuesField(props: ValuesFieldProps) {
  const [text, setText] = createSignal('');
  const atFirst = new Set(props.values);
  function add(): void {
    if (text().trim() === '') return;
    props.onChange(addValues(props.values, text()));
    setText('');
  }
  return (
    <Field
      label="Values"
      error={text() === '' ? props.error : undefined}
      help="Several at once with commas or lines between them."
      control={(ids) => (
        <>
          <Show when={props.values.length > 0}>
            <ul class={styles.chips} aria-label="Values">
              <For each={props.values}>
                {(value) => (
                  <li class={styles.chip}>
                    {value}
                    <Show when={!(props.keeps && atFirst.has(value))}>
                      <button
                        type="button"
                        aria-label={`Remove value ${value}`}
                        onClick={() => props.onChange(props.values.filter((each) => each !== value))}
                      >
                        <Icon of={X} size={14} />
                      </button>
                    </Show>
                  </li>
                )}
              </For>
            </ul>
          </Show>
          <input
            id={ids.id}
            class={inputClass()}
            spellcheck={false}
            autocomplete="off"
            placeholder="one, another"
            aria-describedby={ids.describedBy}
            aria-invalid={ids.invalid}
            value={text()}
            onInput={(event) => setText(event.currentTarget.value)}
            onBlur={add}
            onPaste={(event) => {
              const pasted = event.clipboardData?.getData('text/plain') ?? '';
              if (!pasted.includes('\n')) return;
              event.preventDefault();
              props.onChange(addValues(props.values, pasted));
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              add();
            }}
          />
        </>
      )}
    />
  );
}
