/** Giving an object another label. */
import type { Attribute, Label } from '../model/label.ts';
import type { Shape } from '../model/shape.ts';

/** True when CVAT would take this value for the attribute. */
export function isValidValue(attribute: Attribute, value: string): boolean {
  switch (attribute.inputType) {
    case 'select':
    case 'radio':
      return attribute.values.includes(value);
    case 'checkbox':
      return value === 'true' || value === 'false';
    case 'number': {
      const [min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY] = attribute.values.map(Number);
      const number = Number(value);
      return value.trim() !== '' && number >= min && number <= max;
    }
    case 'text':
      return value.length <= 4096;
  }
}

/** What a new object of a label has, as in CVAT: the default of each attribute. */
export function defaultAttributes(label: Label | undefined): Record<number, string> {
  return Object.fromEntries((label?.attributes ?? []).map(({ id, defaultValue }) => [id, defaultValue]));
}

/** The fields that change: attributes of the same name keep their value where it is still one, others get their default. */
export function relabel(
  shape: Shape,
  from: Label | undefined,
  to: Label,
): Pick<Shape, 'labelId' | 'attributes'> {
  const attributes = defaultAttributes(to);
  for (const attribute of to.attributes) {
    const before = from?.attributes.find((each) => each.name === attribute.name);
    const value = before && shape.attributes[before.id];
    if (value !== undefined && isValidValue(attribute, value)) attributes[attribute.id] = value;
  }
  return { labelId: to.id, attributes };
}
