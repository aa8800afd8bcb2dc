/** The values of an attribute as they are typed and shown, by its kind. */
import { undefinedValue } from '#core/model/attribute-rules.ts';
import type { Attribute, InputType } from '#core/model/label.ts';

/** What a kind begins with. */
export function startValues(inputType: InputType): Pick<Attribute, 'values' | 'defaultValue'> {
  switch (inputType) {
    case 'number':
      return { values: ['0', '100', '1'], defaultValue: '0' };
    case 'checkbox':
      return { values: ['false'], defaultValue: 'false' };
    case 'text':
    case 'select':
    case 'radio':
      return { values: [], defaultValue: '' };
  }
}

/** `min;max;step` as typed, also with commas. */
export function rangeFromText(text: string): string[] {
  return text.split(/[;,]/).map((part) => part.trim());
}

/** Values behind those that are there; several with commas or lines between them. */
export function addValues(values: readonly string[], text: string): string[] {
  const parts = text.split(/[,\n]/).map((part) => part.trim());
  return [...new Set([...values, ...parts.filter((part) => part !== '')])];
}

/** With other values, and a default that is one of them. */
export function withValues(attribute: Attribute, values: readonly string[]): Attribute {
  if (attribute.inputType === 'number') {
    const [before] = attribute.values;
    const isFirst = attribute.defaultValue === before || attribute.defaultValue === '';
    return { ...attribute, values, defaultValue: isFirst ? (values[0] ?? '') : attribute.defaultValue };
  }
  const fits = values.includes(attribute.defaultValue);
  return { ...attribute, values, defaultValue: fits ? attribute.defaultValue : (values[0] ?? '') };
}

/** With another default; CVAT keeps that of a checkbox and of a text as their only value. */
export function withDefault(attribute: Attribute, defaultValue: string): Attribute {
  if (attribute.inputType === 'checkbox') return { ...attribute, values: [defaultValue], defaultValue };
  if (attribute.inputType === 'text')
    return { ...attribute, values: defaultValue === '' ? [] : [defaultValue], defaultValue };
  return { ...attribute, defaultValue };
}

/** A value as one reads it. */
export function valueWords(value: string): string {
  return value === undefinedValue ? '(blank)' : value;
}
