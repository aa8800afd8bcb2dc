/** Buttons, and links that look like them. One primary a layer; danger only for what has no undo. */
import { type JSX, Show, splitProps } from 'solid-js';
import { cx } from './cx.ts';
import styles from './button.module.css';
import { Icon, type LucideIcon } from './icon.tsx';
import { KeyCaps } from './key-cap.tsx';
import { Ring } from './ring.tsx';
import { Tooltip } from './tooltip.tsx';

interface Look {
  kind?: 'primary' | 'default' | 'ghost' | 'danger' | undefined;
  /** Heights of bars (28), of forms and dialogs (32), of Home's address row (44). */
  size?: 'bar' | 'form' | 'address' | undefined;
  icon?: LucideIcon | undefined;
  keys?: string | undefined;
}

function classOf(look: Look): string {
  return cx(styles.button, styles[look.kind ?? 'default'], styles[look.size ?? 'bar']);
}

interface ButtonProps extends Look, Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'class' | 'disabled'> {
  /** A ring takes the icon's place; the width stays. */
  busy?: boolean | undefined;
  /** Why it cannot be pressed now; it stays focusable so that the reason can be read. */
  disabledReason?: string | undefined;
}

export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, [
    'kind',
    'size',
    'icon',
    'keys',
    'busy',
    'disabledReason',
    'children',
    'onClick',
  ]);
  const off = () => own.busy === true || own.disabledReason !== undefined;
  return (
    <Tooltip text={own.disabledReason}>
      <button
        type="button"
        {...rest}
        class={classOf(own)}
        aria-disabled={off()}
        aria-busy={own.busy ?? false}
        aria-keyshortcuts={ariaKeys(own.keys)}
        onClick={(event) => {
          if (off()) event.preventDefault();
          else if (typeof own.onClick === 'function') own.onClick(event);
        }}
      >
        <Show
          when={own.busy}
          fallback={<Show when={own.icon}>{(icon) => <Icon of={icon()} size={14} />}</Show>}
        >
          <Ring size={14} />
        </Show>
        <span class={styles.words}>{own.children}</span>
        <Show when={own.keys}>{(keys) => <KeyCaps keys={keys()} onInk={own.kind === 'primary'} />}</Show>
      </button>
    </Tooltip>
  );
}

interface LinkButtonProps extends Look, Omit<JSX.AnchorHTMLAttributes<HTMLAnchorElement>, 'class'> {
  href: string;
}

export function LinkButton(props: LinkButtonProps) {
  const [own, rest] = splitProps(props, ['kind', 'size', 'icon', 'keys', 'children']);
  return (
    <a {...rest} class={classOf(own)} aria-keyshortcuts={ariaKeys(own.keys)}>
      <Show when={own.icon}>{(icon) => <Icon of={icon()} size={14} />}</Show>
      <span class={styles.words}>{own.children}</span>
      <Show when={own.keys}>{(keys) => <KeyCaps keys={keys()} onInk={own.kind === 'primary'} />}</Show>
    </a>
  );
}

export interface IconButtonProps extends Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'class'> {
  label: string;
  icon: LucideIcon;
  keys?: string | undefined;
  /** For toggles; absent for plain actions. */
  on?: boolean | undefined;
}

export function IconButton(props: IconButtonProps) {
  const [own, rest] = splitProps(props, ['label', 'icon', 'keys', 'on']);
  return (
    <Tooltip text={own.label} keys={own.keys}>
      <button
        type="button"
        {...rest}
        class={styles.iconButton}
        aria-label={own.label}
        aria-pressed={own.on}
        aria-keyshortcuts={ariaKeys(own.keys)}
      >
        <Icon of={own.icon} />
      </button>
    </Tooltip>
  );
}

function ariaKeys(keys: string | undefined): string | undefined {
  return keys?.replace('$mod', 'Control');
}
