/** Points and boxes in image pixels or screen pixels; y grows downwards. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** left ≤ right, top ≤ bottom. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The box between two corners, in whatever order they come. */
export function boxBetween(a: Point, b: Point): Box {
  return {
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    right: Math.max(a.x, b.x),
    bottom: Math.max(a.y, b.y),
  };
}

export function boxWidth(box: Box): number {
  return box.right - box.left;
}

export function boxHeight(box: Box): number {
  return box.bottom - box.top;
}

export function growBox(box: Box, by: number): Box {
  return { left: box.left - by, top: box.top - by, right: box.right + by, bottom: box.bottom + by };
}

/** True when the boxes share at least an edge. */
export function boxesMeet(a: Box, b: Box): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

export function boxHas(box: Box, point: Point): boolean {
  return point.x >= box.left && point.x <= box.right && point.y >= box.top && point.y <= box.bottom;
}

/** The part of `box` that lies in a picture of this size. */
export function clipBox(box: Box, size: Size): Box {
  const x = (value: number): number => Math.min(Math.max(value, 0), size.width);
  const y = (value: number): number => Math.min(Math.max(value, 0), size.height);
  return { left: x(box.left), top: y(box.top), right: x(box.right), bottom: y(box.bottom) };
}

/** Moves `box` by an offset, as far as the picture goes; its size stays. */
export function moveBoxWithin(box: Box, by: Point, size: Size): Box {
  const dx = Math.min(Math.max(by.x, -box.left), size.width - box.right);
  const dy = Math.min(Math.max(by.y, -box.top), size.height - box.bottom);
  return { left: box.left + dx, top: box.top + dy, right: box.right + dx, bottom: box.bottom + dy };
}
