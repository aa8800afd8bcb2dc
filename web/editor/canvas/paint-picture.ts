/** The part of a picture that a tile shows, from the smallest bitmap that is large enough. */
import { type Box, clipBox } from '#core/geometry/point.ts';
import type { View } from '#core/geometry/view.ts';
import type { Picture } from '#core/media/image/picture.ts';

/** From here on pixels are shown as squares. */
const squaresFrom = 3;

export function paintPicture(
  context: OffscreenCanvasRenderingContext2D,
  view: View,
  box: Box,
  picture: Picture,
): void {
  const needed = picture.width * view.scale;
  const bitmap = picture.levels.findLast((level) => level.width >= needed) ?? picture.levels[0];
  if (!bitmap) return;
  // One pixel more on each side, so that smoothing at a tile's edge sees its neighbours.
  const pad = Math.max(1, 1 / view.scale) * (picture.width / bitmap.width);
  const part = clipBox(
    { left: box.left - pad, top: box.top - pad, right: box.right + pad, bottom: box.bottom + pad },
    picture,
  );
  if (part.left >= part.right || part.top >= part.bottom) return;
  const x = bitmap.width / picture.width;
  const y = bitmap.height / picture.height;
  context.imageSmoothingEnabled = view.scale < squaresFrom;
  context.imageSmoothingQuality = 'low';
  context.drawImage(
    bitmap,
    part.left * x,
    part.top * y,
    (part.right - part.left) * x,
    (part.bottom - part.top) * y,
    part.left * view.scale + view.x,
    part.top * view.scale + view.y,
    (part.right - part.left) * view.scale,
    (part.bottom - part.top) * view.scale,
  );
}
