/** Pallets and what lies on them. */
import type { Cuboid, Load, Rgb } from './scene.ts';
import { fillPolygon, line, paintCuboid, visibleSide, type View } from './view.ts';

const wood: Rgb = [166, 128, 84];
const palletHeight = 0.15;

function paintPallet(view: View, base: Cuboid): void {
  const [bottom] = base.y;
  const [left, right] = base.x;
  const board = 0.035;
  const foot = (right - left) * 0.14;
  for (const x of [left, (left + right - foot) / 2, right - foot]) {
    paintCuboid(view, { x: [x, x + foot], y: [bottom, bottom + palletHeight - board], z: base.z }, wood);
  }
  paintCuboid(view, { ...base, y: [bottom + palletHeight - board, bottom + palletHeight] }, wood);
}

/** The lines between the boxes, on the front and on the side that is seen. */
function paintSeams(view: View, box: Cuboid, { columns, rows }: Load): void {
  const { pen, project } = view;
  const [left, right] = box.x;
  const [bottom, top] = box.y;
  const [near, far] = box.z;
  const stroke = 'rgba(54, 36, 18, 0.5)';
  const width = Math.max(0.5, view.scaleAt(near) * 0.012);
  const side = visibleSide(view, box);
  for (let row = 1; row < rows; row += 1) {
    const y = bottom + ((top - bottom) * row) / rows;
    line(pen, project(left, y, near), project(right, y, near), stroke, width);
    if (side !== undefined) line(pen, project(side, y, near), project(side, y, far), stroke, width);
  }
  for (let column = 1; column < columns; column += 1) {
    const x = left + ((right - left) * column) / columns;
    const z = near + ((far - near) * column) / columns;
    line(pen, project(x, bottom, near), project(x, top, near), stroke, width);
    if (side !== undefined) line(pen, project(side, bottom, z), project(side, top, z), stroke, width);
  }
}

function paintPaperLabel(view: View, box: Cuboid): void {
  const { pen } = view;
  const [left, right] = box.x;
  const [bottom, top] = box.y;
  const near = box.z[0];
  const [x, y] = view.project(left + (right - left) * 0.58, bottom + (top - bottom) * 0.78, near);
  const scale = view.scaleAt(near);
  pen.fillStyle = view.tint([244, 242, 234], 0.95, near);
  pen.fillRect(x, y, scale * 0.22, scale * 0.14);
  pen.fillStyle = view.tint([40, 40, 44], 1, near);
  for (let bar = 0; bar < 6; bar += 1) {
    pen.fillRect(
      x + scale * (0.025 + bar * 0.03),
      y + scale * 0.03,
      scale * (bar % 2 ? 0.008 : 0.016),
      scale * 0.07,
    );
  }
}

/** Stretch film: pale, shining down its edges. */
function paintFilm(view: View, box: Cuboid): void {
  const { pen, project } = view;
  const [left, right] = box.x;
  const [bottom, top] = box.y;
  const [near, far] = box.z;
  const from = project(left, top, near);
  const to = project(right, bottom, near);
  const film = pen.createLinearGradient(from[0], 0, to[0], 0);
  for (const [offset, alpha] of [
    [0, 0.75],
    [0.12, 0.42],
    [0.45, 0.6],
    [0.6, 0.36],
    [1, 0.7],
  ] as const) {
    film.addColorStop(offset, `rgba(228, 233, 238, ${alpha * view.light})`);
  }
  pen.fillStyle = film;
  pen.fillRect(from[0], from[1], to[0] - from[0], to[1] - from[1]);
  const side = visibleSide(view, box);
  if (side === undefined) return;
  const outline = [
    project(side, bottom, near),
    project(side, top, near),
    project(side, top, far),
    project(side, bottom, far),
  ];
  fillPolygon(pen, outline, `rgba(206, 213, 220, ${0.55 * view.light})`);
}

export function paintLoad(view: View, load: Load): void {
  const goods: Cuboid = { ...load, y: [load.y[0] + palletHeight, load.y[1]] };
  paintPallet(view, load);
  paintCuboid(view, goods, load.color);
  paintSeams(view, goods, load);
  if (load.look === 'wrapped') paintFilm(view, goods);
  else if (load.look === 'cartons') paintPaperLabel(view, goods);
}
