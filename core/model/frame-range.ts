/** Which of the frames in their order a task takes. */
import type { FrameRange } from './task.ts';

/** How many of `size` frames a range takes: CVAT's `range(start, min(stop + 1, size), step)`. */
export function rangeSize({ start, stop, step }: FrameRange, size: number): number {
  const end = Math.min(stop === undefined ? size : stop + 1, size);
  return Math.max(0, Math.ceil((end - start) / step));
}

export function takesAll({ start, stop, step }: FrameRange): boolean {
  return start === 0 && stop === undefined && step === 1;
}

/** Divides frames that come in order, some at a time, into those that are taken and the others. */
export function makeDivider({ start, stop = Number.POSITIVE_INFINITY, step }: FrameRange) {
  let index = 0;
  return <Frame>(frames: readonly Frame[]): { readonly taken: Frame[]; readonly left: Frame[] } => {
    const [taken, left]: [Frame[], Frame[]] = [[], []];
    for (const frame of frames) {
      const isTaken = index >= start && index <= stop && (index - start) % step === 0;
      (isTaken ? taken : left).push(frame);
      index++;
    }
    return { taken, left };
  };
}
