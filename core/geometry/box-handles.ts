/** The eight handles of a box, named by compass points. */
import { type Box, type Point, type Size, boxBetween } from './point.ts';

export const boxHandles = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w'] as const;
export type BoxHandle = (typeof boxHandles)[number];

/** Where a handle sits on its box. */
export function handlePoint(box: Box, handle: BoxHandle): Point {
  const middleX = (box.left + box.right) / 2;
  const middleY = (box.top + box.bottom) / 2;
  return {
    x: handle.includes('w') ? box.left : handle.includes('e') ? box.right : middleX,
    y: handle.includes('n') ? box.top : handle.includes('s') ? box.bottom : middleY,
  };
}

/** The nearest handle within `reach` of `point`; corners win over edges on a small box. */
export function handleAt(box: Box, point: Point, reach: number): BoxHandle | undefined {
  let best: BoxHandle | undefined;
  let bestDistance = reach;
  for (const handle of boxHandles) {
    const at = handlePoint(box, handle);
    const distance = Math.max(Math.abs(at.x - point.x), Math.abs(at.y - point.y));
    if (distance < bestDistance || (distance === bestDistance && handle.length === 2)) {
      best = handle;
      bestDistance = distance;
    }
  }
  return best;
}

/** Drags a handle to a point inside the picture. Dragging over the opposite edge turns the box around. */
export function dragHandle(box: Box, handle: BoxHandle, to: Point, picture: Size): Box {
  const x = Math.min(Math.max(to.x, 0), picture.width);
  const y = Math.min(Math.max(to.y, 0), picture.height);
  return boxBetween(
    { x: handle.includes('w') ? x : box.left, y: handle.includes('n') ? y : box.top },
    { x: handle.includes('e') ? x : box.right, y: handle.includes('s') ? y : box.bottom },
  );
}
