/** The hall around everything: floor, far wall, ceiling with its lamps, racks. */
import type { Bay, Rgb } from './scene.ts';
import { aisle } from './scene.ts';
import { fillPolygon, line, paintCuboid, type View } from './view.ts';

const concrete: Rgb = [150, 150, 148];
const steel: Rgb = [44, 86, 158];
const beam: Rgb = [222, 110, 36];
const guard: Rgb = [226, 190, 36];
const paint: Rgb = [222, 186, 44];
const ceilingHeight = 7.6;
const nearest = 1.2;

function floorQuad(view: View, x: readonly [number, number], z: readonly [number, number]) {
  return [
    view.project(x[0], 0, z[0]),
    view.project(x[1], 0, z[0]),
    view.project(x[1], 0, z[1]),
    view.project(x[0], 0, z[1]),
  ];
}

function paintFloor(view: View, crossing: number | undefined): void {
  const { pen, width, height } = view;
  const horizon = view.project(0, 0, aisle.length + 4)[1];
  const fill = pen.createLinearGradient(0, horizon, 0, height);
  fill.addColorStop(0, view.tint(concrete, 1.2, 20));
  fill.addColorStop(0.25, view.tint(concrete, 0.98, 8));
  fill.addColorStop(1, view.tint(concrete, 0.7, 2));
  pen.fillStyle = fill;
  pen.fillRect(0, horizon, width, height - horizon);

  // What the lamps and the door leave on polished concrete.
  const shine = pen.createLinearGradient(0, horizon, 0, height);
  shine.addColorStop(0, `rgba(255, 255, 255, ${0.5 * view.light})`);
  shine.addColorStop(0.5, `rgba(255, 255, 255, ${0.12 * view.light})`);
  shine.addColorStop(1, 'rgba(255, 255, 255, 0)');
  fillPolygon(pen, floorQuad(view, [-0.5, 0.5], [nearest, aisle.length]), shine);

  for (let z = 2; z < aisle.length; z += 5) {
    const from = view.project(-4, 0, z);
    const to = view.project(4, 0, z);
    line(pen, from, to, 'rgba(70, 70, 72, 0.25)', Math.max(0.6, view.scaleAt(z) * 0.012));
  }
  for (const x of [-2.15, 2.15]) {
    fillPolygon(
      pen,
      floorQuad(view, [x - 0.05, x + 0.05], [nearest, aisle.length]),
      view.tint(paint, 0.95, 6),
    );
  }
  if (crossing === undefined) return;
  for (let x = -1.9; x < 1.8; x += 0.62) {
    fillPolygon(
      pen,
      floorQuad(view, [x, x + 0.34], [crossing, crossing + 1.5]),
      `rgba(236, 234, 226, ${0.75 * view.light})`,
    );
  }
}

function paintCeiling(view: View): void {
  const { pen, width } = view;
  const end = view.project(0, ceilingHeight, aisle.length + 4)[1];
  const fill = pen.createLinearGradient(0, 0, 0, end);
  fill.addColorStop(0, view.tint([88, 92, 98], 0.8, 4));
  fill.addColorStop(1, view.tint([150, 156, 162], 1, 30));
  pen.fillStyle = fill;
  pen.fillRect(0, 0, width, end + 1);
  for (let z = aisle.length; z > 3; z -= 3.2) {
    const purlin = [ceilingHeight - 0.35, ceilingHeight] as const;
    paintCuboid(view, { x: [-7, 7], y: purlin, z: [z, z + 0.25] }, [120, 124, 130]);
    const lamp = [
      view.project(-0.22, ceilingHeight - 0.4, z + 0.5),
      view.project(0.22, ceilingHeight - 0.4, z + 0.5),
      view.project(0.22, ceilingHeight - 0.4, z + 2.4),
      view.project(-0.22, ceilingHeight - 0.4, z + 2.4),
    ];
    fillPolygon(pen, lamp, '#fdfcf5');
    const [x, y] = view.project(0, ceilingHeight - 0.4, z + 1.4);
    const reach = view.scaleAt(z + 1.4) * 1.5;
    const glow = pen.createRadialGradient(x, y, 0, x, y, reach);
    glow.addColorStop(0, 'rgba(255, 252, 236, 0.5)');
    glow.addColorStop(1, 'rgba(255, 252, 236, 0)');
    pen.fillStyle = glow;
    pen.fillRect(x - reach, y - reach, reach * 2, reach * 2);
  }
}

function paintFarWall(view: View): void {
  const { pen } = view;
  const z = aisle.length + 4;
  fillPolygon(
    pen,
    [
      view.project(-9, 0, z),
      view.project(9, 0, z),
      view.project(9, ceilingHeight, z),
      view.project(-9, ceilingHeight, z),
    ],
    view.tint([186, 190, 194], 1, z),
  );
  const [left, top] = view.project(-1.9, 3.9, z);
  const [right, bottom] = view.project(1.9, 0, z);
  const door = pen.createLinearGradient(0, top, 0, bottom);
  const share = Math.min(1, view.light);
  door.addColorStop(0, `rgba(255, 255, 255, ${share})`);
  door.addColorStop(1, `rgba(240, 246, 255, ${share * 0.9})`);
  pen.fillStyle = door;
  pen.fillRect(left, top, right - left, bottom - top);
}

export function paintHall(view: View, crossing: number | undefined): void {
  paintCeiling(view);
  paintFarWall(view);
  paintFloor(view, crossing);
}

/** What stands behind a bay's loads: the mesh at the back of the rack. */
export function paintBayBack(view: View, bay: Bay): void {
  const x = bay.side === 'left' ? -aisle.half - aisle.rackDepth : aisle.half + aisle.rackDepth;
  const [near, far] = bay.z;
  const top = aisle.levels[3] + 1.6;
  const outline = [
    view.project(x, 0, near),
    view.project(x, top, near),
    view.project(x, top, far),
    view.project(x, 0, far),
  ];
  fillPolygon(view.pen, outline, view.tint([104, 108, 114], 0.62, far));
}

/** What stands before a bay's loads: beams on every level, the two uprights, and a guard at the foot. */
export function paintBayFront(view: View, bay: Bay): void {
  const left = bay.side === 'left';
  const face = left ? -aisle.half : aisle.half;
  const back = left ? -aisle.half - aisle.rackDepth : aisle.half + aisle.rackDepth;
  const [near, far] = bay.z;
  const top = aisle.levels[3] + 1.6;
  const span = (from: number, to: number): readonly [number, number] => (from < to ? [from, to] : [to, from]);
  const inner = span(face, face + (left ? -0.06 : 0.06));
  for (const level of aisle.levels) {
    if (level === 0) continue;
    paintCuboid(view, { x: inner, y: [level - 0.14, level], z: [near, far] }, beam);
  }
  paintCuboid(
    view,
    { x: span(back, back + (left ? 0.07 : -0.07)), y: [0, top], z: [near, near + 0.09] },
    steel,
  );
  const strut = Math.max(0.8, view.scaleAt(near) * 0.035);
  for (let y = 0.3; y < top - 0.8; y += 0.8) {
    line(
      view.pen,
      view.project(face, y, near),
      view.project(back, y + 0.8, near),
      view.tint(steel, 0.8, near),
      strut,
    );
  }
  paintCuboid(view, { x: inner, y: [0, top], z: [near, near + 0.11] }, steel);
  const foot = span(face + (left ? 0.02 : -0.02), face + (left ? 0.2 : -0.2));
  paintCuboid(view, { x: foot, y: [0, 0.42], z: [near - 0.02, near + 0.16] }, guard);
}
