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

/** CVAT's; `any` leaves the shape to whoever draws. */
export const labelTypes = [
  'any',
  'rectangle',
  'ellipse',
  'polygon',
  'polyline',
  'points',
  'cuboid',
  'mask',
  'skeleton',
  'tag',
] as const;
export type LabelType = (typeof labelTypes)[number];

/** A point of a skeleton, with a label of its own. */
export interface SkeletonNode {
  /** From 1; edges name it. */
  readonly id: number;
  /** In a square of 100 by 100. */
  readonly x: number;
  readonly y: number;
  /** Unique among labels and sublabels of the list. */
  readonly labelId: LabelId;
  readonly name: string;
  /** `#rrggbb`. */
  readonly color: string;
  readonly attributes: readonly Attribute[];
}

export interface Skeleton {
  readonly nodes: readonly SkeletonNode[];
  /** Ids of the two nodes that each joins. */
  readonly edges: readonly (readonly [from: number, to: number])[];
}

export interface Label {
  readonly id: LabelId;
  readonly name: string;
  /** `#rrggbb`. */
  readonly color: string;
  readonly type: LabelType;
  readonly attributes: readonly Attribute[];
  /** There exactly where the type is `skeleton`. */
  readonly skeleton?: Skeleton;
}
