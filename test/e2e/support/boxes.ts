/** The twenty boxes of a walk: drawn, counted on the page, and found again in a COCO file. */
import type { Page } from '@playwright/test';
import * as v from 'valibot';
import { drawBox, goToFrame } from './editor.ts';
import { expect } from './fixtures.ts';

export interface Drawn {
  readonly frame: number;
  readonly label: 'person' | 'cone';
  /** Whole pixels, as they are drawn at 100 %. */
  readonly points: readonly [left: number, top: number, right: number, bottom: number];
}

/** 20 boxes over these frames, in the order in which they are drawn. */
export function makeBoxes(frames: readonly [number, ...number[]]): Drawn[] {
  const boxes = Array.from({ length: 20 }, (_, index): Drawn => {
    const [left, top] = [10 + 11 * index, 15 + 7 * index];
    return {
      frame: frames[index % frames.length] ?? frames[0],
      label: index % 3 === 0 ? 'cone' : 'person',
      points: [left, top, left + 60 + index, top + 40 + 2 * index],
    };
  });
  return boxes.toSorted((a, b) => a.frame - b.frame);
}

const framesOf = (boxes: readonly Drawn[]): Set<number> => new Set(boxes.map(({ frame }) => frame));

export async function drawAll(page: Page, boxes: readonly Drawn[]): Promise<void> {
  for (const frame of framesOf(boxes)) {
    await goToFrame(page, frame);
    for (const box of boxes.filter((each) => each.frame === frame))
      await drawBox(page, box.label, box.points);
  }
}

/** Every frame has as many objects as were drawn on it. */
export async function expectAll(page: Page, boxes: readonly Drawn[]): Promise<void> {
  for (const frame of framesOf(boxes)) {
    await goToFrame(page, frame);
    const expected = boxes.filter((box) => box.frame === frame).length;
    await expect(page.getByRole('tab', { name: /Objects/ })).toHaveText(`Objects ${expected}`);
  }
}

const cocoSchema = v.object({
  images: v.array(v.object({ id: v.number(), file_name: v.string() })),
  categories: v.array(v.object({ id: v.number(), name: v.string() })),
  annotations: v.array(
    v.object({
      image_id: v.number(),
      category_id: v.number(),
      bbox: v.tuple([v.number(), v.number(), v.number(), v.number()]),
    }),
  ),
});

interface Found {
  readonly image: string | undefined;
  readonly label: string | undefined;
  readonly points: readonly number[];
}

const byLeftEdge = (a: Found, b: Found): number => (a.points[0] ?? 0) - (b.points[0] ?? 0);

/** The file lists so many images and holds exactly these boxes, to the last number. */
export function expectInCoco(
  text: string,
  { images, boxes, nameOf }: { images: number; boxes: readonly Drawn[]; nameOf: (frame: number) => string },
): void {
  const coco = v.parse(cocoSchema, JSON.parse(text));
  expect(coco.images).toHaveLength(images);
  const imageNames = new Map(coco.images.map((image) => [image.id, image.file_name]));
  const labelNames = new Map(coco.categories.map((category) => [category.id, category.name]));
  const written = coco.annotations.map(
    ({ image_id, category_id, bbox: [x, y, width, height] }): Found => ({
      image: imageNames.get(image_id),
      label: labelNames.get(category_id),
      points: [x, y, x + width, y + height],
    }),
  );
  const expected = boxes.map(({ frame, label, points }): Found => ({ image: nameOf(frame), label, points }));
  expect(written.toSorted(byLeftEdge)).toEqual(expected.toSorted(byLeftEdge));
}
