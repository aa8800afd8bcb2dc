/**
 * Tools are state machines without a screen: pointer input in; commands, selection and a preview out.
 * Points are image pixels. `reach` is how near counts as a hit, in image pixels, so that it is the same
 * on the screen at every zoom.
 */
import type { Box, Point, Size } from '../../geometry/point.ts';
import type { LabelId } from '../../model/ids.ts';
import type { Shape } from '../../model/shape.ts';
import type { Command } from '../command.ts';
import type { FrameDocument } from '../frame-document.ts';

export interface PointerInput {
  readonly kind: 'down' | 'move' | 'up' | 'leave';
  readonly point: Point;
  readonly reach: number;
}

export interface ToolContext {
  readonly document: FrameDocument;
  readonly picture: Size;
  readonly selectedId: number | undefined;
  readonly labelId: LabelId;
  labelName(id: LabelId): string;
  /** What a new object of this label has. */
  defaultAttributes(id: LabelId): Readonly<Record<number, string>>;
  takeShapeId(): number;
  now(): number;
}

export type Preview =
  /** A box being drawn. */
  | { readonly kind: 'drawing'; readonly box: Box }
  /** An object as it will be when the pointer is released. */
  | { readonly kind: 'changing'; readonly shape: Shape };

export type Cursor =
  | 'default'
  | 'crosshair'
  | 'move'
  | 'pointer'
  | 'nwse-resize'
  | 'nesw-resize'
  | 'ns-resize'
  | 'ew-resize';

export interface ToolResult {
  readonly cursor: Cursor;
  /** The object under the pointer. */
  readonly hoverId?: number;
  readonly preview?: Preview;
  /** `undefined` says nothing of the selection, `null` clears it. */
  readonly select?: number | null;
  readonly command?: Command;
}

export interface Tool {
  readonly id: 'select' | 'rectangle';
  input(input: PointerInput, context: ToolContext): ToolResult;
  /** Gives up what was begun. True when there was something to give up. */
  cancel(): boolean;
}
