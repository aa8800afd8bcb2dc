/** Every frame of a task or job with what is annotated on it, in frame order, a little at a time. */
import type { AnnotationRepository } from '../db/annotations.ts';
import type { FrameRepository } from '../db/frames.ts';
import { union } from './frame-shapes.ts';
import type { NameOf } from './frame-names.ts';
import type { FrameRecord } from '../formats/format.ts';
import { framesPerPage } from '../model/frame.ts';
import type { Job } from '../model/job.ts';
import type { Shape } from '../model/shape.ts';
import type { Task } from '../model/task.ts';

interface Sources {
  readonly frames: FrameRepository;
  readonly annotations: AnnotationRepository;
}

/**
 * `jobs` in order of their first frame. Where jobs overlap, a frame holds the objects of both; those that are
 * the same to the last digit are one.
 */
export async function* annotatedFrames(
  { frames, annotations }: Sources,
  task: Task,
  jobs: readonly Job[],
  nameOf: NameOf,
): AsyncGenerator<FrameRecord> {
  const first = jobs[0]?.startFrame ?? 0;
  const last = Math.max(...jobs.map((job) => job.stopFrame));
  // Of several jobs none has chosen frames: these repeat what others hold.
  const chosen = jobs[0]?.frames && new Set(jobs[0].frames);
  const annotated = mergedByFrame(annotations, jobs);
  let next = await annotated.next();
  for (let from = first; from <= last; from += framesPerPage) {
    const to = Math.min(from + framesPerPage - 1, last);
    const [entries, sizes] = await Promise.all([
      frames.list(task.id, from, to),
      frames.sizes(task.id, from, to),
    ]);
    for (const [index, entry] of entries.entries()) {
      const frame = from + index;
      if (chosen && !chosen.has(frame)) continue;
      let shapes: readonly Shape[] = [];
      if (next.done !== true && next.value.frame === frame) {
        shapes = next.value.shapes;
        next = await annotated.next();
      }
      yield { frame, key: nameOf(entry), ...sizes.get(frame), shapes };
    }
  }
}

interface Annotated {
  readonly frame: number;
  readonly shapes: readonly Shape[];
}

/** The jobs' annotated frames as one sequence; overlaps are held back until the next job has been there. */
async function* mergedByFrame(
  annotations: AnnotationRepository,
  jobs: readonly Job[],
): AsyncGenerator<Annotated, undefined> {
  let held = new Map<number, readonly Shape[]>();
  for (const [index, job] of jobs.entries()) {
    const nextStart = jobs[index + 1]?.startFrame ?? Number.POSITIVE_INFINITY;
    const before = held;
    held = new Map();
    const earlier = [...before].sort(([a], [b]) => a - b);
    for await (const { frame, shapes } of annotations.frames(job.id)) {
      while (earlier[0] && earlier[0][0] < frame) yield* release(earlier.shift(), nextStart, held);
      const same = earlier[0]?.[0] === frame ? earlier.shift()?.[1] : undefined;
      yield* release([frame, same ? union(same, shapes) : shapes], nextStart, held);
    }
    for (const rest of earlier) yield* release(rest, nextStart, held);
  }
  return undefined;
}

function* release(
  item: [number, readonly Shape[]] | undefined,
  nextStart: number,
  held: Map<number, readonly Shape[]>,
): Generator<Annotated> {
  if (!item) return;
  const [frame, shapes] = item;
  if (frame >= nextStart) held.set(frame, shapes);
  else yield { frame, shapes };
}
