/** One label: its name, colour, and attributes with their types and values. */
import Plus from 'lucide-solid/icons/plus';
import X from 'lucide-solid/icons/x';
import { createUniqueId, For, Show } from 'solid-js';
import { type Attribute, inputTypes, type Label } from '#core/model/label.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/choice.tsx';
import { TextField } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import {
  attributeNameError,
  attributeValuesError,
  valuesFromText,
  valuesToText,
} from './attribute-values.ts';
import fields from '#web/ui/field.module.css';
import styles from './labels-section.module.css';

interface LabelEditorProps {
  label: Label;
  others: readonly Label[];
  onChange: (label: Label) => void;
}

export function LabelEditor(props: LabelEditorProps) {
  const colorId = createUniqueId();
  const nameError = () => {
    const name = props.label.name.trim();
    if (name === '') return 'A label has a name.';
    return props.others.some((other) => other.name === name) ? 'Another label has this name.' : undefined;
  };
  function setAttributes(attributes: readonly Attribute[]): void {
    props.onChange({ ...props.label, attributes });
  }
  function addAttribute(): void {
    const ids = [props.label, ...props.others].flatMap((label) => label.attributes.map((each) => each.id));
    const id = Math.max(0, ...ids) + 1;
    setAttributes([
      ...props.label.attributes,
      { id, name: '', inputType: 'select', mutable: false, values: [], defaultValue: '' },
    ]);
  }
  return (
    <div class={styles.editor}>
      <div class={styles.nameRow}>
        <TextField
          label="Name"
          value={props.label.name}
          error={nameError()}
          maxLength={64}
          onInput={(name) => props.onChange({ ...props.label, name })}
        />
        <div class={fields.field}>
          <label class={fields.label} for={colorId}>
            Colour
          </label>
          <input
            id={colorId}
            type="color"
            class={styles.color}
            value={props.label.color}
            onInput={(event) => props.onChange({ ...props.label, color: event.currentTarget.value })}
          />
        </div>
      </div>
      <Show when={props.label.attributes.length > 0}>
        <p class={styles.attributeHead}>Attributes</p>
      </Show>
      <For each={props.label.attributes.map((attribute) => attribute.id)}>
        {(id) => (
          <Show when={props.label.attributes.find((attribute) => attribute.id === id)}>
            {(attribute) => (
              <AttributeRow
                attribute={attribute()}
                onChange={(changed) =>
                  setAttributes(props.label.attributes.map((each) => (each.id === id ? changed : each)))
                }
                onRemove={() => setAttributes(props.label.attributes.filter((each) => each.id !== id))}
              />
            )}
          </Show>
        )}
      </For>
      <div>
        <Button icon={Plus} onClick={addAttribute}>
          Add attribute
        </Button>
      </div>
    </div>
  );
}

interface AttributeRowProps {
  attribute: Attribute;
  onChange: (attribute: Attribute) => void;
  onRemove: () => void;
}

function AttributeRow(props: AttributeRowProps) {
  return (
    <div class={styles.attribute}>
      <TextField
        label="Attribute"
        value={props.attribute.name}
        error={attributeNameError(props.attribute)}
        maxLength={64}
        onInput={(name) => props.onChange({ ...props.attribute, name })}
      />
      <Select
        label="Kind"
        value={props.attribute.inputType}
        options={inputTypes.map((value) => ({ value, label: value }))}
        onChange={(inputType) =>
          props.onChange({ ...props.attribute, inputType, ...valuesFromText(inputType, '') })
        }
      />
      <TextField
        label={props.attribute.inputType === 'number' ? 'Min; max; step' : 'Values'}
        value={valuesToText(props.attribute)}
        placeholder={props.attribute.inputType === 'number' ? '0; 100; 1' : 'one, another'}
        error={attributeValuesError(props.attribute)}
        onChange={(event) =>
          props.onChange({
            ...props.attribute,
            ...valuesFromText(props.attribute.inputType, event.currentTarget.value),
          })
        }
        onInput={() => {}}
      />
      <div class={styles.mutable}>
        <Checkbox
          label="Mutable"
          checked={props.attribute.mutable}
          onChange={(mutable) => props.onChange({ ...props.attribute, mutable })}
        />
      </div>
      <div class={styles.remove}>
        <IconButton
          label={`Remove attribute ${props.attribute.name}`}
          icon={X}
          onClick={() => props.onRemove()}
        />
      </div>
    </div>
  );
}
