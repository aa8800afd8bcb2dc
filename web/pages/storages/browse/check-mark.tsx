/** The box that chooses an entry. For the ear its row is selected; for the keyboard there is Space. */
import Check from 'lucide-solid/icons/check';
import { cx } from '#web/ui/cx.ts';
import { Icon } from '#web/ui/icon.tsx';
import styles from './entries-view.module.css';

export function CheckMark(props: { chosen: boolean; onToggle: () => void }) {
  return (
    <span
      class={cx(styles.check, props.chosen && styles.checked)}
      aria-hidden="true"
      data-check
      onClick={(event) => {
        event.stopPropagation();
        props.onToggle();
      }}
    >
      <span class={styles.box}>
        <Icon of={Check} size={14} />
      </span>
    </span>
  );
}
