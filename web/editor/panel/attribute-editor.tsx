/** One attribute's value, by its input type. Values are strings, as CVAT keeps them. */
import { Match, Switch } from 'solid-js';
import { undefinedValue } from '#core/model/attribute-rules.ts';
import type { Attribute } from '#core/model/label.ts';
import { Checkbox, Segmented } from '#web/ui/choice.tsx';
import { inputClass } from '#web/ui/field.tsx';
import { BareSelect } from '#web/ui/select.tsx';

/** Up to this many values are shown side by side. */
const segmentedUpTo = 4;

interface AttributeEditorProps {
  attribute: Attribute;
  value: string | undefined;
  onChange: (value: string) => void;
}

export function AttributeEditor(props: AttributeEditorProps) {
  const value = () => props.value ?? props.attribute.defaultValue;
  const options = () =>
    props.attribute.values.map((each) => ({
      value: each,
      label: each === undefinedValue ? '(blank)' : each,
    }));
  const chosen = () => props.attribute.inputType === 'select' || props.attribute.inputType === 'radio';
  return (
    <Switch fallback={<TextValue {...props} value={value()} />}>
      <Match when={chosen() && props.attribute.values.length <= segmentedUpTo}>
        <Segmented
          label={props.attribute.name}
          value={value()}
          options={options()}
          onChange={props.onChange}
        />
      </Match>
      <Match when={chosen()}>
        <BareSelect
          label={props.attribute.name}
          value={value()}
          options={options()}
          onChange={props.onChange}
        />
      </Match>
      <Match when={props.attribute.inputType === 'checkbox'}>
        <Checkbox
          label={value() === 'true' ? 'yes' : 'no'}
          checked={value() === 'true'}
          onChange={(checked) => props.onChange(String(checked))}
        />
      </Match>
    </Switch>
  );
}

/** Text, or a number within `[min, max, step]`. Written when one leaves the field or presses Enter. */
function TextValue(props: { attribute: Attribute; value: string; onChange: (value: string) => void }) {
  const limits = () => props.attribute.values;
  const isNumber = () => props.attribute.inputType === 'number';
  return (
    <input
      class={inputClass({ bar: true })}
      aria-label={props.attribute.name}
      type={isNumber() ? 'number' : 'text'}
      min={isNumber() ? limits()[0] : undefined}
      max={isNumber() ? limits()[1] : undefined}
      step={isNumber() ? limits()[2] : undefined}
      maxlength={4096}
      placeholder={isNumber() ? `${limits()[0]} to ${limits()[1]}` : 'not set'}
      value={props.value}
      onChange={(event) => {
        if (event.currentTarget.checkValidity()) props.onChange(event.currentTarget.value);
        else event.currentTarget.reportValidity();
      }}
    />
  );
}
