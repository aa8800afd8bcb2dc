/** A panel of 424 from the right; the list beside it stays usable. Esc and × close it. */
import X from 'lucide-solid/icons/x';
import { createUniqueId, type JSX } from 'solid-js';
import { IconButton } from './button.tsx';
import styles from './side-form.module.css';

interface SideFormProps {
  title: string;
  onClose: () => void;
  onSubmit: () => void;
  children: JSX.Element;
  foot: JSX.Element;
}

export function SideForm(props: SideFormProps) {
  const titleId = createUniqueId();
  return (
    <aside
      class={styles.panel}
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) props.onClose();
      }}
    >
      <form
        class={styles.form}
        novalidate
        onSubmit={(event) => {
          event.preventDefault();
          props.onSubmit();
        }}
      >
        <div class={styles.head}>
          <h2 id={titleId} class={styles.title}>
            {props.title}
          </h2>
          <IconButton label="Close" icon={X} keys="Escape" onClick={() => props.onClose()} />
        </div>
        <div class={styles.body}>{props.children}</div>
        <div class={styles.foot}>{props.foot}</div>
      </form>
    </aside>
  );
}
