import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromBox, toBox } from '#core/formats/coco/corners.ts';
import type { FrameRecord, ImportedShape } from '#core/formats/format.ts';
import { coco as entry } from '#core/formats/registry.ts';
import type { Label } from '#core/model/label.ts';
import type { Shape } from '#core/model/shape.ts';
import { car, frames, labels } from './arbitraries.ts';

const coco = await entry.load();

async function write(records: readonly FrameRecord[], known: readonly Label[]): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const source = async function* (): AsyncGenerator<FrameRecord> {
    yield* records;
  };
  for await (const piece of coco.write(source, known)) pieces.push(piece);
  return new Blob(pieces);
}

/** What an import is expected to give for a shape: order is kept, depth numbers are not. */
function expected(shapes: readonly Shape[]): ImportedShape[] {
  return [...shapes]
    .sort((a, b) => a.zOrder - b.zOrder || a.id - b.id)
    .map(({ id: _id, updatedAt: _updatedAt, ...shape }) =>
      Object.assign(shape, { zOrder: 0, source: 'file' as const }),
    );
}

function rectangle(changes: Partial<Shape> = {}): Shape {
  return {
    id: 1,
    kind: 'rectangle',
    labelId: 5,
    points: [10, 20, 110.5, 60.25],
    occluded: false,
    locked: false,
    hidden: false,
    zOrder: 0,
    source: 'manual',
    attributes: {},
    updatedAt: 0,
    ...changes,
  };
}

describe('COCO round trip', () => {
  test('gives the same boxes, labels and attributes, to the last bit', async () => {
    await fc.assert(
      fc.asyncProperty(
        labels.chain((known) => fc.tuple(fc.constant(known), frames(known))),
        async ([known, records]) => {
          const result = await coco.read(await write(records, known), { labels: known, frames: records });
          expect(result.findings).toEqual({ total: 0, items: [] });
          expect(result.frames).toEqual(
            records
              .filter(({ shapes }) => shapes.length > 0)
              .map(({ frame, shapes }) => ({ frame, shapes: expected(shapes) })),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  test('keeps nearly every pair of corners in a plain box, and knows when not', () => {
    const side = fc.double({ min: 0, max: 8000, noNaN: true });
    fc.assert(
      fc.property(side, side, side, side, (a, b, c, d) => {
        const corners = [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)] as const;
        fc.pre(corners[0] < corners[2] && corners[1] < corners[3]);
        const { box, exact } = toBox(corners);
        expect(exact).toBe(fromBox(box).every((value, index) => value === corners[index]));
        const near = fromBox(box).map((value, index) => Math.abs(value - (corners[index] ?? 0)));
        expect(Math.max(...near)).toBeLessThan(1e-9);
      }),
      { numRuns: 2000 },
    );
    expect(toBox([10, 20, 110.5, 60.25])).toEqual({ box: [10, 20, 100.5, 40.25], exact: true });
  });
});

test('writes what CVAT writes, and that it is output of ours', async () => {
  const shape = rectangle({
    occluded: true,
    attributes: Object.fromEntries([
      [1, 'true'],
      [2, 'red'],
    ]),
  });
  const records = [{ frame: 0, key: 'yard/1.jpg', width: 640, height: 480, shapes: [shape] }];
  expect(JSON.parse(await (await write(records, [car])).text())).toEqual({
    licenses: [{ name: '', id: 0, url: '' }],
    info: { contributor: '', date_created: '', description: '', url: '', version: '', year: '' },
    categories: [{ id: 1, name: 'car', supercategory: '' }],
    bucketmark: { format: 'coco 1.0' },
    images: [
      {
        id: 1,
        width: 640,
        height: 480,
        file_name: 'yard/1.jpg',
        license: 0,
        flickr_url: '',
        coco_url: '',
        date_captured: 0,
      },
    ],
    annotations: [
      {
        id: 1,
        image_id: 1,
        category_id: 1,
        segmentation: [],
        area: 100.5 * 40.25,
        bbox: [10, 20, 100.5, 40.25],
        iscrowd: 0,
        attributes: { parked: true, colour: 'red', occluded: true },
      },
    ],
  });
});

test('hands out pieces while it reads, of a size that does not depend on the task', async () => {
  let read = 0;
  const source = async function* (): AsyncGenerator<FrameRecord> {
    for (let frame = 0; frame < 20_000; frame++) {
      read++;
      yield { frame, key: `${frame}.jpg`, shapes: [rectangle(), rectangle({ id: 2 })] };
    }
  };
  let largest = 0;
  let ahead = 0;
  let readBefore = 0;
  for await (const piece of coco.write(source, [car])) {
    largest = Math.max(largest, piece.length);
    ahead = Math.max(ahead, read - readBefore);
    readBefore = read;
  }
  expect(read).toBe(40_000);
  expect(largest).toBeLessThan(80_000);
  expect(ahead).toBeLessThan(1000);
});
