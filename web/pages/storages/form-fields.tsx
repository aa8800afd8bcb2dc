/** Draws the fields of a provider's form. */
import { createSignal, For, Match, Show, Switch } from 'solid-js';
import { Segmented } from '#web/ui/choice.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { Field, inputClass, TextField } from '#web/ui/field.tsx';
import { SecretField } from '#web/ui/secret-field.tsx';
import { Select } from '#web/ui/select.tsx';
import styles from './attach-form.module.css';
import type { FormField, ValueErrors, Values } from './forms/form.ts';
import { rememberedChoices } from './remembered-choices.ts';
import { FolderField } from './folder-field.tsx';
import { SignInField } from './sign-in-field.tsx';

interface FormFieldsProps {
  fields: readonly FormField[];
  values: Values;
  errors: ValueErrors;
  onChange: (values: Values) => void;
}

export function FormFields(props: FormFieldsProps) {
  const asked = () => props.fields.filter((field) => field.when?.(props.values) ?? true);
  const folded = () => asked().filter((field) => field.folded);
  /** Open where something is in it already, or wrong. */
  const opens = () =>
    folded().some((field) => {
      const usual = field.kind === 'segmented' ? field.options[0]?.value : '';
      return field.key in props.errors || (props.values[field.key] ?? usual) !== usual;
    });
  return (
    <>
      <Rows {...props} fields={asked().filter((field) => !field.folded)} />
      <Show when={folded().length > 0}>
        <details class={styles.more} open={opens()}>
          <summary>More</summary>
          <div class={styles.folded}>
            <Rows {...props} fields={folded()} />
          </div>
        </details>
      </Show>
    </>
  );
}

function Rows(props: FormFieldsProps) {
  return (
    <For each={rows(props.fields)}>
      {(row) => (
        <Show when={row[1]} fallback={<One {...props} field={row[0]} />}>
          {(second) => (
            <div class={styles.pair}>
              <One {...props} field={row[0]} />
              <One {...props} field={second()} />
            </div>
          )}
        </Show>
      )}
    </For>
  );
}

/** Halves that follow each other share a row. */
function rows(fields: readonly FormField[]): (readonly [FormField, FormField?])[] {
  const found: (readonly [FormField, FormField?])[] = [];
  for (let index = 0; index < fields.length; index += 1) {
    const [field, next] = [fields[index], fields[index + 1]];
    if (!field) break;
    const shared = field.half === true && next?.half === true;
    found.push(shared ? [field, next] : [field]);
    if (shared) index += 1;
  }
  return found;
}

function One(props: FormFieldsProps & { field: FormField }) {
  const [left, setLeft] = createSignal(false);
  const { field } = props;
  const value = () => props.values[field.key] ?? '';
  const change = (typed: string): void =>
    props.onChange({ ...props.values, [field.key]: typed, ...field.brings?.(props.values, typed) });
  /** While one types, only what is wrong with something that is there. */
  const error = () =>
    props.errors[field.key] ?? (left() && value() !== '' ? field.check?.(props.values) : undefined);
  const text = () => ({
    label: field.label,
    value: value(),
    error: error(),
    help: field.help,
    onInput: change,
  });

  return (
    <Switch>
      <Match when={field.kind === 'secret'}>
        <SecretField {...text()} placeholder={field.placeholder} onBlur={() => setLeft(true)} />
      </Match>
      <Match when={field.kind === 'suggest' && field}>
        {(suggest) => (
          <Combobox
            label={field.label}
            value={value()}
            choices={[...suggest().choices, ...rememberedChoices(suggest())]}
            error={error()}
            onInput={change}
          />
        )}
      </Match>
      <Match when={field.kind === 'folder'}>
        <FolderField {...text()} onInput={change} />
      </Match>
      <Match when={field.kind === 'sign-in' && field}>
        {(button) => (
          <SignInField {...text()} value={value()} values={props.values} signIn={button().signIn} />
        )}
      </Match>
      <Match when={field.kind === 'segmented' && field}>
        {(choice) => (
          <Segmented
            label={field.label}
            labelled
            form
            value={value()}
            options={choice().options}
            onChange={change}
          />
        )}
      </Match>
      <Match when={field.kind === 'select' && field}>
        {(choice) => (
          <Select
            label={field.label}
            value={value()}
            options={choice().options}
            help={field.help}
            onChange={change}
          />
        )}
      </Match>
      <Match when={field.kind === 'lines'}>
        <Field
          label={field.label}
          help={field.help}
          error={error()}
          control={(ids) => (
            <textarea
              id={ids.id}
              class={`${inputClass({ mono: true })} ${styles.lines}`}
              rows={6}
              spellcheck={false}
              placeholder={field.placeholder}
              aria-describedby={ids.describedBy}
              aria-invalid={ids.invalid}
              value={value()}
              onBlur={() => setLeft(true)}
              onInput={(event) => change(event.currentTarget.value)}
            />
          )}
        />
      </Match>
      <Match when={field.kind === 'text' || field.kind === 'mono'}>
        <TextField
          {...text()}
          mono={field.kind === 'mono'}
          placeholder={field.placeholder}
          onBlur={() => setLeft(true)}
        />
      </Match>
    </Switch>
  );
}
