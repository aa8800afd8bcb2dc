/** The part of Canvas2D that browsers' workers and Node share. */

interface Gradient {
  addColorStop(offset: number, color: string): void;
}

export interface Pen {
  fillStyle: string | object;
  strokeStyle: string | object;
  lineWidth: number;
  lineCap: 'butt' | 'round' | 'square';
  lineJoin: 'bevel' | 'miter' | 'round';
  globalAlpha: number;
  save(): void;
  restore(): void;
  translate(x: number, y: number): void;
  rotate(radians: number): void;
  scale(x: number, y: number): void;
  beginPath(): void;
  closePath(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void;
  arc(x: number, y: number, radius: number, start: number, end: number): void;
  ellipse(
    x: number,
    y: number,
    radiusX: number,
    radiusY: number,
    rotation: number,
    start: number,
    end: number,
  ): void;
  rect(x: number, y: number, width: number, height: number): void;
  fill(): void;
  stroke(): void;
  fillRect(x: number, y: number, width: number, height: number): void;
  createLinearGradient(x0: number, y0: number, x1: number, y1: number): Gradient;
  createRadialGradient(x0: number, y0: number, r0: number, x1: number, y1: number, r1: number): Gradient;
}

export interface Canvas {
  readonly context: Pen;
  /** Encodes what was drawn; `quality` is 0 to 1. A type the platform cannot write comes back as PNG. */
  toBlob(type: 'image/jpeg' | 'image/webp', quality: number): Promise<Blob>;
}

/** Makes an opaque canvas of this many pixels. */
export type CanvasFactory = (width: number, height: number) => Canvas;
