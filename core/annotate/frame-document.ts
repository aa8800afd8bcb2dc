/** What is annotated on one frame, in memory: shapes by id, in painting order, and by place. */
import RBush from 'rbush';
import { type Box, boxHas, boxHeight, boxWidth, growBox, type Point } from '../geometry/point.ts';
import type { Change } from '../model/log-entry.ts';
import type { Shape } from '../model/shape.ts';

interface Entry {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly shape: Shape;
}

export function boxOf(shape: Shape): Box {
  const [left, top, right, bottom] = shape.points;
  return { left, top, right, bottom };
}

/** Painting order: lower layers first, then older objects. */
function comparePaintOrder(a: Shape, b: Shape): number {
  return a.zOrder - b.zOrder || a.id - b.id;
}

export class FrameDocument {
  readonly frame: number;
  readonly #entries = new Map<number, Entry>();
  readonly #tree = new RBush<Entry>();
  #sorted: readonly Shape[];

  constructor(frame: number, shapes: Iterable<Shape>) {
    this.frame = frame;
    const entries = Array.from(shapes, toEntry);
    for (const entry of entries) this.#entries.set(entry.shape.id, entry);
    this.#tree.load(entries);
    this.#sorted = entries.map(({ shape }) => shape).sort(comparePaintOrder);
  }

  get count(): number {
    return this.#entries.size;
  }

  get(id: number): Shape | undefined {
    return this.#entries.get(id)?.shape;
  }

  /** All shapes in painting order; another array after each change. */
  shapes(): readonly Shape[] {
    return this.#sorted;
  }

  /** Applies the changes of this frame. */
  apply(changes: readonly Change[]): void {
    const sorted = [...this.#sorted];
    for (const change of changes) {
      if (change.frame !== this.frame) continue;
      const id = change.after?.id ?? change.before?.id;
      const old = id === undefined ? undefined : this.#entries.get(id);
      if (old) {
        this.#tree.remove(old);
        this.#entries.delete(old.shape.id);
        sorted.splice(placeOf(sorted, old.shape), 1);
      }
      if (change.after) {
        const entry = toEntry(change.after);
        this.#entries.set(change.after.id, entry);
        this.#tree.insert(entry);
        sorted.splice(placeOf(sorted, change.after), 0, change.after);
      }
    }
    this.#sorted = sorted;
  }

  /** Shapes whose box meets `box`, in painting order. */
  within(box: Box): Shape[] {
    return this.#search(box)
      .map(({ shape }) => shape)
      .sort(comparePaintOrder);
  }

  /**
   * What a click at `point` may mean, best first. `reach` is how near an outline counts, in image pixels.
   * Outlines win over insides, then the smaller shape over the larger, so that what lies in or under another
   * can be had; hidden shapes cannot be hit.
   */
  hits(point: Point, reach: number): Shape[] {
    const around = {
      left: point.x - reach,
      top: point.y - reach,
      right: point.x + reach,
      bottom: point.y + reach,
    };
    const hits: { shape: Shape; onEdge: boolean; area: number }[] = [];
    for (const { shape } of this.#search(around)) {
      if (shape.hidden) continue;
      const box = boxOf(shape);
      const inner = growBox(box, -reach);
      const onEdge = !(inner.left < inner.right && inner.top < inner.bottom && boxHas(inner, point));
      hits.push({ shape, onEdge, area: boxWidth(box) * boxHeight(box) });
    }
    hits.sort(
      (a, b) => Number(b.onEdge) - Number(a.onEdge) || a.area - b.area || comparePaintOrder(b.shape, a.shape),
    );
    return hits.map(({ shape }) => shape);
  }

  #search(box: Box): Entry[] {
    return this.#tree.search({ minX: box.left, minY: box.top, maxX: box.right, maxY: box.bottom });
  }
}

/** Where a shape is, or belongs, among shapes in painting order. */
function placeOf(sorted: readonly Shape[], shape: Shape): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = sorted[middle];
    if (there && comparePaintOrder(there, shape) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function toEntry(shape: Shape): Entry {
  const [minX, minY, maxX, maxY] = shape.points;
  return { minX, minY, maxX, maxY, shape };
}
