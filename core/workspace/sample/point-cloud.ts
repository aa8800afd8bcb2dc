/** What a lidar at the camera's place would see of a scene, as a binary PCD (version 0.7). */
import { type Dice, makeDice } from './random.ts';
import { aisle, type Cuboid, makeScene, type Thing } from './scene.ts';

const pointCount = 24_000;
const bytesPerPoint = 16;

/** The cuboid that encloses a thing. */
function boundsOf(thing: Thing): Cuboid {
  if (thing.kind === 'load') return thing;
  const around = (half: number, height: number, depth: number): Cuboid => ({
    x: [thing.x - half, thing.x + half],
    y: [0, height],
    z: [thing.z, thing.z + depth],
  });
  if (thing.kind === 'forklift') return around(0.55, 2.2, 2.2);
  return around(thing.kind === 'person' ? 0.25 : 0.15, thing.height, 0.3);
}

/** A point on the front, the side towards the aisle, or the top. */
function pointOn(dice: Dice, { x, y, z }: Cuboid): readonly [number, number, number] {
  const at = (range: readonly [number, number]): number => dice.between(range[0], range[1]);
  const face = dice.whole(0, 3);
  if (face < 2) return [at(x), at(y), z[0]];
  if (face === 2) return [x[0] > 0 ? x[0] : x[1], at(y), at(z)];
  return [at(x), y[1], at(z)];
}

/** Forward is x, left is y and up is z, as in ROS; metres, with an intensity of 0 to 1. */
export function makePointCloud(index: number): Blob {
  const dice = makeDice(index * 7919);
  const scene = makeScene(index);
  const solids = scene.things.map(boundsOf);
  const data = new DataView(new ArrayBuffer(pointCount * bytesPerPoint));
  for (let point = 0; point < pointCount; point += 1) {
    const solid = dice.chance(0.7) ? solids[dice.whole(0, solids.length - 1)] : undefined;
    const [x, y, z] = solid
      ? pointOn(dice, solid)
      : [dice.between(-aisle.half, aisle.half), 0, 1.5 + (aisle.length - 1.5) * dice.between(0, 1) ** 2];
    const noise = (): number => dice.between(-0.012, 0.012);
    const fields = [z + noise(), scene.camera.x - x + noise(), y + noise(), 1 / (1 + z * 0.08)];
    for (const [field, value] of fields.entries()) {
      data.setFloat32(point * bytesPerPoint + field * 4, value, true);
    }
  }
  const header = [
    '# .PCD v0.7 - Point Cloud Data file format',
    'VERSION 0.7',
    'FIELDS x y z intensity',
    'SIZE 4 4 4 4',
    'TYPE F F F F',
    'COUNT 1 1 1 1',
    `WIDTH ${pointCount}`,
    'HEIGHT 1',
    'VIEWPOINT 0 0 0 1 0 0 0',
    `POINTS ${pointCount}`,
    'DATA binary',
    '',
  ].join('\n');
  return new Blob([header, data], { type: 'application/octet-stream' });
}
