/** The canvas on the page: one focus stop, described by the frame, with the zoom control over its corner. */
import Maximize from 'lucide-solid/icons/maximize';
import Minus from 'lucide-solid/icons/minus';
import Plus from 'lucide-solid/icons/plus';
import { createEffect, createSignal, type JSX, on, onCleanup, onMount, Show } from 'solid-js';
import { counted, percent } from '#web/ui/format.ts';
import { IconButton } from '#web/ui/button.tsx';
import type { Editor } from '../create-editor.ts';
import { makeStage, type Stage } from './make-stage.ts';
import styles from './stage.module.css';

interface CanvasProps {
  editor: Editor;
  onStage: (stage: Stage) => void;
  children?: JSX.Element;
}

/** A mouse notch of 100 is a factor of 1.2; a pinch comes as small steps with Ctrl. */
function wheelFactor(event: WheelEvent): number {
  const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 33 : 1;
  const delta = Math.min(Math.max(event.deltaY * lines, -240), 240);
  return Math.exp(-delta * (event.ctrlKey ? 0.01 : 0.0018));
}

export function Canvas(props: CanvasProps) {
  const [stage, setStage] = createSignal<Stage>();
  let canvas: HTMLCanvasElement | undefined;
  let host: HTMLDivElement | undefined;
  let spaceHeld = false;

  onMount(() => {
    if (!canvas || !host) return;
    const made = makeStage(canvas, props.editor);
    const size = new ResizeObserver(([entry]) => {
      if (entry) made.resize(entry.contentRect, devicePixelRatio);
    });
    size.observe(host);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const repaint = (): void => made.showFrame();
    dark.addEventListener('change', repaint);
    setStage(made);
    props.onStage(made);
    onCleanup(() => {
      size.disconnect();
      dark.removeEventListener('change', repaint);
      made.close();
    });
  });

  createEffect(on([stage, () => props.editor.shown()], ([made]) => made?.showFrame()));
  createEffect(
    on([stage, props.editor.selected, props.editor.tool, props.editor.hoverId], ([made]) => made?.refresh()),
  );
  onCleanup(props.editor.session.subscribe((changes) => stage()?.showChanges(changes)));

  const description = () => {
    const shown = props.editor.shown();
    const objects = counted(props.editor.shapes().length, 'object');
    const size = shown.kind === 'picture' ? `, ${shown.picture.width} × ${shown.picture.height} pixels` : '';
    return `Frame ${shown.frame}, ${objects}${size}`;
  };
  const at = (event: MouseEvent) => {
    const box = host?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };

  return (
    <div
      ref={(element) => {
        host = element;
      }}
      class={styles.stage}
    >
      <canvas
        ref={(element) => {
          canvas = element;
        }}
        class={styles.canvas}
        tabindex={0}
        role="application"
        aria-label={description()}
        aria-busy={props.editor.shown().kind === 'loading'}
        style={{ cursor: stage()?.cursor() ?? 'default' }}
        onPointerDown={(event) => {
          if (event.button === 2) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          event.currentTarget.focus({ preventScroll: true });
          const panning = event.button === 1 || spaceHeld;
          stage()?.press(at(event), { button: event.button, pointerType: event.pointerType, panning });
        }}
        onPointerMove={(event) => stage()?.move(at(event), event.pointerType)}
        onPointerUp={(event) => stage()?.release(at(event), event.pointerType)}
        onPointerCancel={() => stage()?.cancel()}
        onPointerLeave={() => stage()?.leave()}
        onKeyDown={(event) => {
          if (event.code === 'Space') {
            spaceHeld = true;
            event.preventDefault();
          }
        }}
        onKeyUp={(event) => {
          if (event.code === 'Space') spaceHeld = false;
        }}
        onBlur={() => {
          spaceHeld = false;
        }}
        onContextMenu={(event) => event.preventDefault()}
        on:wheel={{
          passive: false,
          handleEvent: (event: WheelEvent) => {
            event.preventDefault();
            stage()?.zoom(wheelFactor(event), at(event));
          },
        }}
      />
      <Show when={stage()}>
        {(made) => (
          <div class={styles.zoom} role="group" aria-label="Zoom">
            <IconButton label="Zoom out" icon={Minus} onClick={() => made().zoom(1 / 1.25)} />
            <button
              type="button"
              class={styles.percent}
              aria-label={`Zoom ${percent(made().scale())}, set to 100 %`}
              onClick={() => made().actualSize()}
            >
              {percent(made().scale())}
            </button>
            <IconButton label="Zoom in" icon={Plus} onClick={() => made().zoom(1.25)} />
            <IconButton label="Fit the picture" keys="Shift+f" icon={Maximize} onClick={() => made().fit()} />
          </div>
        )}
      </Show>
      {props.children}
    </div>
  );
}
