/** Where toasts are drawn; hover or focus stops their clock. Stands once in the shell. */
import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleX from 'lucide-solid/icons/circle-x';
import Info from 'lucide-solid/icons/info';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import Undo2 from 'lucide-solid/icons/undo-2';
import X from 'lucide-solid/icons/x';
import { For, onCleanup, onMount, Show } from 'solid-js';
import { actOnToast, closeToast, lifeOf, type Toast, toasts } from '#web/state/toasts.ts';
import { Button, IconButton } from './button.tsx';
import { cx } from './cx.ts';
import { Icon, type LucideIcon } from './icon.tsx';
import styles from './toast-region.module.css';

const icons: Readonly<Record<Toast['tone'], LucideIcon>> = {
  news: Info,
  ok: CircleCheck,
  warn: TriangleAlert,
  bad: CircleX,
  undo: Undo2,
};

/** In the editor toasts rise from the foot of its panel. */
export function ToastRegion(props: { inEditor: boolean }) {
  return (
    <section class={cx(styles.region, props.inEditor && styles.inEditor)} aria-label="News">
      <For each={toasts()}>{(toast) => <ToastCard toast={toast} />}</For>
    </section>
  );
}

function ToastCard(props: { toast: Toast }) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  const start = () => {
    const life = lifeOf(props.toast);
    if (life !== undefined) timer = setTimeout(() => closeToast(props.toast.id), life);
  };
  onMount(start);
  onCleanup(stop);
  return (
    <div
      class={styles.toast}
      role={props.toast.tone === 'bad' ? 'alert' : 'status'}
      onPointerEnter={stop}
      onPointerLeave={start}
      onFocusIn={stop}
      onFocusOut={start}
    >
      <Icon of={icons[props.toast.tone]} class={cx(styles.icon, styles[props.toast.tone])} />
      <div class={styles.body}>
        <p class={styles.title}>{props.toast.title}</p>
        <Show when={props.toast.text}>{(text) => <p class={styles.text}>{text()}</p>}</Show>
      </div>
      <Show when={props.toast.action}>
        {(action) => <Button onClick={() => actOnToast(props.toast.id)}>{action().title}</Button>}
      </Show>
      <IconButton label="Close" icon={X} onClick={() => closeToast(props.toast.id)} />
    </div>
  );
}
