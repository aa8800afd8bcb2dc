/** Boxes lie on whole device pixels, so that their lines are sharp and cheap at every zoom. */
import type { Box } from '#core/geometry/point.ts';
import type { View } from '#core/geometry/view.ts';
import { halo } from './shape-style.ts';

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export interface BoxLook {
  readonly stroke: string;
  readonly fill: string | undefined;
  /** Device pixels. */
  readonly line: number;
  /** Device pixels of halo on either side of the line; 0 for none. */
  readonly halo: number;
  readonly dashed: boolean;
}

/** Paints a box of image pixels; `view` gives device pixels. */
export function paintBox(context: Context, view: View, box: Box, look: BoxLook): void {
  const left = Math.round(box.left * view.scale + view.x);
  const top = Math.round(box.top * view.scale + view.y);
  const right = Math.round(box.right * view.scale + view.x);
  const bottom = Math.round(box.bottom * view.scale + view.y);
  if (look.fill !== undefined) {
    context.fillStyle = look.fill;
    context.fillRect(left, top, right - left, bottom - top);
  }
  const before = Math.floor(look.line / 2);
  if (look.halo > 0) {
    context.strokeStyle = halo;
    frame(
      context,
      left - before - look.halo,
      top - before - look.halo,
      right - left,
      bottom - top,
      look.line + 2 * look.halo,
    );
  }
  if (look.dashed) {
    context.fillStyle = look.stroke;
    dashedFrame(context, left - before, top - before, right - left, bottom - top, look.line);
    return;
  }
  context.strokeStyle = look.stroke;
  frame(context, left - before, top - before, right - left, bottom - top, look.line);
}

/** A frame of thickness `line` whose outer corner is at x, y; between its lines' middles it is `width` wide. */
function frame(context: Context, x: number, y: number, width: number, height: number, line: number): void {
  context.lineWidth = line;
  context.strokeRect(x + line / 2, y + line / 2, width, height);
}

const dash = 8;
const gap = 5;

function dashedFrame(
  context: Context,
  x: number,
  y: number,
  width: number,
  height: number,
  line: number,
): void {
  for (let at = 0; at < width + line; at += dash + gap) {
    const length = Math.min(dash, width + line - at);
    context.fillRect(x + at, y, length, line);
    context.fillRect(x + at, y + height, length, line);
  }
  for (let at = 0; at < height; at += dash + gap) {
    const length = Math.min(dash, height - at);
    context.fillRect(x, y + at, line, length);
    context.fillRect(x + width, y + at, line, length);
  }
}
