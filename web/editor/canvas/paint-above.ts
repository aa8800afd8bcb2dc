/** What moves: the hovered and the selected object, what is being drawn, crosshair and name tags. CSS pixels. */
import { boxOf } from '#core/annotate/frame-document.ts';
import type { Preview } from '#core/annotate/tools/tool.ts';
import { boxHandles, handlePoint } from '#core/geometry/box-handles.ts';
import { type Box, boxHeight, boxWidth, type Point, type Size } from '#core/geometry/point.ts';
import { toScreen, type View } from '#core/geometry/view.ts';
import type { Shape } from '#core/model/shape.ts';
import { paintBox } from './paint-box.ts';
import { type LabelStyle, unknownStyle } from './shape-style.ts';

export interface Above {
  readonly selected: Shape | undefined;
  readonly hovered: Shape | undefined;
  readonly preview: Preview | undefined;
  /** Screen position of the pointer while a drawing tool is active. */
  readonly crosshair: Point | undefined;
  readonly drawStyle: LabelStyle;
  readonly styles: ReadonlyMap<number, LabelStyle>;
  readonly font: string;
  tagOf(shape: Shape): string;
}

const handleSide = 8;

export function paintAbove(context: CanvasRenderingContext2D, view: View, window: Size, above: Above): void {
  const { preview, hovered, selected } = above;
  const changing = preview?.kind === 'changing' ? preview.shape : undefined;
  const active = changing ?? selected;
  if (hovered && hovered.id !== active?.id) paintShape(context, view, hovered, above, 'hovered');
  if (active && !active.hidden) {
    paintShape(context, view, active, above, 'selected');
    if (!active.locked) paintHandles(context, view, boxOf(active), styleOf(active, above));
  }
  if (preview?.kind === 'drawing') paintDrawing(context, view, preview.box, above);
  if (above.crosshair) paintCrosshair(context, above.crosshair, window);
  const tagged = changing ? undefined : (hovered ?? selected);
  if (preview?.kind === 'drawing') paintSizeTag(context, view, preview.box, above, window);
  else if (changing) paintSizeTag(context, view, boxOf(changing), above, window);
  else if (tagged && !tagged.hidden) paintNameTag(context, view, tagged, above, window);
}

function styleOf(shape: Shape, above: Above): LabelStyle {
  return above.styles.get(shape.labelId) ?? unknownStyle;
}

function paintShape(
  context: CanvasRenderingContext2D,
  view: View,
  shape: Shape,
  above: Above,
  how: 'hovered' | 'selected',
): void {
  const style = styleOf(shape, above);
  paintBox(context, view, boxOf(shape), {
    stroke: style.stroke,
    fill: how === 'hovered' ? style.hoverFill : style.selectedFill,
    line: how === 'hovered' ? 3 : 2,
    halo: 1,
    dashed: shape.occluded,
  });
}

function paintHandles(context: CanvasRenderingContext2D, view: View, box: Box, style: LabelStyle): void {
  const roomy = Math.min(boxWidth(box), boxHeight(box)) * view.scale > 4 * handleSide;
  for (const handle of boxHandles) {
    if (!roomy && handle.length === 1) continue;
    const at = toScreen(view, handlePoint(box, handle));
    const left = Math.round(at.x) - handleSide / 2;
    const top = Math.round(at.y) - handleSide / 2;
    context.fillStyle = '#000';
    context.fillRect(left - 1, top - 1, handleSide + 2, handleSide + 2);
    context.fillStyle = '#fff';
    context.fillRect(left, top, handleSide, handleSide);
    context.fillStyle = style.stroke;
    context.fillRect(left + 2, top + 2, handleSide - 4, handleSide - 4);
  }
}

function paintDrawing(context: CanvasRenderingContext2D, view: View, box: Box, above: Above): void {
  const { stroke, fill } = above.drawStyle;
  paintBox(context, view, box, { stroke, fill, line: 2, halo: 1, dashed: false });
}

function paintCrosshair(context: CanvasRenderingContext2D, at: Point, window: Size): void {
  context.save();
  context.globalCompositeOperation = 'difference';
  context.fillStyle = '#fff';
  context.fillRect(Math.round(at.x), 0, 1, window.height);
  context.fillRect(0, Math.round(at.y), window.width, 1);
  context.restore();
}

function paintNameTag(
  context: CanvasRenderingContext2D,
  view: View,
  shape: Shape,
  above: Above,
  window: Size,
): void {
  const corner = toScreen(view, { x: shape.points[2], y: shape.points[1] });
  paintTag(
    context,
    { x: corner.x + 8, y: corner.y },
    above.tagOf(shape),
    styleOf(shape, above).stroke,
    above,
    window,
  );
}

function paintSizeTag(
  context: CanvasRenderingContext2D,
  view: View,
  box: Box,
  above: Above,
  window: Size,
): void {
  const corner = toScreen(view, { x: box.right, y: box.bottom });
  const words = `${Math.round(boxWidth(box))} × ${Math.round(boxHeight(box))}`;
  paintTag(context, { x: corner.x + 8, y: corner.y + 8 }, words, undefined, above, window);
}

function paintTag(
  context: CanvasRenderingContext2D,
  at: Point,
  words: string,
  color: string | undefined,
  above: Above,
  window: Size,
): void {
  context.font = `500 12px ${above.font}`;
  const swatch = color === undefined ? 0 : 14;
  const width = Math.ceil(context.measureText(words).width) + 16 + swatch;
  const left = Math.round(Math.min(Math.max(at.x, 4), Math.max(4, window.width - width - 4)));
  const top = Math.round(Math.min(Math.max(at.y, 4), Math.max(4, window.height - 24)));
  context.fillStyle = 'rgba(20, 20, 20, 0.86)';
  context.beginPath();
  context.roundRect(left, top, width, 20, 3);
  context.fill();
  if (color !== undefined) {
    context.fillStyle = color;
    context.fillRect(left + 8, top + 6, 8, 8);
  }
  context.fillStyle = '#fff';
  context.textBaseline = 'middle';
  context.fillText(words, left + 8 + swatch, top + 10.5);
}
