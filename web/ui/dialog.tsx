/** A native modal dialog of 480, 640 or 860; Esc and × close it. Mount it to open it. */
import X from 'lucide-solid/icons/x';
import { createUniqueId, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { IconButton } from './button.tsx';
import styles from './dialog.module.css';

interface DialogProps {
  title: string;
  width?: 480 | 640 | 860;
  onClose: () => void;
  children: JSX.Element;
  /** Buttons, primary last. */
  foot?: JSX.Element;
  /** Said at the left of the foot. */
  footWords?: JSX.Element;
  onSubmit?: () => void;
}

export function Dialog(props: DialogProps) {
  const titleId = createUniqueId();
  let dialog: HTMLDialogElement | undefined;
  const opener = document.activeElement;

  onMount(() => dialog?.showModal());
  onCleanup(() => {
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
  });

  return (
    <dialog
      ref={(element) => {
        dialog = element;
      }}
      class={styles.dialog}
      style={{ width: `${props.width ?? 480}px` }}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <form
        class={styles.form}
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          props.onSubmit?.();
        }}
      >
        <div class={styles.head}>
          <h2 id={titleId} class={styles.title}>
            {props.title}
          </h2>
          <IconButton label="Close" icon={X} keys="Escape" onClick={() => props.onClose()} />
        </div>
        <div class={styles.body}>{props.children}</div>
        <Show when={props.foot}>
          <div class={styles.foot}>
            <span class={styles.footWords}>{props.footWords}</span>
            {props.foot}
          </div>
        </Show>
      </form>
    </dialog>
  );
}
