/** One label: its name, type and colour, and its attributes. */
import Bone from 'lucide-solid/icons/bone';
import Plus from 'lucide-solid/icons/plus';
import { createUniqueId, For, Show } from 'solid-js';
import { type Attribute, type Label, type LabelType, labelTypes } from '#core/model/label.ts';
import { Button } from '#web/ui/button.tsx';
import { Field, TextField } from '#web/ui/field.tsx';
import { counted } from '#web/ui/format.ts';
import fields from '#web/ui/field.module.css';
import { Select } from '#web/ui/select.tsx';
import { AttributeForm } from './attribute-form.tsx';
import { newAttributeId, labelNameError } from './label-draft.ts';
import { labelLooks } from './label-looks.ts';
import type { Locks } from './locks.ts';
import styles from './labels.module.css';

interface LabelFormProps {
  label: Label;
  labels: readonly Label[];
  locks: Locks;
  onChange: (label: Label) => void;
  /** Opens the set-up of its points. */
  onSkeleton: () => void;
}

export function LabelForm(props: LabelFormProps) {
  const others = () => props.labels.filter((each) => each.id !== props.label.id);
  const types = (): readonly LabelType[] =>
    props.label.type === 'skeleton' ? ['skeleton'] : labelTypes.filter((type) => type !== 'skeleton');
  return (
    <div class={styles.form} role="group" aria-label={`Label ${props.label.name}`}>
      <div class={styles.nameRow}>
        <TextField
          label="Name of the label"
          value={props.label.name}
          error={labelNameError(props.label.name, others())}
          maxLength={64}
          onInput={(name) => props.onChange({ ...props.label, name })}
        />
        <ColorField
          color={props.label.color}
          onChange={(color) => props.onChange({ ...props.label, color })}
        />
      </div>
      <Select
        label="Drawn as"
        value={props.label.type}
        options={types().map((value) => ({ value, label: labelLooks[value].word }))}
        onChange={(type) => props.onChange({ ...props.label, type })}
      />
      <Show when={props.label.skeleton}>
        {(skeleton) => (
          <div class={styles.skeletonLine}>
            <span>
              {`${counted(skeleton().nodes.length, 'point')}, ${counted(skeleton().edges.length, 'edge')}`}
            </span>
            <Button icon={Bone} onClick={() => props.onSkeleton()}>
              Set up skeleton…
            </Button>
          </div>
        )}
      </Show>
      <AttributesForm
        attributes={props.label.attributes}
        locked={(id) => props.locks.attribute(props.label.id, id)}
        newId={() => newAttributeId(props.labels, props.locks.saved)}
        onChange={(attributes) => props.onChange({ ...props.label, attributes })}
      />
    </div>
  );
}

export function ColorField(props: { color: string; onChange: (color: string) => void }) {
  return (
    <Field
      label="Colour"
      control={(ids) => (
        <input
          id={ids.id}
          type="color"
          class={styles.color}
          value={props.color}
          onInput={(event) => props.onChange(event.currentTarget.value)}
        />
      )}
    />
  );
}

interface AttributesFormProps {
  attributes: readonly Attribute[];
  locked: (id: number) => boolean;
  newId: () => number;
  onChange: (attributes: readonly Attribute[]) => void;
}

export function AttributesForm(props: AttributesFormProps) {
  const headId = createUniqueId();
  const add = (): void =>
    props.onChange([
      ...props.attributes,
      { id: props.newId(), name: '', inputType: 'select', mutable: false, values: [], defaultValue: '' },
    ]);
  return (
    <section class={styles.attributes} aria-labelledby={headId}>
      <h3 id={headId} class={fields.label}>
        Attributes
      </h3>
      <For each={props.attributes.map((attribute) => attribute.id)}>
        {(id) => (
          <Show when={props.attributes.find((attribute) => attribute.id === id)}>
            {(attribute) => (
              <AttributeForm
                attribute={attribute()}
                others={props.attributes.filter((each) => each.id !== id)}
                locked={props.locked(id)}
                onChange={(changed) =>
                  props.onChange(props.attributes.map((each) => (each.id === id ? changed : each)))
                }
                onRemove={() => props.onChange(props.attributes.filter((each) => each.id !== id))}
              />
            )}
          </Show>
        )}
      </For>
      <div>
        <Button icon={Plus} onClick={add}>
          Add attribute
        </Button>
      </div>
    </section>
  );
}
