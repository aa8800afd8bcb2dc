/** Paints a scene as a photograph of it: far things first. */
import type { Pen } from './canvas.ts';
import { paintCone, paintForklift } from './paint-forklift.ts';
import { paintBayBack, paintBayFront, paintHall } from './paint-hall.ts';
import { paintLoad } from './paint-load.ts';
import { paintPerson } from './paint-person.ts';
import { makeScene, nearEdge, type Thing } from './scene.ts';
import { makeView, type View } from './view.ts';

function paintThing(view: View, thing: Thing): void {
  switch (thing.kind) {
    case 'load':
      return paintLoad(view, thing);
    case 'person':
      return paintPerson(view, thing);
    case 'forklift':
      return paintForklift(view, thing);
    case 'cone':
      return paintCone(view, thing);
  }
}

/** Draws scene number `index` over the whole canvas; the same number gives the same picture. */
export function drawScene(
  pen: Pen,
  { index, width, height, seconds = 0 }: { index: number; width: number; height: number; seconds?: number },
): void {
  const scene = makeScene(index, seconds);
  const view = makeView(pen, scene, width, height);
  paintHall(view, scene.crossing);
  const steps = [
    ...scene.bays.map((bay) => ({ z: bay.z[1], paint: () => paintBayBack(view, bay) })),
    ...scene.bays.map((bay) => ({ z: bay.z[0], paint: () => paintBayFront(view, bay) })),
    ...scene.things
      .filter((thing) => nearEdge(thing) > 1)
      .map((thing) => ({ z: nearEdge(thing), paint: () => paintThing(view, thing) })),
  ];
  for (const step of steps.sort((a, b) => b.z - a.z)) step.paint();

  const reach = Math.hypot(width, height) / 2;
  const vignette = pen.createRadialGradient(
    width / 2,
    height / 2,
    reach * 0.55,
    width / 2,
    height / 2,
    reach,
  );
  vignette.addColorStop(0, 'rgba(10, 12, 18, 0)');
  vignette.addColorStop(1, 'rgba(10, 12, 18, 0.42)');
  pen.fillStyle = vignette;
  pen.fillRect(0, 0, width, height);
}
