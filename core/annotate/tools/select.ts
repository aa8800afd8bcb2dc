/** Selects, moves and resizes. A click on what is selected already goes on to what lies under it. */
import { type BoxHandle, dragHandle, handleAt } from '../../geometry/box-handles.ts';
import { type Box, boxHeight, boxWidth, moveBoxWithin, type Point, type Size } from '../../geometry/point.ts';
import type { Shape } from '../../model/shape.ts';
import { boxOf } from '../frame-document.ts';
import type { Cursor, PointerInput, Tool, ToolContext, ToolResult } from './tool.ts';

type State =
  | { readonly kind: 'idle' }
  /** Pressed, not yet moved far enough to be a drag. */
  | { readonly kind: 'pressed'; readonly start: Point; readonly grab: Grab }
  | { readonly kind: 'dragging'; readonly start: Point; readonly grab: Grab };

type Grab =
  | { readonly kind: 'nothing' }
  /** `wasSelected`: a click without a drag means the next object below. */
  | { readonly kind: 'body'; readonly shape: Shape; readonly wasSelected: boolean }
  | { readonly kind: 'handle'; readonly shape: Shape; readonly handle: BoxHandle };

const cursorOf: Record<BoxHandle, Cursor> = {
  nw: 'nwse-resize',
  se: 'nwse-resize',
  ne: 'nesw-resize',
  sw: 'nesw-resize',
  n: 'ns-resize',
  s: 'ns-resize',
  e: 'ew-resize',
  w: 'ew-resize',
};

export function makeSelectTool(): Tool {
  let state: State = { kind: 'idle' };

  function press(input: PointerInput, context: ToolContext): ToolResult {
    const grab = grabAt(input, context);
    state = { kind: 'pressed', start: input.point, grab };
    if (grab.kind === 'nothing') return { cursor: 'default', select: null };
    return { cursor: cursorFor(grab), select: grab.shape.id };
  }

  function release(input: PointerInput, context: ToolContext): ToolResult {
    const ended = state;
    state = { kind: 'idle' };
    if (ended.kind === 'dragging' && ended.grab.kind !== 'nothing') {
      const before = ended.grab.shape;
      const box = dragged(ended.grab, ended.start, input.point, context.picture);
      if (boxWidth(box) < 1 || boxHeight(box) < 1) return { cursor: 'default' };
      const points = [box.left, box.top, box.right, box.bottom] as const;
      const after: Shape = { ...before, points, updatedAt: context.now() };
      const verb = ended.grab.kind === 'body' ? 'Move' : 'Resize';
      return {
        cursor: cursorFor(ended.grab),
        command: {
          name: `${verb} ${context.labelName(before.labelId)} ${before.id}`,
          changes: [{ frame: context.document.frame, before, after }],
        },
      };
    }
    if (ended.kind === 'pressed' && ended.grab.kind === 'body' && ended.grab.wasSelected) {
      const below = nextBelow(ended.grab.shape.id, input, context);
      if (below) return { cursor: 'pointer', select: below.id, hoverId: below.id };
    }
    return { cursor: 'default' };
  }

  return {
    id: 'select',
    input(input: PointerInput, context: ToolContext): ToolResult {
      if (input.kind === 'down') return press(input, context);
      if (input.kind === 'up') return release(input, context);
      if (state.kind === 'pressed' && isFar(state.start, input)) state = { ...state, kind: 'dragging' };
      if (state.kind === 'dragging' && state.grab.kind !== 'nothing') {
        const box = dragged(state.grab, state.start, input.point, context.picture);
        const shape: Shape = { ...state.grab.shape, points: [box.left, box.top, box.right, box.bottom] };
        return { cursor: cursorFor(state.grab), preview: { kind: 'changing', shape } };
      }
      if (input.kind === 'leave') return { cursor: 'default' };
      const grab = grabAt(input, context);
      return grab.kind === 'nothing'
        ? { cursor: 'default' }
        : { cursor: cursorFor(grab), hoverId: grab.shape.id };
    },
    cancel(): boolean {
      const begun = state.kind === 'dragging';
      state = { kind: 'idle' };
      return begun;
    },
  };
}

/** What a press here takes hold of: a handle of the selected object, the selected object, or the best hit. */
function grabAt({ point, reach }: PointerInput, context: ToolContext): Grab {
  const { document, selectedId } = context;
  const selected = selectedId === undefined ? undefined : document.get(selectedId);
  if (selected && !selected.locked && !selected.hidden) {
    const handle = handleAt(boxOf(selected), point, reach);
    if (handle) return { kind: 'handle', shape: selected, handle };
  }
  const hits = document.hits(point, reach).filter((shape) => !shape.locked);
  const again = hits.find((shape) => shape.id === selectedId);
  if (again) return { kind: 'body', shape: again, wasSelected: true };
  const best = hits[0];
  return best ? { kind: 'body', shape: best, wasSelected: false } : { kind: 'nothing' };
}

function nextBelow(id: number, { point, reach }: PointerInput, context: ToolContext): Shape | undefined {
  const hits = context.document.hits(point, reach).filter((shape) => !shape.locked);
  const at = hits.findIndex((shape) => shape.id === id);
  return hits.length < 2 ? undefined : hits[(at + 1) % hits.length];
}

function dragged(grab: Exclude<Grab, { kind: 'nothing' }>, from: Point, to: Point, picture: Size): Box {
  const box = boxOf(grab.shape);
  return grab.kind === 'handle'
    ? dragHandle(box, grab.handle, to, picture)
    : moveBoxWithin(box, { x: to.x - from.x, y: to.y - from.y }, picture);
}

function isFar(start: Point, { point, reach }: PointerInput): boolean {
  const enough = reach / 2;
  return Math.abs(point.x - start.x) > enough || Math.abs(point.y - start.y) > enough;
}

function cursorFor(grab: Grab): Cursor {
  if (grab.kind === 'handle') return cursorOf[grab.handle];
  return grab.kind === 'body' ? 'move' : 'default';
}
