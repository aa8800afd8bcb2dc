/**
 * A warehouse aisle as things in space: what `paint.ts` paints and `point-cloud.ts` measures.
 * Metres; x to the right, y up from the floor, z away from the camera.
 */
import { type Dice, makeDice } from './random.ts';

export type Rgb = readonly [number, number, number];

export interface Cuboid {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly z: readonly [number, number];
}

export interface Load extends Cuboid {
  readonly kind: 'load';
  readonly look: 'cartons' | 'wrapped' | 'crates';
  readonly color: Rgb;
  readonly columns: number;
  readonly rows: number;
}

interface Standing {
  readonly x: number;
  readonly z: number;
}

export interface Person extends Standing {
  readonly kind: 'person';
  readonly height: number;
  readonly vest: Rgb;
  readonly helmet: Rgb;
  readonly skin: Rgb;
  /** Phase of the step, in radians. */
  readonly stride: number;
  readonly facing: 'camera' | 'away';
}

export interface Forklift extends Standing {
  readonly kind: 'forklift';
  readonly color: Rgb;
  /** Height of the forks. */
  readonly lift: number;
  readonly load: Load | undefined;
}

export interface Cone extends Standing {
  readonly kind: 'cone';
  readonly height: number;
}

export type Thing = Load | Person | Forklift | Cone;

export interface Bay {
  readonly side: 'left' | 'right';
  readonly z: readonly [number, number];
}

export interface Scene {
  readonly camera: { readonly x: number; readonly height: number };
  /** 1 by day, less at night. */
  readonly light: number;
  readonly bays: readonly Bay[];
  readonly things: readonly Thing[];
  /** Where a zebra crossing begins; undefined where there is none. */
  readonly crossing: number | undefined;
}

/** Half the aisle, the depth of a rack, the length of a bay, and the heights of its beams. */
export const aisle = {
  half: 2.6,
  rackDepth: 1.2,
  bayLength: 2.8,
  levels: [0, 1.9, 3.7, 5.4],
  length: 34,
} as const;

const cardboard: readonly [Rgb, ...Rgb[]] = [
  [176, 137, 94],
  [164, 124, 82],
  [189, 152, 110],
  [150, 113, 76],
];
const crates: readonly [Rgb, ...Rgb[]] = [
  [58, 94, 160],
  [52, 122, 74],
  [70, 78, 92],
];
const vests: readonly [Rgb, ...Rgb[]] = [
  [240, 122, 28],
  [203, 224, 42],
];
const helmets: readonly [Rgb, ...Rgb[]] = [
  [240, 240, 236],
  [240, 196, 32],
  [44, 104, 190],
];
const skins: readonly [Rgb, ...Rgb[]] = [
  [226, 180, 150],
  [176, 124, 88],
  [112, 74, 52],
];
const bodies: readonly [Rgb, ...Rgb[]] = [
  [236, 168, 22],
  [226, 106, 20],
  [196, 44, 40],
];

function makeLoad(dice: Dice, at: { x: number; y: number; z: number; width: number }): Load {
  const look = dice.pick<Load['look']>(['cartons', 'cartons', 'wrapped', 'crates']);
  return {
    kind: 'load',
    look,
    color: look === 'crates' ? dice.pick(crates) : dice.pick(cardboard),
    columns: dice.whole(2, 3),
    rows: dice.whole(2, 4),
    x: [at.x, at.x + at.width],
    y: [at.y, at.y + dice.between(0.7, 1.35)],
    z: [at.z, at.z + 1.1],
  };
}

function fillRacks(dice: Dice): { bays: Bay[]; loads: Load[] } {
  const bays: Bay[] = [];
  const loads: Load[] = [];
  for (const side of ['left', 'right'] as const) {
    const x = side === 'left' ? -aisle.half - aisle.rackDepth : aisle.half;
    for (let z = 3.2; z < aisle.length; z += aisle.bayLength) {
      bays.push({ side, z: [z, z + aisle.bayLength] });
      for (const level of aisle.levels) {
        for (const offset of [0.2, 1.5]) {
          if (!dice.chance(0.8)) continue;
          loads.push(
            makeLoad(dice, { x: x + 0.08, y: level + 0.02, z: z + offset, width: aisle.rackDepth - 0.12 }),
          );
        }
      }
    }
  }
  return { bays, loads };
}

function makePerson(dice: Dice): Person {
  return {
    kind: 'person',
    x: dice.between(-2, 2),
    z: dice.between(4.5, 15),
    height: dice.between(1.62, 1.9),
    vest: dice.pick(vests),
    helmet: dice.pick(helmets),
    skin: dice.pick(skins),
    stride: dice.between(0, 6.28),
    facing: dice.pick(['camera', 'away']),
  };
}

function makeForklift(dice: Dice): Forklift {
  const x = dice.between(-1.1, 1.1);
  const z = dice.between(6.5, 13);
  const lift = dice.between(0.12, 0.5);
  const load = dice.chance(0.6)
    ? makeLoad(dice, { x: x - 0.55, y: lift, z: z - 1.15, width: 1.1 })
    : undefined;
  return { kind: 'forklift', x, z, color: dice.pick(bodies), lift, load };
}

/** The scene of this number; `seconds` moves the people and the forklift in it. */
export function makeScene(seed: number, seconds = 0): Scene {
  const dice = makeDice(seed);
  const camera = { x: dice.between(-0.7, 0.7), height: dice.between(1.7, 2.7) };
  const light = dice.chance(0.25) ? dice.between(0.55, 0.7) : dice.between(0.9, 1.05);
  const crossing = dice.chance(0.35) ? dice.between(4.5, 8) : undefined;
  const { bays, loads } = fillRacks(dice);
  const people = Array.from({ length: dice.whole(seed % 7 === 3 ? 0 : 1, 3) }, () => makePerson(dice));
  const forklifts = dice.chance(0.7) ? [makeForklift(dice)] : [];
  const cones = Array.from(
    { length: dice.whole(0, 4) },
    (): Cone => ({
      kind: 'cone',
      x: dice.between(-2.2, 2.2),
      z: dice.between(3.8, 11),
      height: dice.between(0.5, 0.75),
    }),
  );
  const onTheFloor = Array.from({ length: dice.whole(0, 2) }, () =>
    makeLoad(dice, { x: dice.chance(0.5) ? -2.5 : 1.4, y: 0, z: dice.between(5, 14), width: 1.1 }),
  );
  const walked = people.map((person) => movePerson(person, seconds));
  const driven = forklifts.map((forklift) => moveForklift(forklift, -1.4 * seconds));
  return { camera, light, bays, crossing, things: [...loads, ...onTheFloor, ...walked, ...driven, ...cones] };
}

function movePerson(person: Person, seconds: number): Person {
  const speed = person.facing === 'away' ? 1 : -1;
  return { ...person, z: person.z + speed * seconds, stride: person.stride + seconds * 7 };
}

function moveForklift(forklift: Forklift, metres: number): Forklift {
  const { load } = forklift;
  return {
    ...forklift,
    z: forklift.z + metres,
    load: load && { ...load, z: [load.z[0] + metres, load.z[1] + metres] },
  };
}

/** Where a thing begins, seen from the camera. */
export function nearEdge(thing: Thing): number {
  return thing.kind === 'load' ? thing.z[0] : thing.z;
}
