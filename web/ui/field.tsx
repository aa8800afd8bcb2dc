/** A labelled field with its help or its error; what is typed stays whatever happens. */
import { createUniqueId, type JSX, Show, splitProps } from 'solid-js';
import { cx } from './cx.ts';
import styles from './field.module.css';
import { Ring } from './ring.tsx';

interface FieldProps {
  label: string;
  help?: JSX.Element;
  error?: string | undefined;
  /** Builds the control with the ids that tie it to its label and its words. */
  control: (ids: { id: string; describedBy: string; invalid: boolean }) => JSX.Element;
}

export function Field(props: FieldProps) {
  const id = createUniqueId();
  return (
    <div class={styles.field}>
      <label class={styles.label} for={id}>
        {props.label}
      </label>
      {props.control({
        id,
        describedBy: `${id}-words`,
        get invalid() {
          return props.error !== undefined;
        },
      })}
      <FieldWords id={`${id}-words`} help={props.help} error={props.error} />
    </div>
  );
}

/** The line below a control: the error in its place, else the help. */
function FieldWords(props: { id: string; help?: JSX.Element; error?: string | undefined }) {
  return (
    <div id={props.id} class={styles.words} aria-live="polite">
      <Show when={props.error} fallback={props.help}>
        <span class={styles.error}>{props.error}</span>
      </Show>
    </div>
  );
}

interface InputLook {
  mono?: boolean | undefined;
  bar?: boolean | undefined;
}

/** The class of a bare input, select or textarea. */
export function inputClass(look: InputLook = {}): string {
  return cx(styles.input, look.mono && styles.mono, look.bar && styles.bar);
}

interface TextFieldProps extends Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'onInput' | 'class'> {
  label: string;
  value: string;
  onInput: (value: string) => void;
  help?: JSX.Element;
  error?: string | undefined;
  mono?: boolean | undefined;
  checking?: boolean | undefined;
}

export function TextField(props: TextFieldProps) {
  const [own, rest] = splitProps(props, ['label', 'value', 'onInput', 'help', 'error', 'mono', 'checking']);
  return (
    <Field
      label={own.label}
      help={own.help}
      error={own.error}
      control={(ids) => (
        <span class={styles.frame}>
          <input
            spellcheck={false}
            autocomplete="off"
            {...rest}
            id={ids.id}
            class={inputClass(own)}
            value={own.value}
            aria-describedby={ids.describedBy}
            aria-invalid={ids.invalid}
            onInput={(event) => own.onInput(event.currentTarget.value)}
          />
          <Show when={own.checking}>
            <span class={styles.end}>
              <Ring size={14} />
            </span>
          </Show>
        </span>
      )}
    />
  );
}
