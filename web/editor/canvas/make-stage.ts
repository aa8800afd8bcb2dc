/** The canvas without markup: turns pointers and the wheel into view changes and tool input, and keeps the scene painted. */
import { type Accessor, createSignal } from 'solid-js';
import { defaultAttributes } from '#core/annotate/relabel.ts';
import { boxOf } from '#core/annotate/frame-document.ts';
import type { PointerInput, Preview, ToolResult } from '#core/annotate/tools/tool.ts';
import type { Point, Size } from '#core/geometry/point.ts';
import { centred, fitView, panBy, toImage, type View, zoomAt } from '#core/geometry/view.ts';
import type { Picture } from '#core/media/image/picture.ts';
import type { Change } from '#core/model/log-entry.ts';
import type { Shape } from '#core/model/shape.ts';
import type { Editor } from '../create-editor.ts';
import { paintAbove } from './paint-above.ts';
import { Scene } from './scene.ts';
import { labelStyles, unknownStyle } from './shape-style.ts';

/** How near counts as a hit, in CSS pixels: mouse, and finger or pen. */
const reach = { fine: 8, coarse: 20 };

export interface Stage {
  readonly scale: Accessor<number>;
  readonly cursor: Accessor<string>;
  resize(window: Size, ratio: number): void;
  /** Shows the editor's frame; called whenever picture or shapes are others. */
  showFrame(): void;
  /** Shapes have changed on the frame that is shown. */
  showChanges(changes: readonly Change[]): void;
  /** Selection, hover or tool are others. */
  refresh(): void;
  fit(): void;
  /** One image pixel for each CSS pixel. */
  actualSize(): void;
  zoom(factor: number, anchor?: Point): void;
  pan(by: Point): void;
  press(at: Point, event: { button: number; pointerType: string; panning: boolean }): void;
  move(at: Point, pointerType: string): void;
  release(at: Point, pointerType: string): void;
  leave(): void;
  /** Gives up what is being drawn or dragged. True when there was something. */
  cancel(): boolean;
  close(): void;
}

export function makeStage(canvas: HTMLCanvasElement, editor: Editor): Stage {
  const [view, setViewSignal] = createSignal<View>({ scale: 1, x: 0, y: 0 });
  const [cursor, setCursor] = createSignal('default');
  const styles = labelStyles(editor.task.labels);
  const css = getComputedStyle(canvas);
  const font = css.fontFamily;
  let window: Size = { width: 1, height: 1 };
  let pointer: Point | undefined;
  let preview: Preview | undefined;
  let panFrom: Point | undefined;
  /** The size of the last picture: frames of one size keep the view. */
  let pictureSize: Size | undefined;
  /** The view is as fitting made it, and follows the window. */
  let fitted = true;

  const scene = new Scene(canvas, (context, current, size) =>
    paintAbove(context, current, size, {
      selected: editor.selected(),
      hovered: shapeOf(editor.hoverId()),
      preview,
      crosshair: editor.tool().id === 'rectangle' && !editor.readOnly() ? pointer : undefined,
      drawStyle: styles.get(editor.labelId()) ?? unknownStyle,
      styles,
      font,
      tagOf: editor.nameOf,
    }),
  );

  function shapeOf(id: number | undefined): Shape | undefined {
    return id === undefined ? undefined : editor.document()?.get(id);
  }

  function picture(): Picture | undefined {
    const shown = editor.shown();
    return shown.kind === 'picture' ? shown.picture : undefined;
  }

  function setView(next: View): void {
    setViewSignal(next);
    scene.setView(next);
  }

  function toolInput(kind: PointerInput['kind'], at: Point, pointerType: string): void {
    const document = editor.document();
    const shown = picture();
    if (!document || !shown || editor.readOnly()) return;
    const near = pointerType === 'mouse' ? reach.fine : reach.coarse;
    const result = editor.tool().input(
      { kind, point: toImage(view(), at), reach: near / view().scale },
      {
        document,
        picture: shown,
        selectedId: editor.selectedId(),
        labelId: editor.labelId(),
        labelName: (id) => editor.labelOf(id)?.name ?? 'unknown',
        defaultAttributes: (id) => defaultAttributes(editor.labelOf(id)),
        takeShapeId: () => editor.session.takeShapeId(),
        now: editor.now,
      },
    );
    take(result, kind, at);
  }

  function take(result: ToolResult, kind: PointerInput['kind'], at: Point): void {
    setCursor(result.cursor);
    if (editor.hoverId() !== result.hoverId) editor.setHoverId(result.hoverId);
    if (result.command) {
      const { select } = result;
      // The preview stays until the edit is on disk: what one sees as done is done.
      void editor.session.apply(result.command).then(() => {
        preview = undefined;
        if (typeof select === 'number') editor.select(select);
        api.refresh();
      });
      return;
    }
    preview = result.preview;
    if (result.select !== undefined) editor.select(result.select ?? undefined);
    if (kind === 'down' && result.select === null) panFrom = at;
    lift();
    scene.requestPaint();
  }

  function lift(): void {
    const id = editor.selectedId();
    scene.lift(id === undefined ? [] : [id]);
  }

  const api: Stage = {
    scale: () => view().scale,
    cursor,
    resize(next, ratio) {
      window = next;
      scene.resize(next, ratio);
      if (fitted) api.fit();
    },
    showFrame() {
      const shown = picture();
      const document = editor.document();
      scene.setContent({ picture: shown, document, styles, stage: css.backgroundColor });
      preview = undefined;
      if (shown && (pictureSize?.width !== shown.width || pictureSize.height !== shown.height)) {
        pictureSize = { width: shown.width, height: shown.height };
        api.fit();
      }
      lift();
    },
    showChanges(changes) {
      for (const { frame, before, after } of changes) {
        if (frame !== editor.frame()) continue;
        if (before) scene.invalidate(boxOf(before));
        if (after) scene.invalidate(boxOf(after));
      }
    },
    refresh() {
      lift();
      scene.requestPaint();
    },
    fit() {
      const shown = picture();
      if (shown) setView(fitView(shown, window));
      fitted = true;
    },
    actualSize() {
      const shown = picture();
      if (shown) setView(centred(shown, window, 1));
      fitted = false;
    },
    zoom(factor, anchor = { x: window.width / 2, y: window.height / 2 }) {
      setView(zoomAt(view(), factor, anchor));
      fitted = false;
    },
    pan(by) {
      const shown = picture();
      if (shown) setView(panBy(view(), by, shown, window));
      fitted = false;
    },
    press(at, event) {
      pointer = at;
      if (event.panning) {
        panFrom = at;
        setCursor('grabbing');
      } else if (event.button === 0) toolInput('down', at, event.pointerType);
    },
    move(at, pointerType) {
      pointer = at;
      if (panFrom) {
        api.pan({ x: at.x - panFrom.x, y: at.y - panFrom.y });
        panFrom = at;
      } else toolInput('move', at, pointerType);
    },
    release(at, pointerType) {
      if (panFrom) {
        panFrom = undefined;
        setCursor('default');
      } else toolInput('up', at, pointerType);
    },
    leave() {
      pointer = undefined;
      editor.setHoverId(undefined);
      lift();
      scene.requestPaint();
    },
    cancel() {
      const had = editor.tool().cancel();
      preview = undefined;
      lift();
      scene.requestPaint();
      return had;
    },
    close: () => scene.close(),
  };
  return api;
}
