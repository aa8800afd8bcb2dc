/** News at the bottom right: at most three, newest below. */
import { createSignal } from 'solid-js';

export interface Toast {
  readonly id: number;
  readonly tone: 'news' | 'ok' | 'warn' | 'bad' | 'undo';
  readonly title: string;
  readonly text?: string | undefined;
  readonly action?: { readonly title: string; readonly run: () => void } | undefined;
  /** Called once when it goes without its action having been pressed. */
  readonly onEnd?: () => void;
}

const most = 3;
let nextId = 1;
const [toasts, setToasts] = createSignal<readonly Toast[]>([]);

export { toasts };

/** Shows news. Errors stay until they are closed, undo 10 s, other news 6 s. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  const id = nextId;
  nextId += 1;
  const all = [...toasts(), { ...toast, id }];
  setToasts(all.slice(-most));
  for (const dropped of all.slice(0, -most)) dropped.onEnd?.();
}

export function closeToast(id: number): void {
  const closing = toasts().find((toast) => toast.id === id);
  setToasts((before) => before.filter((toast) => toast.id !== id));
  closing?.onEnd?.();
}

/** Presses the toast's action, after which its end means nothing. */
export function actOnToast(id: number): void {
  const toast = toasts().find((each) => each.id === id);
  setToasts((before) => before.filter((each) => each.id !== id));
  toast?.action?.run();
}

/** How long a toast stays, in milliseconds; undefined is until it is closed. */
export function lifeOf(toast: Toast): number | undefined {
  if (toast.tone === 'bad') return undefined;
  return toast.tone === 'undo' ? 10_000 : 6000;
}
