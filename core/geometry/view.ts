/** Where the picture is on the screen: `screen = image * scale + offset`, in CSS pixels. */
import type { Point, Size } from './point.ts';

export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** One image pixel fills a small window; a 100,000-pixel image fits a small one. */
const minScale = 0.001;
const maxScale = 512;

/** At least this much of the picture stays in sight when panning, in CSS pixels. */
const keepInSight = 48;

export function toScreen(view: View, point: Point): Point {
  return { x: point.x * view.scale + view.x, y: point.y * view.scale + view.y };
}

export function toImage(view: View, point: Point): Point {
  return { x: (point.x - view.x) / view.scale, y: (point.y - view.y) / view.scale };
}

/** The whole picture, centred, with `margin` around it. */
export function fitView(picture: Size, window: Size, margin = 16): View {
  const scale = clampScale(
    Math.min(
      Math.max(window.width - 2 * margin, 1) / picture.width,
      Math.max(window.height - 2 * margin, 1) / picture.height,
    ),
  );
  return centred(picture, window, scale);
}

/** The picture's centre in the window's, at a scale; its corner lies on a whole pixel. */
export function centred(picture: Size, window: Size, scale: number): View {
  return {
    scale,
    x: Math.round((window.width - picture.width * scale) / 2),
    y: Math.round((window.height - picture.height * scale) / 2),
  };
}

/** Zooms by a factor; what is under `anchor` (screen) stays there. */
export function zoomAt(view: View, factor: number, anchor: Point): View {
  const scale = clampScale(view.scale * factor);
  const ratio = scale / view.scale;
  return {
    scale,
    x: anchor.x - (anchor.x - view.x) * ratio,
    y: anchor.y - (anchor.y - view.y) * ratio,
  };
}

/** Shifts by screen pixels, without losing the picture out of sight. */
export function panBy(view: View, by: Point, picture: Size, window: Size): View {
  const clampAxis = (offset: number, length: number, room: number): number =>
    Math.min(Math.max(offset, keepInSight - length), room - keepInSight);
  return {
    scale: view.scale,
    x: clampAxis(view.x + by.x, picture.width * view.scale, window.width),
    y: clampAxis(view.y + by.y, picture.height * view.scale, window.height),
  };
}

function clampScale(scale: number): number {
  return Math.min(Math.max(scale, minScale), maxScale);
}
