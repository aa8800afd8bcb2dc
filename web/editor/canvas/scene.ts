/** The painted scene: picture and shapes from tiles, and above them what moves now. Knows nothing of tools. */
import { boxOf, type FrameDocument } from '#core/annotate/frame-document.ts';
import { type Box, boxesMeet, growBox, type Size } from '#core/geometry/point.ts';
import type { View } from '#core/geometry/view.ts';
import type { Picture } from '#core/media/image/picture.ts';
import { paintBox } from './paint-box.ts';
import { paintPicture } from './paint-picture.ts';
import { crowd, type LabelStyle, smallSide, unknownStyle } from './shape-style.ts';
import { TileLayer } from './tile-layer.ts';

/** Time for tiles in one frame, in milliseconds; the rest of a 60 Hz frame is the browser's. */
const tileBudgetMs = 5;
/** The same while there is nothing else to show yet: being there sooner is worth a frame or two. */
const freshBudgetMs = 16;
/** Tiles of a new scale wait until zooming has rested this long, and the old ones are shown stretched. */
const zoomRestMs = 90;

/** Set in the browser's timeline when all in sight is painted and up to date again. */
const paintedMark = 'bucketmark-painted';

export interface SceneContent {
  readonly picture: Picture | undefined;
  readonly document: FrameDocument | undefined;
  readonly styles: ReadonlyMap<number, LabelStyle>;
  readonly stage: string;
}

/** Paints above the tiles, in CSS pixels; called for each painted frame. */
export type PaintAbove = (context: CanvasRenderingContext2D, view: View, window: Size) => void;

export class Scene {
  readonly #context: CanvasRenderingContext2D;
  readonly #paintAbove: PaintAbove;
  #content: SceneContent = { picture: undefined, document: undefined, styles: new Map(), stage: '#000' };
  #view: View = { scale: 1, x: 0, y: 0 };
  #window: Size = { width: 1, height: 1 };
  #ratio = 1;
  #layer: TileLayer | undefined;
  /** The last complete layer of another scale, shown where the new one is not painted yet. */
  #former: TileLayer | undefined;
  #layerDone = false;
  #zoomedAt = Number.NEGATIVE_INFINITY;
  #scheduled = 0;
  #liftedIds: ReadonlySet<number> = new Set();
  /** Something was not up to date since the last complete paint. */
  #stale = true;
  /** The frame has never been shown whole. */
  #fresh = true;

  constructor(canvas: HTMLCanvasElement, paintAbove: PaintAbove) {
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) throw new Error('This browser gives no 2D canvas');
    this.#context = context;
    this.#paintAbove = paintAbove;
  }

  /** Size in CSS pixels and device pixels for each. */
  resize(window: Size, ratio: number): void {
    const { canvas } = this.#context;
    this.#window = window;
    this.#ratio = ratio;
    canvas.width = Math.max(1, Math.round(window.width * ratio));
    canvas.height = Math.max(1, Math.round(window.height * ratio));
    this.requestPaint();
  }

  /** Another picture, other shapes or other colours. */
  setContent(content: SceneContent): void {
    const sameFrame =
      content.picture === this.#content.picture && content.document === this.#content.document;
    this.#content = content;
    this.#layer = undefined;
    this.#stale = true;
    if (!sameFrame) {
      this.#former = undefined;
      this.#fresh = true;
    }
    this.requestPaint();
  }

  setView(view: View): void {
    if (view.scale !== this.#view.scale) this.#zoomedAt = performance.now();
    this.#view = view;
    this.requestPaint();
  }

  /** Shapes that are painted above now, and so not in the tiles. */
  lift(ids: readonly number[]): void {
    const changed = [
      ...ids.filter((id) => !this.#liftedIds.has(id)),
      ...[...this.#liftedIds].filter((id) => !ids.includes(id)),
    ];
    if (changed.length === 0) return;
    this.#liftedIds = new Set(ids);
    for (const id of changed) {
      const shape = this.#content.document?.get(id);
      if (shape) this.invalidate(boxOf(shape));
    }
    this.requestPaint();
  }

  /** Shapes in this box of image pixels have changed. */
  invalidate(box: Box): void {
    for (const layer of [this.#layer, this.#former]) {
      layer?.invalidate(growBox(box, 6 / layer.scale));
    }
    this.#layerDone = false;
    this.#stale = true;
    this.requestPaint();
  }

  requestPaint(): void {
    if (this.#scheduled === 0) this.#scheduled = requestAnimationFrame(() => this.#paint());
  }

  close(): void {
    cancelAnimationFrame(this.#scheduled);
  }

  #paint(): void {
    this.#scheduled = 0;
    const { width, height } = this.#context.canvas;
    const view = this.#deviceView();
    const done = this.#paintTiles(view, width, height);
    this.#context.setTransform(1, 0, 0, 1, 0, 0);
    if (!done) {
      this.#context.fillStyle = this.#content.stage;
      this.#context.fillRect(0, 0, width, height);
      this.#former?.copyTo(this.#context, view, width, height);
    }
    this.#layer?.copyTo(this.#context, view, width, height);
    this.#context.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    this.#paintAbove(this.#context, this.#view, this.#window);
    if (!done) this.requestPaint();
    else if (this.#stale) {
      this.#stale = false;
      performance.clearMarks(paintedMark);
      performance.mark(paintedMark);
    }
  }

  #paintTiles(view: View, width: number, height: number): boolean {
    if (this.#layer?.scale !== view.scale) {
      if (this.#layerDone && this.#layer) this.#former = this.#layer;
      this.#layer = new TileLayer(view.scale, (context, tileView, box) =>
        this.#paintTile(context, tileView, box),
      );
      this.#layerDone = false;
    }
    if (this.#former && performance.now() - this.#zoomedAt < zoomRestMs) return false;
    const budget = this.#fresh ? freshBudgetMs : tileBudgetMs;
    this.#layerDone = this.#layer.paint(view, width, height, performance.now() + budget);
    if (this.#layerDone) this.#fresh = false;
    if (this.#layerDone) this.#former = undefined;
    return this.#layerDone;
  }

  /** The view in device pixels; the picture's corner lies on a whole one, so that tiles fit without seams. */
  #deviceView(): View {
    return {
      scale: this.#view.scale * this.#ratio,
      x: Math.round(this.#view.x * this.#ratio),
      y: Math.round(this.#view.y * this.#ratio),
    };
  }

  #paintTile(context: OffscreenCanvasRenderingContext2D, view: View, box: Box): void {
    const { picture, document, styles, stage } = this.#content;
    context.fillStyle = stage;
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
    if (picture) paintPicture(context, view, box, picture);
    if (!document) return;
    const crowded = document.count > crowd;
    const small = (smallSide * this.#ratio) / view.scale;
    const line = Math.max(1, Math.round(2 * this.#ratio));
    const reach = growBox(box, (line * 3) / view.scale);
    for (const shape of document.within(reach)) {
      if (shape.hidden || this.#liftedIds.has(shape.id)) continue;
      const shapeBox = boxOf(shape);
      if (!boxesMeet(shapeBox, reach)) continue;
      const style = styles.get(shape.labelId) ?? unknownStyle;
      const plain =
        crowded && shapeBox.right - shapeBox.left < small && shapeBox.bottom - shapeBox.top < small;
      paintBox(context, view, shapeBox, {
        stroke: style.stroke,
        fill: crowded ? undefined : style.fill,
        line: plain ? 1 : line,
        halo: plain ? 0 : Math.max(1, Math.round(this.#ratio)),
        dashed: shape.occluded,
      });
    }
  }
}
