/** What an object is, and its properties. Field rules: CVAT's raw label spec. */
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
type LabelType = (typeof labelTypes)[number];

export interface Label {
  readonly id: LabelId;
  readonly name: string;
  /** `#rrggbb`. */
  readonly color: string;
  readonly type: LabelType;
  readonly attributes: readonly Attribute[];
}
