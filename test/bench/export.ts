/** Writes boxes as COCO 1.0 and throws the bytes away: how fast, and how much memory it holds at most. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { FrameRecord } from '#core/formats/format.ts';
import { coco } from '#core/formats/registry.ts';
import type { Label } from '#core/model/label.ts';
import type { Shape } from '#core/model/shape.ts';
import { median, type BenchResult } from './result.ts';

const boxesPerFrame = 10;
const runs = 5;
const labels: Label[] = ['pallet', 'forklift', 'person'].map((name, id) => ({
  id,
  name,
  color: '#336699',
  type: 'rectangle',
  attributes: [
    { id: 1, name: 'damaged', inputType: 'checkbox', mutable: true, values: [], defaultValue: 'false' },
  ],
}));

export async function bench(): Promise<BenchResult[]> {
  const speeds: number[] = [];
  for (let run = 0; run <= runs; run++) speeds.push(await measureSpeed(100_000));
  const held = await measureHeld(100_000);
  const note = `100,000 boxes on ${(100_000 / boxesPerFrame).toLocaleString('en')} frames, made as they are asked for; Node`;
  return [
    {
      name: 'Export as COCO 1.0',
      value: median(speeds.slice(1)),
      unit: 'MB/s',
      note: `${note}, median of ${runs}`,
    },
    {
      name: 'Export as COCO 1.0, peak memory',
      value: held,
      unit: 'MB',
      note: `${note}, above the start, no garbage`,
    },
    {
      name: 'Export as COCO 1.0, peak memory with 1,000,000 boxes',
      value: await measureHeld(1_000_000),
      unit: 'MB',
      bound: { at: 'most', value: held + 2 },
      note: 'as above: it must not grow with the task',
    },
  ];
}

/** Megabytes a second. */
async function measureSpeed(boxes: number): Promise<number> {
  const format = await coco.load();
  const start = performance.now();
  let bytes = 0;
  for await (const piece of format.write(() => makeFrames(boxes / boxesPerFrame), labels))
    bytes += piece.length;
  return bytes / 1e6 / ((performance.now() - start) / 1000);
}

/** The most that is held at any of a hundred points, in megabytes above the start. */
async function measureHeld(boxes: number): Promise<number> {
  const format = await coco.load();
  const before = heldBytes();
  const every = Math.ceil((boxes * 240) / 65_536 / 100);
  let pieces = 0;
  let peak = 0;
  for await (const _ of format.write(() => makeFrames(boxes / boxesPerFrame), labels)) {
    if (pieces++ % every === 0) peak = Math.max(peak, heldBytes() - before);
  }
  return peak / 1e6;
}

async function* makeFrames(count: number): AsyncGenerator<FrameRecord> {
  for (let frame = 0; frame < count; frame++) {
    const shapes = Array.from({ length: boxesPerFrame }, (_, id) => makeShape(frame, id));
    yield { frame, key: `yard/${String(frame).padStart(7, '0')}.jpg`, width: 1920, height: 1080, shapes };
  }
}

function makeShape(frame: number, id: number): Shape {
  const [left, top] = [((frame * 37 + id * 97) % 17_000) / 10, ((frame * 53 + id * 61) % 9000) / 10];
  return {
    id,
    kind: 'rectangle',
    labelId: id % labels.length,
    points: [left, top, left + 150.3, top + 80.7],
    occluded: id % 5 === 0,
    locked: false,
    hidden: false,
    zOrder: 0,
    source: 'manual',
    attributes: Object.fromEntries([[1, 'true']]),
    updatedAt: 0,
  };
}

function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
