/** From metres to pixels: one pinhole camera that looks straight down the aisle. */
import type { Pen } from './canvas.ts';
import type { Cuboid, Rgb, Scene } from './scene.ts';

type Point = readonly [x: number, y: number];

export interface View {
  readonly pen: Pen;
  readonly width: number;
  readonly height: number;
  readonly camera: Scene['camera'];
  readonly light: number;
  /** Pixels for a metre at this distance. */
  readonly scaleAt: (z: number) => number;
  readonly project: (x: number, y: number, z: number) => Point;
  /** A colour under the scene's light, paler with distance; `bright` 1 faces the lamps. */
  readonly tint: (color: Rgb, bright: number, z: number) => string;
}

const haze: Rgb = [206, 210, 214];

export function makeView(pen: Pen, scene: Scene, width: number, height: number): View {
  const focal = 0.78 * Math.max(width, height * 1.15);
  const horizon = height * 0.42;
  const { camera, light } = scene;
  return {
    pen,
    width,
    height,
    camera,
    light,
    scaleAt: (z) => focal / z,
    project: (x, y, z) => [
      width / 2 + (focal * (x - camera.x)) / z,
      horizon - (focal * (y - camera.height)) / z,
    ],
    tint(color, bright, z) {
      const share = 1 - Math.exp(-z / 48);
      const [r, g, b] = color.map((channel, index) => {
        const lit = Math.min(255, channel * bright * light);
        return Math.round(lit + ((haze[index] ?? 0) * light - lit) * share);
      });
      return `rgb(${r}, ${g}, ${b})`;
    },
  };
}

/** Traces a closed outline. */
function trace(pen: Pen, points: readonly Point[]): void {
  pen.beginPath();
  for (const [index, [x, y]] of points.entries()) {
    if (index === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  }
  pen.closePath();
}

export function fillPolygon(pen: Pen, points: readonly Point[], fill: string | object): void {
  trace(pen, points);
  pen.fillStyle = fill;
  pen.fill();
}

export function line(pen: Pen, from: Point, to: Point, stroke: string, width: number): void {
  pen.beginPath();
  pen.moveTo(...from);
  pen.lineTo(...to);
  pen.strokeStyle = stroke;
  pen.lineWidth = width;
  pen.stroke();
}

/** The x of a cuboid's face that the camera sees beside its front, if it sees one. */
export function visibleSide(view: View, { x }: Cuboid): number | undefined {
  if (x[1] < view.camera.x) return x[1];
  return x[0] > view.camera.x ? x[0] : undefined;
}

/** A cuboid in one colour: side, top or underside, and front, shaded by where they face. */
export function paintCuboid(view: View, box: Cuboid, color: Rgb): void {
  const { pen, project } = view;
  const [left, right] = box.x;
  const [bottom, top] = box.y;
  const [near, far] = box.z;
  const side = visibleSide(view, box);
  if (side !== undefined) {
    const from = project(side, bottom, near);
    const to = project(side, bottom, far);
    const fill = pen.createLinearGradient(from[0], 0, to[0], 0);
    fill.addColorStop(0, view.tint(color, 0.86, near));
    fill.addColorStop(1, view.tint(color, 0.62, far));
    fillPolygon(pen, [from, project(side, top, near), project(side, top, far), to], fill);
  }
  const lid = top < view.camera.height ? top : bottom > view.camera.height ? bottom : undefined;
  if (lid !== undefined) {
    fillPolygon(
      pen,
      [
        project(left, lid, near),
        project(right, lid, near),
        project(right, lid, far),
        project(left, lid, far),
      ],
      view.tint(color, lid === top ? 1.16 : 0.4, near),
    );
  }
  const [x0, y0] = project(left, top, near);
  const [x1, y1] = project(right, bottom, near);
  const fill = pen.createLinearGradient(0, y0, 0, y1);
  fill.addColorStop(0, view.tint(color, 1.02, near));
  fill.addColorStop(1, view.tint(color, 0.78, near));
  pen.fillStyle = fill;
  pen.fillRect(x0, y0, x1 - x0, y1 - y0);
}

/** A soft shadow on the floor around a point. */
export function paintShadow(view: View, x: number, z: number, radius: number): void {
  const { pen } = view;
  const [cx, cy] = view.project(x, 0, z);
  const reach = radius * view.scaleAt(z);
  pen.save();
  pen.translate(cx, cy);
  pen.scale(1, Math.min(0.6, view.camera.height / z));
  const fill = pen.createRadialGradient(0, 0, 0, 0, 0, reach);
  fill.addColorStop(0, 'rgba(18, 20, 24, 0.55)');
  fill.addColorStop(1, 'rgba(18, 20, 24, 0)');
  pen.fillStyle = fill;
  pen.fillRect(-reach, -reach, reach * 2, reach * 2);
  pen.restore();
}
