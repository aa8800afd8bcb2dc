/** Shapes for tests. */
import * as fc from 'fast-check';
import type { Shape } from '#core/model/shape.ts';

export function makeShape(id: number, fields: Partial<Shape> = {}): Shape {
  return {
    id,
    kind: 'rectangle',
    labelId: 1,
    points: [10, 10, 50, 40],
    occluded: false,
    locked: false,
    hidden: false,
    zOrder: 0,
    source: 'manual',
    attributes: {},
    updatedAt: 0,
    ...fields,
  };
}

/** A box of at least one pixel inside a picture of 1000 x 800. */
export const anyPoints: fc.Arbitrary<Shape['points']> = fc
  .tuple(
    fc.double({ min: 0, max: 990, noNaN: true }),
    fc.double({ min: 0, max: 790, noNaN: true }),
    fc.double({ min: 1, max: 1000, noNaN: true }),
    fc.double({ min: 1, max: 800, noNaN: true }),
  )
  .map(([left, top, width, height]) => [
    left,
    top,
    Math.min(1000, left + width),
    Math.min(800, top + height),
  ]);
