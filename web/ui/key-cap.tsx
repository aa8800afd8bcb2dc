/** Keys as caps. `keys` is a tinykeys chord: `$mod+k`, `Shift+F10`, `g h`. */
import { For } from 'solid-js';
import { cx } from './cx.ts';
import styles from './key-cap.module.css';

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
const names: Readonly<Record<string, string>> = {
  $mod: isMac ? '⌘' : 'Ctrl',
  Shift: isMac ? '⇧' : 'Shift',
  Alt: isMac ? '⌥' : 'Alt',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** The words on the caps of a chord, in order; modifiers in brackets may be held or not. */
function capsOf(keys: string): string[] {
  return keys
    .replaceAll(/\[\w+\]\+/g, '')
    .split(/[ +]/)
    .map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}

export function KeyCaps(props: { keys: string; onInk?: boolean }) {
  return (
    <span class={styles.caps} aria-hidden="true">
      <For each={capsOf(props.keys)}>
        {(cap) => <kbd class={cx(styles.cap, props.onInk && styles.onInk)}>{cap}</kbd>}
      </For>
    </span>
  );
}
