/** One attribute: name, kind, values, default. What data hang on can be renamed and grow, not change. */
import X from 'lucide-solid/icons/x';
import { Match, Show, Switch } from 'solid-js';
import { attributeProblems, undefinedValue } from '#core/model/attribute-rules.ts';
import { type Attribute, inputTypes } from '#core/model/label.ts';
import { IconButton } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/choice.tsx';
import { TextField } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import { rangeFromText, startValues, valueWords, withDefault, withValues } from './attribute-values.ts';
import styles from './labels.module.css';
import { ValuesField } from './values-field.tsx';

interface AttributeFormProps {
  attribute: Attribute;
  others: readonly Attribute[];
  locked: boolean;
  onChange: (attribute: Attribute) => void;
  onRemove: () => void;
}

export function AttributeForm(props: AttributeFormProps) {
  const problems = () => attributeProblems(props.attribute);
  const kind = () => props.attribute.inputType;
  const chooses = () => kind() === 'select' || kind() === 'radio';
  const nameError = () =>
    props.others.some(({ name }) => name.trim() === props.attribute.name.trim() && name.trim() !== '')
      ? 'Another one has this name.'
      : problems().name;
  const values = () => props.attribute.values;
  function leaveBlank(can: boolean): void {
    const rest = values().filter((value) => value !== undefinedValue);
    props.onChange(withValues(props.attribute, can ? [undefinedValue, ...rest] : rest));
  }
  return (
    <div class={styles.attribute} role="group" aria-label={`Attribute ${props.attribute.name}`}>
      <div class={styles.attributeRow}>
        <TextField
          label="Attribute"
          value={props.attribute.name}
          error={nameError()}
          maxLength={64}
          onInput={(name) => props.onChange({ ...props.attribute, name })}
        />
        <Show when={!props.locked} fallback={<Kept label="Kind" value={kind()} />}>
          <Select
            label="Kind"
            value={kind()}
            options={inputTypes.map((value) => ({ value, label: value }))}
            onChange={(inputType) =>
              props.onChange({ ...props.attribute, inputType, ...startValues(inputType) })
            }
          />
        </Show>
        <Show when={!props.locked}>
          <span class={styles.remove}>
            <IconButton
              label={`Remove attribute ${props.attribute.name}`}
              icon={X}
              onClick={() => props.onRemove()}
            />
          </span>
        </Show>
      </div>
      <Show when={chooses()}>
        <ValuesField
          values={values().filter((value) => value !== undefinedValue)}
          keeps={props.locked}
          error={problems().values}
          onChange={(rest) =>
            props.onChange(
              withValues(
                props.attribute,
                values().includes(undefinedValue) ? [undefinedValue, ...rest] : rest,
              ),
            )
          }
        />
      </Show>
      <div class={styles.attributeRow}>
        <Switch>
          <Match when={kind() === 'number'}>
            <Show when={!props.locked} fallback={<Kept label="Min; max; step" value={values().join('; ')} />}>
              <TextField
                label="Min; max; step"
                value={values().join('; ')}
                error={problems().values}
                onInput={() => {}}
                onChange={(event) =>
                  props.onChange(withValues(props.attribute, rangeFromText(event.currentTarget.value)))
                }
              />
            </Show>
            <TextField
              label="Default"
              value={props.attribute.defaultValue}
              error={problems().defaultValue}
              onInput={(value) => props.onChange(withDefault(props.attribute, value))}
            />
          </Match>
          <Match when={kind() === 'text'}>
            <TextField
              label="Default"
              value={props.attribute.defaultValue}
              error={problems().defaultValue}
              onInput={(value) => props.onChange(withDefault(props.attribute, value))}
            />
          </Match>
          <Match when={kind() === 'checkbox' || values().length > 0}>
            <Select
              label="Default"
              value={props.attribute.defaultValue}
              options={(kind() === 'checkbox' ? ['false', 'true'] : values()).map((value) => ({
                value,
                label: valueWords(value),
              }))}
              onChange={(value) => props.onChange(withDefault(props.attribute, value))}
            />
          </Match>
        </Switch>
      </div>
      <div class={styles.checks}>
        <Show
          when={!props.locked}
          fallback={<span>{props.attribute.mutable ? 'Mutable' : 'Not mutable'}</span>}
        >
          <Checkbox
            label="Mutable: may change from frame to frame"
            checked={props.attribute.mutable}
            onChange={(mutable) => props.onChange({ ...props.attribute, mutable })}
          />
        </Show>
        <Show when={chooses() && !(props.locked && values().includes(undefinedValue))}>
          <Checkbox
            label="Can be left blank"
            checked={values().includes(undefinedValue)}
            onChange={leaveBlank}
          />
        </Show>
      </div>
      <Show when={props.locked}>
        <p class={styles.words}>
          Objects have it: its kind stays, values can be added. Under Raw it can be removed with what they
          say.
        </p>
      </Show>
    </div>
  );
}

/** What cannot change any more, and why. */
function Kept(props: { label: string; value: string }) {
  return (
    <TextField
      label={props.label}
      value={props.value}
      readOnly
      title="Objects have it, so it stays as it is."
      onInput={() => {}}
    />
  );
}
