/** News at the bottom right: at most three, newest below. */
import { createSignal } from 'solid-js';

export interface Toast {
  readonly id: number;
  readonly tone: 'news' | 'ok' | 'warn' | 'bad' | 'undo';
  readonly title: string;
  readonly text?: string | undefined;
  readonly action?: { readonly title: string; readonly run: () => void } | undefined;
}

const most = 3;
let nextId = 1;
const [toasts, setToasts] = createSignal<readonly Toast[]>([]);

export { toasts };

/** Shows news. Errors stay until they are closed, undo 10 s, other news 6 s. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  const id = nextId;
  nextId += 1;
  setToasts([...toasts(), { ...toast, id }].slice(-most));
}

export function closeToast(id: number): void {
  setToasts((before) => before.filter((toast) => toast.id !== id));
}

/** Presses the toast's action. */
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
