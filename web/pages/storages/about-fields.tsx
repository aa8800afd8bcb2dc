/** Description and manifests, folded while nothing is in them. */
import { Field, inputClass } from '#web/ui/field.tsx';
import styles from './attach-form.module.css';
import type { ValueErrors, Values } from './forms/form.ts';

interface AboutFieldsProps {
  values: Values;
  errors: ValueErrors;
  onChange: (values: Values) => void;
}

export function AboutFields(props: AboutFieldsProps) {
  const opened = (props.values['description'] ?? '') !== '' || (props.values['manifests'] ?? '') !== '';
  const change = (key: string, value: string): void => props.onChange({ ...props.values, [key]: value });
  return (
    <details class={styles.fold} open={opened || props.errors['manifests'] !== undefined}>
      <summary class={styles.summary}>Description, manifests</summary>
      <div class={styles.fields}>
        <Field
          label="Description"
          help="Shown on its card behind the question mark."
          control={(ids) => (
            <textarea
              id={ids.id}
              class={`${inputClass()} ${styles.short}`}
              rows={2}
              aria-describedby={ids.describedBy}
              value={props.values['description'] ?? ''}
              onInput={(event) => change('description', event.currentTarget.value)}
            />
          )}
        />
        <Field
          label="Manifests"
          help="Paths of dataset manifests in the bucket, one a line. They are looked for before it is saved."
          error={props.errors['manifests']}
          control={(ids) => (
            <textarea
              id={ids.id}
              class={`${inputClass({ mono: true })} ${styles.short}`}
              rows={2}
              spellcheck={false}
              placeholder="folder/manifest.jsonl"
              aria-describedby={ids.describedBy}
              aria-invalid={ids.invalid}
              value={props.values['manifests'] ?? ''}
              onInput={(event) => change('manifests', event.currentTarget.value)}
            />
          )}
        />
      </div>
    </details>
  );
}
