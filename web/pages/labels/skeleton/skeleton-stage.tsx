/** The square in which points are placed and joined: by pointer, or by keys on a point that has the focus. */
import { createSignal, For, Show } from 'solid-js';
import type { Skeleton, SkeletonNode } from '#core/model/label.ts';
import { cx } from '#web/ui/cx.ts';
import type { Place } from './skeleton-draft.ts';
import styles from './skeleton.module.css';

export type StageTool = 'points' | 'edges';

interface SkeletonStageProps {
  skeleton: Skeleton;
  /** Address of the picture behind it. */
  picture: string | undefined;
  tool: StageTool;
  /** The chosen point. */
  chosen: number | undefined;
  /** The point from which an edge is being drawn. */
  from: number | undefined;
  onChoose: (id: number | undefined) => void;
  onFrom: (id: number | undefined) => void;
  onAdd: (place: Place) => void;
  onMove: (id: number, place: Place) => void;
  onJoin: (from: number, to: number) => void;
  onRemove: (id: number) => void;
}

/** What the pointer holds. */
type Held = { readonly id: number; readonly kind: 'move' | 'join' };

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function SkeletonStage(props: SkeletonStageProps) {
  const [held, setHeld] = createSignal<Held>();
  const [pointer, setPointer] = createSignal<Place>();
  const [menu, setMenu] = createSignal<{ readonly id: number; readonly x: number; readonly y: number }>();
  let stage: SVGSVGElement | undefined;
  const nodeOf = (id: number | undefined): SkeletonNode | undefined =>
    props.skeleton.nodes.find((node) => node.id === id);

  function placeOf(event: PointerEvent): Place {
    const toScreen = stage?.getScreenCTM();
    if (!toScreen) return { x: 50, y: 50 };
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(toScreen.inverse());
    return { x, y };
  }
  /** The point under the pointer, which another one may have captured. */
  function nodeAt(event: MouseEvent): number | undefined {
    const under = document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-node]');
    return under ? Number(under.getAttribute('data-node')) : undefined;
  }
  /** The menu key is pressed on a point, not over it. */
  function nodeOfFocus(): number | undefined {
    const focused = document.activeElement?.closest('[data-node]');
    return focused ? Number(focused.getAttribute('data-node')) : undefined;
  }
  function down(event: PointerEvent): void {
    setMenu(undefined);
    const id = nodeAt(event);
    if (id !== undefined) props.onChoose(id);
    if (event.button !== 0) return;
    if (id === undefined) {
      if (props.from !== undefined) props.onFrom(undefined);
      else if (props.tool === 'points') props.onAdd(placeOf(event));
      return;
    }
    stage?.setPointerCapture(event.pointerId);
    if (props.tool === 'points' && props.from === undefined) setHeld({ id, kind: 'move' });
    else if (props.from === undefined) {
      props.onFrom(id);
      setHeld({ id, kind: 'join' });
    } else if (props.from === id) props.onFrom(undefined);
    else props.onJoin(props.from, id);
  }
  function move(event: PointerEvent): void {
    const place = placeOf(event);
    setPointer(place);
    const now = held();
    if (now?.kind === 'move') props.onMove(now.id, place);
  }
  function up(event: PointerEvent): void {
    const now = held();
    setHeld(undefined);
    if (now?.kind !== 'join') return;
    const to = nodeAt(event);
    // Let go where it began: the other end is chosen by the next click.
    if (to !== undefined && to !== now.id) props.onJoin(now.id, to);
    else if (to === undefined) props.onFrom(undefined);
  }
  function key(event: KeyboardEvent, node: SkeletonNode): void {
    const arrow = arrows[event.key];
    if (arrow) {
      const step = event.shiftKey ? 5 : event.altKey ? 0.1 : 1;
      props.onMove(node.id, { x: node.x + arrow[0] * step, y: node.y + arrow[1] * step });
    } else if (event.key === 'Delete' || event.key === 'Backspace') props.onRemove(node.id);
    else if (event.key === 'Enter' || event.key === 'e' || event.key === ' ') {
      if (props.from === undefined) props.onFrom(node.id);
      else if (props.from === node.id) props.onFrom(undefined);
      else props.onJoin(props.from, node.id);
    } else return;
    event.preventDefault();
  }

  return (
    <>
      <svg
        ref={(element) => {
          stage = element;
        }}
        class={cx(styles.square, props.tool === 'points' && styles.placing)}
        viewBox="0 0 100 100"
        role="group"
        aria-label="Points of the skeleton"
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerLeave={() => setPointer(undefined)}
        onContextMenu={(event) => {
          event.preventDefault();
          const id = nodeAt(event) ?? nodeOfFocus();
          if (id !== undefined) setMenu({ id, x: event.clientX, y: event.clientY });
        }}
      >
        <rect class={styles.paper} x="0" y="0" width="100" height="100" />
        <Show when={props.picture}>
          {(picture) => <image href={picture()} x="0" y="0" width="100" height="100" />}
        </Show>
        <For each={props.skeleton.edges}>
          {(edge) => <Line a={nodeOf(edge[0])} b={nodeOf(edge[1])} class={styles.edge} />}
        </For>
        <Show when={props.from !== undefined && pointer()}>
          {(place) => <Line a={nodeOf(props.from)} b={place()} class={styles.drawnEdge} />}
        </Show>
        <For each={props.skeleton.nodes.map(({ id }) => id)}>
          {(id) => (
            <Show when={nodeOf(id)}>
              {(node) => (
                <g
                  data-node={id}
                  class={cx(
                    styles.node,
                    props.chosen === id && styles.chosenNode,
                    props.from === id && styles.fromNode,
                  )}
                  role="button"
                  tabindex="0"
                  aria-label={`Point ${id}, ${node().name}`}
                  aria-pressed={props.chosen === id}
                  aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown Enter Delete"
                  onFocus={() => props.onChoose(id)}
                  onKeyDown={(event) => key(event, node())}
                  transform={`translate(${node().x} ${node().y})`}
                >
                  <circle class={styles.grab} r="3" />
                  <circle class={styles.dot} r="1.7" style={{ fill: node().color }} />
                  <text class={styles.number} x="2.4" y="-1.6">
                    {id}
                  </text>
                </g>
              )}
            </Show>
          )}
        </For>
      </svg>
      <Show when={menu()} keyed>
        {({ id, x, y }) => (
          <NodeMenu
            id={id}
            x={x}
            y={y}
            onRemove={() => {
              props.onRemove(id);
              setMenu(undefined);
            }}
            onEdge={() => {
              props.onFrom(id);
              setMenu(undefined);
            }}
            onClose={() => setMenu(undefined)}
          />
        )}
      </Show>
    </>
  );
}

function Line(props: { a: Place | undefined; b: Place | undefined; class: string | undefined }) {
  return (
    <Show when={props.a}>
      {(a) => (
        <Show when={props.b}>
          {(b) => <line x1={a().x} y1={a().y} x2={b().x} y2={b().y} class={props.class} />}
        </Show>
      )}
    </Show>
  );
}

interface NodeMenuProps {
  id: number;
  /** Of the pointer in the window. */
  x: number;
  y: number;
  onRemove: () => void;
  onEdge: () => void;
  onClose: () => void;
}

/** Of its own: menus of the kit hang from the page, which is out of reach while this dialog is open. */
function NodeMenu(props: NodeMenuProps) {
  return (
    <div
      ref={(element) => queueMicrotask(() => element.querySelector('button')?.focus())}
      class={styles.menu}
      role="menu"
      tabindex={-1}
      aria-label={`Point ${props.id}`}
      style={{ left: `${props.x}px`, top: `${props.y}px` }}
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
          props.onClose();
      }}
      onKeyDown={(event) => {
        const items = [...event.currentTarget.querySelectorAll('button')];
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        const at = items.findIndex((item) => item === document.activeElement);
        if (step !== undefined) items[(at + step + items.length) % items.length]?.focus();
        else if (event.key === 'Escape') props.onClose();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <button type="button" role="menuitem" onClick={() => props.onEdge()}>
        Begin an edge here
      </button>
      <button type="button" role="menuitem" onClick={() => props.onRemove()}>
        {`Delete point ${props.id}`}
      </button>
    </div>
  );
}
