/** Attribute values: strings with us; in COCO what JSON has for them, as CVAT writes it. */
import type { AttributeId } from '../../model/ids.ts';
import type { Attribute, Label } from '../../model/label.ts';

type JsonValue = string | number | boolean;

/** CVAT's own flag lies among the attributes, unless the label has an attribute of this name. */
export const occludedName = 'occluded';

export function hasOwnOccluded(label: Label): boolean {
  return label.attributes.some(({ name }) => name === occludedName);
}

/** A number or a boolean only where reading it back gives the same text. */
export function toJsonValue(attribute: Attribute, text: string): JsonValue {
  if (attribute.inputType === 'checkbox' && (text === 'true' || text === 'false')) return text === 'true';
  if (
    attribute.inputType === 'number' &&
    text !== '' &&
    String(Number(text)) === text &&
    isFinite(Number(text))
  ) {
    return Number(text);
  }
  return text;
}

/** The values that fit the label, and the names of those that do not. */
export function readAttributes(
  label: Label,
  values: object,
): { readonly attributes: Readonly<Record<AttributeId, string>>; readonly refused: readonly string[] } {
  const attributes: Record<AttributeId, string> = {};
  const refused: string[] = [];
  for (const [name, value] of Object.entries(values) as [string, unknown][]) {
    if (name === occludedName && !hasOwnOccluded(label)) continue;
    const attribute = label.attributes.find((one) => one.name === name);
    const text =
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? String(value)
        : undefined;
    if (attribute && text !== undefined && fits(attribute, text)) attributes[attribute.id] = text;
    else refused.push(name);
  }
  return { attributes, refused };
}

function fits({ inputType, values }: Attribute, text: string): boolean {
  if (inputType === 'select' || inputType === 'radio') return values.includes(text);
  if (inputType === 'checkbox') return text === 'true' || text === 'false';
  return inputType === 'number' ? text !== '' && Number.isFinite(Number(text)) : text.length <= 4096;
}
