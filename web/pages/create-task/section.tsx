/** One section of the form: its heading at the left, its fields at most 640 wide. */
import { createUniqueId, type JSX } from 'solid-js';
import styles from './section.module.css';

interface SectionProps {
  title: string;
  words: string;
  /** Fields of the draft whose errors stand somewhere in here, with blanks between. */
  fields?: string;
  children: JSX.Element;
}

export function Section(props: SectionProps) {
  const id = createUniqueId();
  return (
    <section class={styles.section} aria-labelledby={id} data-field={props.fields}>
      <div>
        <h2 id={id} class={styles.title}>
          {props.title}
        </h2>
        <p class={styles.words}>{props.words}</p>
      </div>
      <div class={styles.fields}>{props.children}</div>
    </section>
  );
}
