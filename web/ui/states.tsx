/** The four states of every list: loading, empty, no match, failing. The head above them stays. */
import Copy from 'lucide-solid/icons/copy';
import DatabaseZap from 'lucide-solid/icons/database-zap';
import RotateCw from 'lucide-solid/icons/rotate-cw';
import SearchX from 'lucide-solid/icons/search-x';
import { createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js';
import type { ErrorReport } from '#core/errors.ts';
import { Button } from './button.tsx';
import { copyText } from './copy.ts';
import { cx } from './cx.ts';
import { Icon, type LucideIcon } from './icon.tsx';
import { Ring } from './ring.tsx';
import styles from './states.module.css';

interface StateProps {
  icon?: LucideIcon;
  bad?: boolean;
  title: string;
  children: JSX.Element;
  actions?: JSX.Element;
}

export function StateView(props: StateProps) {
  return (
    <div class={styles.state}>
      <Show when={props.icon}>
        {(icon) => (
          <span class={cx(styles.icon, props.bad && styles.bad)}>
            <Icon of={icon()} size={20} />
          </span>
        )}
      </Show>
      <h2 class={styles.title}>{props.title}</h2>
      <p class={styles.words}>{props.children}</p>
      <div class={styles.actions}>{props.actions}</div>
    </div>
  );
}

export function EmptyState(props: { title: string; children: JSX.Element; actions: JSX.Element }) {
  return (
    <StateView title={props.title} actions={props.actions}>
      {props.children}
    </StateView>
  );
}

export function NoMatch(props: { title: string; children: JSX.Element; onClear: () => void }) {
  return (
    <StateView
      icon={SearchX}
      title={props.title}
      actions={
        <Button size="form" onClick={() => props.onClear()}>
          Clear the search
        </Button>
      }
    >
      {props.children}
    </StateView>
  );
}

/** `what` names what could not be read: "The tasks could not be read from this device". */
export function Failing(props: { what: string; error: ErrorReport; onRetry: () => void }) {
  return (
    <div role="alert">
      <StateView
        icon={DatabaseZap}
        bad
        title={props.what}
        actions={
          <>
            <Button kind="primary" size="form" icon={RotateCw} onClick={() => props.onRetry()}>
              Try again
            </Button>
            <Button
              kind="ghost"
              size="form"
              icon={Copy}
              onClick={() => copyText(JSON.stringify(props.error, null, 2), 'the details')}
            >
              Copy details
            </Button>
          </>
        }
      >
        {props.error.message} {props.error.remedy?.text ?? 'What is already on this device stays as it is.'}
      </StateView>
    </div>
  );
}

/** Rows in their true height, after 300 ms, six at most, and one line that says what is being read. */
export function LoadingRows(props: { words: string; rowHeight?: number }) {
  const [seen, setSeen] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onMount(() => {
    timer = setTimeout(() => setSeen(true), 300);
  });
  onCleanup(() => clearTimeout(timer));
  return (
    <Show when={seen()}>
      <div aria-busy="true">
        <For each={[62, 48, 71, 55, 40, 66]}>
          {(width, index) => (
            <div
              class={styles.skeletonRow}
              style={{ height: `${props.rowHeight ?? 44}px`, opacity: 1 - index() / 10 }}
              aria-hidden="true"
            >
              <span class={styles.block} style={{ width: '48px', height: '32px' }} />
              <span class={styles.lines}>
                <span class={styles.block} style={{ width: `${width}%`, height: '9px' }} />
                <span class={styles.block} style={{ width: '18%', height: '7px' }} />
              </span>
            </div>
          )}
        </For>
        <p class={styles.loading} role="status">
          <Ring size={14} />
          {props.words}
        </p>
      </div>
    </Show>
  );
}
