/** Checkbox, radio group and segmented control, all native inputs underneath. */
import Check from 'lucide-solid/icons/check';
import Minus from 'lucide-solid/icons/minus';
import { createEffect, createUniqueId, For, type JSX, Show } from 'solid-js';
import styles from './choice.module.css';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';

interface CheckboxProps {
  label: string;
  checked: boolean;
  /** In tables the label is only for the ear. */
  bare?: boolean;
  /** Of what it stands for, some are and some are not. */
  mixed?: boolean;
  onChange: (checked: boolean) => void;
}

export function Checkbox(props: CheckboxProps) {
  return (
    <label class={styles.row}>
      <span class={styles.boxFrame}>
        <input
          ref={(box) => {
            createEffect(() => {
              box.indeterminate = props.mixed ?? false;
            });
          }}
          type="checkbox"
          class={styles.box}
          checked={props.checked}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <Icon of={props.mixed ? Minus : Check} size={14} class={styles.mark} />
      </span>
      <span class={props.bare ? 'visually-hidden' : ''}>{props.label}</span>
    </label>
  );
}

interface GroupOption<Value extends string> {
  readonly value: Value;
  readonly label: JSX.Element;
  readonly hint?: string;
}

interface GroupProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly GroupOption<Value>[];
  onChange: (value: Value) => void;
}

export function RadioGroup<Value extends string>(props: GroupProps<Value>) {
  const name = createUniqueId();
  return (
    <fieldset class={styles.group}>
      <legend class={styles.legend}>{props.label}</legend>
      <For each={props.options}>
        {(option) => (
          <label class={styles.row}>
            <input
              type="radio"
              name={name}
              class={styles.radio}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            <span>
              {option.label}
              <Show when={option.hint}>
                <span class={styles.hint}> {option.hint}</span>
              </Show>
            </span>
          </label>
        )}
      </For>
    </fieldset>
  );
}

interface SegmentedProps<Value extends string> extends GroupProps<Value> {
  /** 32 high and as wide as the form. */
  form?: boolean;
  /** The label is seen above, not only heard. */
  labelled?: boolean;
}

export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const name = createUniqueId();
  return (
    <fieldset class={styles.segmentedField}>
      <legend class={props.labelled ? styles.legend : 'visually-hidden'}>{props.label}</legend>
      <div class={cx(styles.segmented, props.form && styles.segmentedForm)}>
        <For each={props.options}>
          {(option) => (
            <label class={styles.segment}>
              <input
                type="radio"
                name={name}
                class="visually-hidden"
                checked={option.value === props.value}
                onChange={() => props.onChange(option.value)}
              />
              {option.label}
            </label>
          )}
        </For>
      </div>
    </fieldset>
  );
}
