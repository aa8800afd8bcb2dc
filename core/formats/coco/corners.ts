/** Between our corners and COCO's `[left, top, width, height]`, without losing a bit. */

export type Corners = readonly [left: number, top: number, right: number, bottom: number];
export type Box = readonly [left: number, top: number, width: number, height: number];

/**
 * The box whose far sides come out as they were when left and width are added again. Where no double does that
 * (about one box in a thousand with odd fractions), `exact` is false and the corners must be kept beside it.
 */
export function toBox([left, top, right, bottom]: Corners): { readonly box: Box; readonly exact: boolean } {
  const width = difference(right, left);
  const height = difference(bottom, top);
  return {
    box: [left, top, width, height],
    exact: left + width === right && top + height === bottom,
  };
}

export function fromBox([left, top, width, height]: Box): Corners {
  return [left, top, left + width, top + height];
}

/** A double that gives `end` when added to `start`; else the nearest to their difference. */
function difference(end: number, start: number): number {
  const size = end - start;
  const step = 2 ** (Math.floor(Math.log2(size)) - 52);
  for (const candidate of [size, size - step, size + step]) if (start + candidate === end) return candidate;
  return size;
}
