/**
 * Picture and shapes at one scale, cut into tiles that are painted when they are first seen. Panning then costs
 * a few copies, an edit repaints only the tiles that it touches, and no moment pays for all shapes at once.
 */
import type { Box } from '#core/geometry/point.ts';
import type { View } from '#core/geometry/view.ts';

/** Side of a tile, in device pixels. */
const tileSide = 256;
/** Tiles kept beside those in sight. */
const spareTiles = 48;

/** Paints a stretch of the scene; `view` maps image pixels to the tile's device pixels. */
export type PaintTile = (context: OffscreenCanvasRenderingContext2D, view: View, box: Box) => void;

interface Tile {
  readonly column: number;
  readonly row: number;
  readonly canvas: OffscreenCanvas;
  dirty: boolean;
  /** False until it was painted for the first time. */
  painted: boolean;
}

export class TileLayer {
  /** Device pixels for each image pixel. */
  readonly scale: number;
  readonly #paint: PaintTile;
  readonly #tiles = new Map<string, Tile>();

  constructor(scale: number, paint: PaintTile) {
    this.scale = scale;
    this.#paint = paint;
  }

  /** What meets this box of image pixels is to be painted again. */
  invalidate(box: Box): void {
    for (const tile of this.#tiles.values()) {
      const left = tile.column * tileSide;
      const top = tile.row * tileSide;
      if (
        box.left * this.scale < left + tileSide &&
        box.right * this.scale > left &&
        box.top * this.scale < top + tileSide &&
        box.bottom * this.scale > top
      ) {
        tile.dirty = true;
      }
    }
  }

  /**
   * Paints tiles in sight until `deadline` (in `performance.now()` time), but at least one; nearest to the
   * middle first. True when all in sight are up to date.
   */
  paint(view: View, width: number, height: number, deadline: number): boolean {
    const places = this.#inSight(view, width, height);
    let painted = 0;
    for (const place of places) {
      const tile = this.#tile(place.column, place.row);
      if (!tile.dirty) continue;
      if (painted > 0 && performance.now() >= deadline) return false;
      this.#paintTile(tile);
      painted += 1;
    }
    this.#forget(places.length + spareTiles);
    return true;
  }

  /** Copies what is painted onto the screen. `view` may have another scale than the layer. */
  copyTo(context: CanvasRenderingContext2D, view: View, width: number, height: number): void {
    const ratio = view.scale / this.scale;
    const side = tileSide * ratio;
    context.imageSmoothingEnabled = ratio !== 1;
    context.imageSmoothingQuality = 'low';
    for (const tile of this.#tiles.values()) {
      if (!tile.painted) continue;
      const left = Math.round(view.x + tile.column * side);
      const top = Math.round(view.y + tile.row * side);
      const right = Math.round(view.x + (tile.column + 1) * side);
      const bottom = Math.round(view.y + (tile.row + 1) * side);
      if (right <= 0 || bottom <= 0 || left >= width || top >= height) continue;
      if (ratio === 1) context.drawImage(tile.canvas, left, top);
      else context.drawImage(tile.canvas, left, top, right - left, bottom - top);
    }
  }

  #inSight(view: View, width: number, height: number): { column: number; row: number }[] {
    const ratio = view.scale / this.scale;
    const side = tileSide * ratio;
    const places: { column: number; row: number; distance: number }[] = [];
    const lastColumn = Math.floor((width - 1 - view.x) / side);
    const lastRow = Math.floor((height - 1 - view.y) / side);
    for (let row = Math.floor(-view.y / side); row <= lastRow; row += 1) {
      for (let column = Math.floor(-view.x / side); column <= lastColumn; column += 1) {
        const x = view.x + (column + 0.5) * side - width / 2;
        const y = view.y + (row + 0.5) * side - height / 2;
        places.push({ column, row, distance: x * x + y * y });
      }
    }
    return places.sort((a, b) => a.distance - b.distance);
  }

  #tile(column: number, row: number): Tile {
    const key = `${column} ${row}`;
    const kept = this.#tiles.get(key);
    if (kept) {
      this.#tiles.delete(key);
      this.#tiles.set(key, kept);
      return kept;
    }
    const canvas = new OffscreenCanvas(tileSide, tileSide);
    const tile: Tile = { column, row, canvas, dirty: true, painted: false };
    this.#tiles.set(key, tile);
    return tile;
  }

  #paintTile(tile: Tile): void {
    const context = tile.canvas.getContext('2d', { alpha: false });
    if (!context) return;
    const x = tile.column * tileSide;
    const y = tile.row * tileSide;
    this.#paint(
      context,
      { scale: this.scale, x: -x, y: -y },
      {
        left: x / this.scale,
        top: y / this.scale,
        right: (x + tileSide) / this.scale,
        bottom: (y + tileSide) / this.scale,
      },
    );
    tile.dirty = false;
    tile.painted = true;
  }

  /** Drops the tiles that were seen longest ago. */
  #forget(keep: number): void {
    for (const key of this.#tiles.keys()) {
      if (this.#tiles.size <= keep) return;
      this.#tiles.delete(key);
    }
  }
}
