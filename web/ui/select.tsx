/** A native select in the field's clothes, for fewer than eight options; from eight on, `Combobox`. */
import ChevronDown from 'lucide-solid/icons/chevron-down';
import { For, type JSX } from 'solid-js';
import { Field, inputClass } from './field.tsx';
import { Icon } from './icon.tsx';
import styles from './select.module.css';

interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface BareSelectProps<Value extends string> {
  id?: string;
  label?: string;
  value: Value;
  options: readonly Option<Value>[];
  onChange: (value: Value) => void;
  describedBy?: string;
  /** Without edge, for table cells. */
  quiet?: boolean;
}

export function BareSelect<Value extends string>(props: BareSelectProps<Value>) {
  return (
    <span class={props.quiet ? styles.quiet : styles.frame}>
      <select
        id={props.id}
        class={props.quiet ? styles.quietSelect : inputClass()}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        value={props.value}
        onChange={(event) => {
          const chosen = props.options[event.currentTarget.selectedIndex];
          if (chosen) props.onChange(chosen.value);
        }}
      >
        <For each={props.options}>
          {(option) => (
            <option value={option.value} selected={option.value === props.value}>
              {option.label}
            </option>
          )}
        </For>
      </select>
      <Icon of={ChevronDown} size={14} class={styles.chevron} />
    </span>
  );
}

interface SelectProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly Option<Value>[];
  onChange: (value: Value) => void;
  help?: JSX.Element;
  error?: string | undefined;
}

export function Select<Value extends string>(props: SelectProps<Value>) {
  return (
    <Field
      label={props.label}
      help={props.help}
      error={props.error}
      control={(ids) => (
        <BareSelect
          id={ids.id}
          describedBy={ids.describedBy}
          value={props.value}
          options={props.options}
          onChange={(value) => props.onChange(value)}
        />
      )}
    />
  );
}
