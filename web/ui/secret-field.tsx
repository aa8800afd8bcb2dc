/** A field for a secret: bullets, an eye to look, and never filled again after saving. */
import Eye from 'lucide-solid/icons/eye';
import EyeOff from 'lucide-solid/icons/eye-off';
import { createSignal, type JSX } from 'solid-js';
import { IconButton } from './button.tsx';
import { Field, inputClass } from './field.tsx';
import styles from './secret-field.module.css';

interface SecretFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  placeholder?: string | undefined;
  onBlur?: () => void;
  help?: JSX.Element;
  error?: string | undefined;
}

export function SecretField(props: SecretFieldProps) {
  const [seen, setSeen] = createSignal(false);
  return (
    <Field
      label={props.label}
      help={props.help}
      error={props.error}
      control={(ids) => (
        <span class={styles.frame}>
          <input
            id={ids.id}
            class={inputClass({ mono: true })}
            type={seen() ? 'text' : 'password'}
            autocomplete="off"
            spellcheck={false}
            placeholder={props.placeholder}
            value={props.value}
            aria-describedby={ids.describedBy}
            aria-invalid={ids.invalid}
            onBlur={() => props.onBlur?.()}
            onInput={(event) => props.onInput(event.currentTarget.value)}
          />
          <span class={styles.eye}>
            <IconButton
              label={seen() ? `Hide ${props.label}` : `Show ${props.label}`}
              icon={seen() ? EyeOff : Eye}
              onClick={() => setSeen(!seen())}
            />
          </span>
        </span>
      )}
    />
  );
}
