/** What is annotated on one frame of a task, in whichever jobs it stands. */
import type { AnnotationRepository } from '../db/annotations.ts';
import { hasFrame, type Job } from '../model/job.ts';
import type { Shape } from '../model/shape.ts';

/** Where jobs overlap, objects that are the same to the last digit are one. */
export async function frameShapes(
  annotations: AnnotationRepository,
  jobs: readonly Job[],
  frame: number,
): Promise<readonly Shape[]> {
  const covering = jobs.filter((job) => hasFrame(job, frame));
  let shapes: readonly Shape[] = [];
  for (const job of covering) shapes = union(shapes, [...(await annotations.frame(job.id, frame)).values()]);
  return shapes;
}

/** Those of `b` that `a` does not have, behind those of `a`. */
export function union(a: readonly Shape[], b: readonly Shape[]): readonly Shape[] {
  if (a.length === 0) return b;
  const key = (shape: Shape): string =>
    JSON.stringify([shape.labelId, shape.points, shape.occluded, shape.attributes]);
  const known = new Set(a.map(key));
  return [...a, ...b.filter((shape) => !known.has(key(shape)))];
}
