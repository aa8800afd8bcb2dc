/** A card: a picture of 16:9, the name, a second line, and a thin bar where something is counted. */
import { type JSX, Show } from 'solid-js';
import { type Part, ProgressBar } from '#web/ui/progress-bar.tsx';
import styles from './card.module.css';

interface CardProps {
  picture: JSX.Element;
  /** Small words on the picture. */
  chips?: JSX.Element;
  name: string;
  href: string;
  /** At the right of the name. */
  note?: JSX.Element;
  second: JSX.Element;
  /** Shown when the pointer or the focus is on the card; its room is always there. */
  onHover?: JSX.Element;
  parts?: readonly Part[] | undefined;
}

export function Card(props: CardProps) {
  return (
    <>
      <span class={styles.frame}>
        <a class={styles.picture} href={props.href} tabindex={-1} aria-hidden="true">
          {props.picture}
        </a>
        <span class={styles.chips}>{props.chips}</span>
      </span>
      <span class={styles.line}>
        <a class={styles.name} href={props.href} title={props.name}>
          {props.name}
        </a>
        <span class={styles.note}>{props.note}</span>
      </span>
      <span class={styles.second}>{props.second}</span>
      <Show when={props.onHover}>
        <span class={styles.more}>{props.onHover}</span>
      </Show>
      <Show when={props.parts}>
        {(parts) => (
          <span class={styles.bar}>
            <ProgressBar label={`Progress of ${props.name}`} parts={parts()} height={3} />
          </span>
        )}
      </Show>
    </>
  );
}
