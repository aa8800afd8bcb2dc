/** A forklift that comes towards the camera, and traffic cones. */
import { paintLoad } from './paint-load.ts';
import { paintTorso } from './paint-person.ts';
import type { Cone, Forklift, Rgb } from './scene.ts';
import { fillPolygon, line, paintCuboid, paintShadow, type View } from './view.ts';

const dark: Rgb = [46, 48, 52];
const tyre: Rgb = [28, 28, 30];

function paintLamp(view: View, x: number, y: number, z: number): void {
  const { pen } = view;
  const [cx, cy] = view.project(x, y, z);
  const reach = view.scaleAt(z) * 0.3;
  const glow = pen.createRadialGradient(cx, cy, reach * 0.2, cx, cy, reach);
  glow.addColorStop(0, 'rgba(255, 250, 226, 0.95)');
  glow.addColorStop(0.3, 'rgba(255, 248, 214, 0.45)');
  glow.addColorStop(1, 'rgba(255, 248, 214, 0)');
  pen.fillStyle = glow;
  pen.fillRect(cx - reach, cy - reach, reach * 2, reach * 2);
}

function paintDriver(view: View, { x, z }: Forklift): void {
  const { pen } = view;
  const seat = z + 1.1;
  const [px, py] = view.project(x, 0.28, seat);
  const scale = view.scaleAt(seat);
  pen.save();
  pen.translate(px, py);
  pen.scale(scale, scale);
  paintTorso(view, {
    kind: 'person',
    x,
    z: seat,
    height: 1.8,
    vest: [240, 122, 28],
    helmet: [240, 240, 236],
    skin: [176, 124, 88],
    stride: 0,
    facing: 'camera',
  });
  pen.restore();
}

export function paintForklift(view: View, forklift: Forklift): void {
  const { pen } = view;
  const { x, z, color, lift, load } = forklift;
  const around = (half: number): readonly [number, number] => [x - half, x + half];
  paintShadow(view, x, z + 0.7, 1.5);
  for (const side of [-1, 1]) {
    paintCuboid(
      view,
      { x: span(x + side * 0.42, x + side * 0.6), y: [0, 0.52], z: [z + 1.6, z + 2.1] },
      tyre,
    );
  }
  paintCuboid(view, { x: around(0.52), y: [0.22, 1.05], z: [z + 1.3, z + 2.2] }, color);
  paintDriver(view, forklift);
  paintCuboid(view, { x: around(0.52), y: [0.2, 0.86], z: [z + 0.2, z + 1] }, color);
  for (const side of [-1, 1]) {
    paintCuboid(
      view,
      { x: span(x + side * 0.4, x + side * 0.62), y: [0, 0.62], z: [z + 0.25, z + 0.9] },
      tyre,
    );
    const post = Math.max(1, view.scaleAt(z) * 0.06);
    const roof = view.project(x + side * 0.46, 2.12, z + 0.7);
    line(pen, view.project(x + side * 0.5, 0.86, z + 0.3), roof, view.tint(dark, 1, z), post);
  }
  paintCuboid(view, { x: around(0.52), y: [2.1, 2.18], z: [z + 0.5, z + 1.9] }, dark);

  for (const side of [-1, 1]) {
    paintCuboid(view, { x: span(x + side * 0.2, x + side * 0.3), y: [0.06, 2.35], z: [z, z + 0.12] }, dark);
    paintLamp(view, x + side * 0.44, 1.95, z + 0.45);
  }
  for (const y of [0.5, 1.3, 2.25]) {
    paintCuboid(view, { x: around(0.3), y: [y, y + 0.08], z: [z, z + 0.08] }, [70, 72, 78]);
  }
  paintCuboid(view, { x: around(0.5), y: [lift + 0.05, lift + 0.4], z: [z - 0.06, z] }, dark);
  for (const side of [-1, 1]) {
    const fork = span(x + side * 0.22, x + side * 0.34);
    paintCuboid(view, { x: fork, y: [lift - 0.04, lift + 0.01], z: [z - 1.15, z] }, [92, 94, 98]);
  }
  if (load) paintLoad(view, load);
}

function span(from: number, to: number): readonly [number, number] {
  return from < to ? [from, to] : [to, from];
}

export function paintCone(view: View, cone: Cone): void {
  const { pen } = view;
  const { x, z, height } = cone;
  paintShadow(view, x, z, 0.32);
  paintCuboid(view, { x: [x - 0.2, x + 0.2], y: [0, 0.035], z: [z - 0.2, z + 0.2] }, [196, 78, 26]);
  const halfAt = (share: number): number => 0.15 - 0.12 * share;
  const bands: readonly (readonly [number, number, Rgb])[] = [
    [0, 0.3, [232, 92, 28]],
    [0.3, 0.5, [240, 238, 230]],
    [0.5, 0.68, [232, 92, 28]],
    [0.68, 0.82, [240, 238, 230]],
    [0.82, 1, [232, 92, 28]],
  ];
  for (const [from, to, color] of bands) {
    const outline = [
      view.project(x - halfAt(from), 0.03 + from * height, z),
      view.project(x + halfAt(from), 0.03 + from * height, z),
      view.project(x + halfAt(to), 0.03 + to * height, z),
      view.project(x - halfAt(to), 0.03 + to * height, z),
    ];
    const fill = pen.createLinearGradient(outline[0]?.[0] ?? 0, 0, outline[1]?.[0] ?? 0, 0);
    fill.addColorStop(0, view.tint(color, 0.92, z));
    fill.addColorStop(0.35, view.tint(color, 1.1, z));
    fill.addColorStop(1, view.tint(color, 0.6, z));
    fillPolygon(pen, outline, fill);
  }
}
