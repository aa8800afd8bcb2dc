/** What an object is, and its properties. Field rules: CVAT's raw label spec. */
import * as v from 'valibot';
import type { AttributeId, LabelId } from './ids.ts';

export const inputTypes = ['select', 'radio', 'checkbox', 'text', 'number'] as const;
export type InputType = (typeof inputTypes)[number];

/** All values are strings; `number` keeps `[min, max, step]` in `values`, `checkbox` is 'true' or 'false'. */
export interface Attribute {
  readonly id: AttributeId;
  readonly name: string;
  readonly inputType: InputType;
  readonly mutable: boolean;
  readonly values: readonly string[];
  readonly defaultValue: string;
}

export const labelTypes = ['any', 'rectangle'] as const;
export type LabelType = (typeof labelTypes)[number];

export interface Label {
  readonly id: LabelId;
  readonly name: string;
  /** `#rrggbb`. */
  readonly color: string;
  readonly type: LabelType;
  readonly attributes: readonly Attribute[];
}

const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(64));

export const attributeSchema = v.object({
  id: v.number(),
  name,
  inputType: v.picklist(inputTypes),
  mutable: v.boolean(),
  values: v.array(v.pipe(v.string(), v.maxLength(200))),
  defaultValue: v.pipe(v.string(), v.maxLength(4096)),
});

export const labelSchema = v.object({
  id: v.number(),
  name,
  color: v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i)),
  type: v.picklist(labelTypes),
  attributes: v.array(attributeSchema),
});
