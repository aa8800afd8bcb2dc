/** Draws a box by two clicks, or by one drag. */
import { boxBetween, boxHeight, boxWidth, clipBox, type Point } from '../../geometry/point.ts';
import type { Shape } from '../../model/shape.ts';
import type { PointerInput, Tool, ToolContext, ToolResult } from './tool.ts';

/** CVAT's rule: a box is at least one pixel wide and high. */
const leastSize = 1;

type State =
  | { readonly kind: 'idle' }
  /** The first corner is set; `dragging` until the button is released for the first time. */
  | { readonly kind: 'drawing'; readonly start: Point; readonly dragging: boolean };

export function makeRectangleTool(): Tool {
  let state: State = { kind: 'idle' };

  function finish(start: Point, end: Point, context: ToolContext): ToolResult {
    state = { kind: 'idle' };
    const box = clipBox(boxBetween(start, end), context.picture);
    if (boxWidth(box) < leastSize || boxHeight(box) < leastSize) return { cursor: 'crosshair' };
    const shape: Shape = {
      id: context.takeShapeId(),
      kind: 'rectangle',
      labelId: context.labelId,
      points: [box.left, box.top, box.right, box.bottom],
      occluded: false,
      locked: false,
      hidden: false,
      zOrder: 0,
      source: 'manual',
      attributes: context.defaultAttributes(context.labelId),
      updatedAt: context.now(),
    };
    return {
      cursor: 'crosshair',
      select: shape.id,
      command: {
        name: `Draw ${context.labelName(shape.labelId)} ${shape.id}`,
        changes: [{ frame: context.document.frame, after: shape }],
      },
    };
  }

  return {
    id: 'rectangle',
    input(input: PointerInput, context: ToolContext): ToolResult {
      if (state.kind === 'idle') {
        if (input.kind === 'down') state = { kind: 'drawing', start: input.point, dragging: true };
        return { cursor: 'crosshair' };
      }
      const { start, dragging } = state;
      const moved =
        Math.abs(input.point.x - start.x) > input.reach || Math.abs(input.point.y - start.y) > input.reach;
      if (input.kind === 'down' && !dragging) return finish(start, input.point, context);
      if (input.kind === 'up' && dragging) {
        if (moved) return finish(start, input.point, context);
        state = { kind: 'drawing', start, dragging: false };
      }
      const box = clipBox(boxBetween(start, input.point), context.picture);
      return { cursor: 'crosshair', preview: { kind: 'drawing', box } };
    },
    cancel(): boolean {
      const begun = state.kind !== 'idle';
      state = { kind: 'idle' };
      return begun;
    },
  };
}
