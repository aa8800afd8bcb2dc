/** A person in a vest and a helmet, drawn in their own metres: the origin between the feet, y down. */
import type { Pen } from './canvas.ts';
import type { Person, Rgb } from './scene.ts';
import { fillPolygon, paintShadow, type View } from './view.ts';

const trousers: Rgb = [42, 48, 62];
const boots: Rgb = [30, 28, 28];
const sleeve: Rgb = [58, 66, 84];
const reflector: Rgb = [232, 236, 232];

function limb(pen: Pen, points: readonly (readonly [number, number])[], width: number, color: string): void {
  pen.beginPath();
  for (const [index, [x, y]] of points.entries()) {
    if (index === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  }
  pen.strokeStyle = color;
  pen.lineWidth = width;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.stroke();
  pen.lineCap = 'butt';
}

function ellipse(pen: Pen, x: number, y: number, rx: number, ry: number, fill: string): void {
  pen.beginPath();
  pen.ellipse(x, y, rx, ry, 0, 0, Math.PI * 2);
  pen.fillStyle = fill;
  pen.fill();
}

/** Head and shoulders down to the hips; also the driver of a forklift. */
export function paintTorso(view: View, person: Person): void {
  const { pen } = view;
  const tint = (color: Rgb, bright: number): string => view.tint(color, bright, person.z);
  const swing = Math.sin(person.stride) * 0.09;
  limb(
    pen,
    [
      [-0.2, -1.38],
      [-0.27, -1.1],
      [-0.25 - swing, -0.86],
    ],
    0.095,
    tint(sleeve, 0.9),
  );
  limb(
    pen,
    [
      [0.2, -1.38],
      [0.27, -1.1],
      [0.25 - swing, -0.86],
    ],
    0.095,
    tint(sleeve, 0.75),
  );
  ellipse(pen, -0.25 - swing, -0.83, 0.05, 0.06, tint(person.skin, 0.9));
  ellipse(pen, 0.25 - swing, -0.83, 0.05, 0.06, tint(person.skin, 0.8));

  const vest = pen.createLinearGradient(-0.24, 0, 0.24, 0);
  vest.addColorStop(0, tint(person.vest, 0.85));
  vest.addColorStop(0.4, tint(person.vest, 1.08));
  vest.addColorStop(1, tint(person.vest, 0.68));
  pen.beginPath();
  pen.moveTo(-0.1, -1.5);
  pen.quadraticCurveTo(-0.25, -1.47, -0.25, -1.34);
  pen.lineTo(-0.2, -0.84);
  pen.lineTo(0.2, -0.84);
  pen.lineTo(0.25, -1.34);
  pen.quadraticCurveTo(0.25, -1.47, 0.1, -1.5);
  pen.closePath();
  pen.fillStyle = vest;
  pen.fill();
  pen.fillStyle = tint(reflector, 1);
  pen.fillRect(-0.215, -1.12, 0.43, 0.05);
  pen.fillRect(-0.205, -0.98, 0.41, 0.05);
  pen.fillRect(-0.15, -1.48, 0.045, 0.36);
  pen.fillRect(0.105, -1.48, 0.045, 0.36);
  if (person.facing === 'camera') {
    fillPolygon(
      pen,
      [
        [-0.06, -1.5],
        [0.06, -1.5],
        [0, -1.36],
      ],
      tint(sleeve, 0.8),
    );
  }

  pen.fillStyle = tint(person.skin, 0.72);
  pen.fillRect(-0.055, -1.56, 0.11, 0.1);
  ellipse(pen, 0, -1.65, 0.098, 0.125, tint(person.facing === 'camera' ? person.skin : [60, 46, 38], 0.96));
  if (person.facing === 'camera') {
    ellipse(pen, -0.036, -1.66, 0.013, 0.011, tint([40, 32, 30], 1));
    ellipse(pen, 0.036, -1.66, 0.013, 0.011, tint([40, 32, 30], 1));
  }
  pen.beginPath();
  pen.arc(0, -1.69, 0.128, Math.PI, Math.PI * 2);
  pen.closePath();
  const helmet = pen.createLinearGradient(-0.13, -1.82, 0.13, -1.69);
  helmet.addColorStop(0, tint(person.helmet, 1.1));
  helmet.addColorStop(1, tint(person.helmet, 0.72));
  pen.fillStyle = helmet;
  pen.fill();
  ellipse(pen, 0, -1.69, 0.152, 0.022, tint(person.helmet, 0.82));
}

export function paintPerson(view: View, person: Person): void {
  const { pen } = view;
  const tint = (color: Rgb, bright: number): string => view.tint(color, bright, person.z);
  paintShadow(view, person.x, person.z, 0.5);
  const [x, y] = view.project(person.x, 0, person.z);
  const scale = (view.scaleAt(person.z) * person.height) / 1.82;
  const step = Math.sin(person.stride) * 0.1;
  pen.save();
  pen.translate(x, y);
  pen.scale(scale, scale);
  limb(
    pen,
    [
      [0.09, -0.86],
      [0.1, -0.45],
      [0.09 - step, -0.08],
    ],
    0.135,
    tint(trousers, 0.8),
  );
  limb(
    pen,
    [
      [-0.09, -0.86],
      [-0.1, -0.45],
      [-0.09 + step, -0.08],
    ],
    0.145,
    tint(trousers, 1),
  );
  ellipse(pen, 0.1 - step, -0.045, 0.085, 0.05, tint(boots, 0.9));
  ellipse(pen, -0.1 + step, -0.04, 0.09, 0.05, tint(boots, 1.1));
  paintTorso(view, person);
  pen.restore();
}
