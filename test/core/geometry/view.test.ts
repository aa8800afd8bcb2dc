import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitView, panBy, toImage, toScreen, type View, zoomAt } from '#core/geometry/view.ts';

const window = { width: 1000, height: 700 };
const anyView: fc.Arbitrary<View> = fc.record({
  scale: fc.double({ min: 0.01, max: 100, noNaN: true }),
  x: fc.double({ min: -5000, max: 5000, noNaN: true }),
  y: fc.double({ min: -5000, max: 5000, noNaN: true }),
});
const anyPoint = fc.record({
  x: fc.double({ min: 0, max: 1000, noNaN: true }),
  y: fc.double({ min: 0, max: 700, noNaN: true }),
});

test('zooming keeps what is under the pointer there', () => {
  fc.assert(
    fc.property(anyView, anyPoint, fc.double({ min: 0.3, max: 3, noNaN: true }), (view, anchor, factor) => {
      const after = toScreen(zoomAt(view, factor, anchor), toImage(view, anchor));
      expect(after.x).toBeCloseTo(anchor.x, 6);
      expect(after.y).toBeCloseTo(anchor.y, 6);
    }),
  );
});

test('a 100,000-pixel picture fits, and one pixel can fill the window', () => {
  const view = fitView({ width: 100_000, height: 20_000 }, window);
  expect(view.scale * 100_000).toBeLessThanOrEqual(window.width);
  expect(zoomAt(view, 1e9, { x: 0, y: 0 }).scale).toBeGreaterThanOrEqual(500);
});

test('panning never loses the picture', () => {
  fc.assert(
    fc.property(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -9999, max: 9999 }), (x, y) => {
      const picture = { width: 640, height: 480 };
      const view = panBy(fitView(picture, window), { x, y }, picture, window);
      expect(view.x).toBeLessThan(window.width);
      expect(view.x + picture.width * view.scale).toBeGreaterThan(0);
      expect(view.y).toBeLessThan(window.height);
      expect(view.y + picture.height * view.scale).toBeGreaterThan(0);
    }),
  );
});
