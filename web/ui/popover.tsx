/** A panel at a button, above everything; Esc, a click elsewhere, or another panel closes it. Mount it to open it. */
import { type JSX, onCleanup, onMount } from 'solid-js';
import styles from './popover.module.css';

interface PopoverProps {
  label: string;
  anchor: HTMLElement;
  /** Preferred, in pixels; never wider than the window. */
  width: number;
  onClose: () => void;
  children: JSX.Element;
}

const gap = 4;
const edge = 8;

export function Popover(props: PopoverProps) {
  // Held: when the panel goes, whoever opened it has forgotten where.
  const { anchor } = props;
  let panel: HTMLDivElement | undefined;
  function place(): void {
    if (!panel) return;
    const box = anchor.getBoundingClientRect();
    const width = Math.min(props.width, innerWidth - 2 * edge);
    panel.style.width = `${width}px`;
    panel.style.left = `${Math.min(Math.max(box.left, edge), innerWidth - width - edge)}px`;
    const top = box.bottom + gap;
    panel.style.top = `${top}px`;
    panel.style.maxHeight = `${innerHeight - top - edge}px`;
  }
  onMount(() => {
    place();
    panel?.showPopover();
    panel?.querySelector<HTMLElement>('[autofocus], input, select, button')?.focus();
    addEventListener('resize', place);
  });
  onCleanup(() => {
    removeEventListener('resize', place);
    const focus = document.activeElement;
    if (panel?.contains(focus) || focus === document.body) anchor.focus();
  });
  return (
    <div
      ref={(element) => {
        panel = element;
      }}
      popover="auto"
      role="dialog"
      aria-label={props.label}
      class={styles.popover}
      on:toggle={(event: ToggleEvent) => {
        if (event.newState === 'closed') props.onClose();
      }}
    >
      {props.children}
    </div>
  );
}
