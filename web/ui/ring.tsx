/** A ring of 14 or 16 px: the share that is done, or turning while the share is not known. */
import styles from './ring.module.css';

export function Ring(props: { share?: number | undefined; size?: 14 | 16; label?: string }) {
  const circumference = 2 * Math.PI * 6;
  return (
    <svg
      class={props.share === undefined ? styles.turning : styles.ring}
      width={props.size ?? 16}
      height={props.size ?? 16}
      viewBox="0 0 16 16"
      {...(props.label === undefined
        ? { 'aria-hidden': 'true' as const }
        : { role: 'img', 'aria-label': props.label })}
    >
      <circle class={styles.track} cx="8" cy="8" r="6" />
      <circle
        class={styles.done}
        cx="8"
        cy="8"
        r="6"
        stroke-dasharray={`${(props.share ?? 0.28) * circumference} ${circumference}`}
        transform="rotate(-90 8 8)"
      />
    </svg>
  );
}
