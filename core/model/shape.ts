/** One object on one frame. Coordinates are image pixels; (0, 0) is the top left corner of the first pixel. */
import type { LabelId, ShapeId } from './ids.ts';

/** Where an object came from, in CVAT's words. */
type Source = 'manual' | 'auto' | 'semi-auto' | 'file' | 'consensus';

export interface Shape {
  readonly id: ShapeId;
  readonly kind: 'rectangle';
  readonly labelId: LabelId;
  /** `[left, top, right, bottom]`, with left < right and top < bottom. */
  readonly points: readonly [number, number, number, number];
  readonly occluded: boolean;
  readonly locked: boolean;
  readonly hidden: boolean;
  /** Higher is in front; among equals the later id. */
  readonly zOrder: number;
  readonly source: Source;
  /** Values by attribute id; a missing one is not set. */
  readonly attributes: Readonly<Record<number, string>>;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** Everything on one frame of one job: one document on disk. */
export interface FrameAnnotations {
  readonly jobId: number;
  /** Task-relative, 0 is the task's first frame. */
  readonly frame: number;
  /** The log's entries up to this one are in `shapes`. */
  readonly seq: number;
  readonly shapes: readonly Shape[];
}
