/** The browser's own canvas, for workers. */
import type { Canvas } from './canvas.ts';

export function makeOffscreenCanvas(width: number, height: number): Canvas {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error(`This browser gave no canvas of ${width} x ${height} pixels.`);
  return { context, toBlob: (type, quality) => canvas.convertToBlob({ type, quality }) };
}
