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

/** What is wrong with an attribute; undefined when nothing is. */
export function attributeError(attribute: Attribute): string | undefined {
  if (attribute.name.trim() === '') return 'Give the attribute a name.';
  if (attribute.inputType === 'number') {
    const [min, max, step] = attribute.values.map(Number);
    const known = [min, max, step].every((value) => Number.isFinite(value));
    const fits =
      known && (min ?? 0) < (max ?? 0) && (step ?? 0) > 0 && (step ?? 0) <= (max ?? 0) - (min ?? 0);
    return attribute.values.length === 3 && fits ? undefined : 'Three numbers: min; max; step.';
  }
  const chooses = attribute.inputType === 'select' || attribute.inputType === 'radio';
  return chooses && attribute.values.length === 0 ? 'At least one value.' : undefined;
}
