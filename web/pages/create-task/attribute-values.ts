/** The values of an attribute as one line of text, by its kind; rules as in CVAT's label constructor. */
import type { Attribute, InputType } from '#core/model/label.ts';

/** Values and default from what was typed: `one, another`, `0; 100; 1`, `true`, or any text. */
export function valuesFromText(
  inputType: InputType,
  text: string,
): Pick<Attribute, 'values' | 'defaultValue'> {
  switch (inputType) {
    case 'number': {
      const values = text === '' ? ['0', '100', '1'] : text.split(/[;,]/).map((part) => part.trim());
      return { values, defaultValue: values[0] ?? '0' };
    }
    case 'checkbox': {
      const value = text.trim() === 'true' ? 'true' : 'false';
      return { values: [value], defaultValue: value };
    }
    case 'text':
      return { values: text === '' ? [] : [text], defaultValue: text };
    case 'select':
    case 'radio': {
      const parts = text.split(',').map((part) => part.trim());
      const values = [...new Set(parts.filter((part) => part !== ''))];
      return { values, defaultValue: values[0] ?? '' };
    }
    default:
      return inputType satisfies never;
  }
}

export function valuesToText(attribute: Attribute): string {
  if (attribute.inputType === 'number') return attribute.values.join('; ');
  return attribute.values.join(', ');
}

export function attributeNameError(attribute: Attribute): string | undefined {
  return attribute.name.trim() === '' ? 'Give it a name.' : undefined;
}

/** What is wrong with an attribute's values; undefined when nothing is. */
export function attributeValuesError(attribute: Attribute): string | undefined {
  if (attribute.inputType === 'number') {
    const [min = Number.NaN, max = Number.NaN, step = Number.NaN] = attribute.values.map(Number);
    const fits = attribute.values.length === 3 && min < max && step > 0 && step <= max - min;
    return fits ? undefined : 'Three numbers: min; max; step.';
  }
  const chooses = attribute.inputType === 'select' || attribute.inputType === 'radio';
  return chooses && attribute.values.length === 0 ? 'At least one value.' : undefined;
}

/** What is wrong with an attribute at all. */
export function attributeError(attribute: Attribute): string | undefined {
  return attributeNameError(attribute) ?? attributeValuesError(attribute);
}
