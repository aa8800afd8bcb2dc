/** Several values: choices to press, or typed ones as chips. */
import X from 'lucide-solid/icons/x';
import { createSignal, For, Show } from 'solid-js';
import { cx } from '#web/ui/cx.ts';
import { Icon } from '#web/ui/icon.tsx';
import styles from './builder.module.css';
import { ValueInput, type ValueInputProps } from './value-input.tsx';

interface PickedProps
  extends Pick<ValueInputProps, 'resource' | 'field' | 'scope' | 'label' | 'invalid' | 'describedBy'> {
  picked: readonly string[];
  onChange: (picked: readonly string[]) => void;
}

export function PickedValues(props: PickedProps) {
  const [typed, setTyped] = createSignal('');
  const toggle = (value: string) =>
    props.onChange(
      props.picked.includes(value) ? props.picked.filter((each) => each !== value) : [...props.picked, value],
    );
  function take(value: string): void {
    setTyped('');
    if (!props.picked.includes(value)) props.onChange([...props.picked, value]);
  }
  return (
    <Show
      when={props.field?.choices}
      fallback={
        <span class={cx(styles.value, styles.picked)}>
          <For each={props.picked}>
            {(value) => (
              <button
                type="button"
                class={styles.chip}
                aria-label={`Remove ${value}`}
                onClick={() => toggle(value)}
              >
                {value}
                <Icon of={X} size={14} />
              </button>
            )}
          </For>
          <ValueInput
            label={`Add a value of ${props.label}`}
            resource={props.resource}
            field={props.field}
            scope={props.scope}
            invalid={props.invalid}
            describedBy={props.describedBy}
            value={typed()}
            onInput={setTyped}
            onTake={take}
          />
        </span>
      }
    >
      {(choices) => (
        <span
          class={cx(styles.value, styles.picked)}
          role="group"
          aria-label={`Values of ${props.label}`}
          aria-describedby={props.describedBy}
        >
          <For each={choices()}>
            {({ value, title }) => (
              <button
                type="button"
                class={styles.chip}
                aria-pressed={props.picked.includes(value)}
                onClick={() => toggle(value)}
              >
                {title}
              </button>
            )}
          </For>
        </span>
      )}
    </Show>
  );
}
