/** Node's canvas behind the sample's contract. */
import { createCanvas } from '@napi-rs/canvas';
import type { Canvas } from '#core/workspace/sample/canvas.ts';

export function makeNodeCanvas(width: number, height: number): Canvas {
  const canvas = createCanvas(width, height);
  return {
    context: canvas.getContext('2d'),
    async toBlob(type, quality) {
      const kind = type === 'image/jpeg' ? 'jpeg' : 'webp';
      const bytes = await canvas.encode(kind, Math.round(quality * 100));
      return new Blob([new Uint8Array(bytes)], { type });
    },
  };
}
