/** Names what is under the pointer or has focus, with its keys. Never the only place of a thing to know. */
import { createSignal, type JSX, onCleanup, Show } from 'solid-js';
import { KeyCaps } from './key-cap.tsx';
import styles from './tooltip.module.css';

const delayMs = 400;

interface Shown {
  readonly text: string;
  readonly keys: string | undefined;
  readonly x: number;
  readonly y: number;
  readonly below: boolean;
}

const [shown, setShown] = createSignal<Shown>();

interface TooltipProps {
  text: string | undefined;
  keys?: string | undefined;
  children: JSX.Element;
}

/** Wraps one control. Shows after 400 ms of hover, or at once on keyboard focus. */
export function Tooltip(props: TooltipProps) {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(target: HTMLElement): void {
    if (props.text === undefined) return;
    const box = target.getBoundingClientRect();
    const below = box.bottom < innerHeight - 64;
    const half = 124;
    const x = Math.min(Math.max(box.left + box.width / 2, half), innerWidth - half);
    setShown({ text: props.text, keys: props.keys, x, y: below ? box.bottom + 6 : box.top - 6, below });
  }
  function hide(): void {
    clearTimeout(timer);
    setShown(undefined);
  }
  onCleanup(hide);

  return (
    <span
      class={styles.host}
      onPointerOver={(event) => {
        if (event.pointerType !== 'mouse') return;
        const target = event.currentTarget.firstElementChild;
        if (!(target instanceof HTMLElement)) return;
        clearTimeout(timer);
        timer = setTimeout(() => show(target), delayMs);
      }}
      onPointerOut={hide}
      onPointerDown={hide}
      onFocusIn={(event) => {
        if (event.target instanceof HTMLElement && event.target.matches(':focus-visible')) show(event.target);
      }}
      onFocusOut={hide}
      onKeyDown={(event) => event.key === 'Escape' && hide()}
    >
      {props.children}
    </span>
  );
}

/** Where the one tooltip is drawn; stands once in the shell. */
export function TooltipLayer() {
  return (
    <Show when={shown()}>
      {(tip) => (
        <div
          ref={(element) => queueMicrotask(() => element.isConnected && element.showPopover())}
          popover="manual"
          role="tooltip"
          class={styles.tip}
          style={{
            left: `${tip().x}px`,
            top: `${tip().y}px`,
            translate: tip().below ? '-50% 0' : '-50% -100%',
          }}
        >
          {tip().text}
          <Show when={tip().keys}>{(keys) => <KeyCaps keys={keys()} onInk />}</Show>
        </div>
      )}
    </Show>
  );
}
