/** One section of the form: its heading at the left, its fields at most 640 wide. */
import { createUniqueId, type JSX } from 'solid-js';
import styles from './section.module.css';

export function Section(props: { title: string; words: string; children: JSX.Element }) {
  const id = createUniqueId();
  return (
    <section class={styles.section} aria-labelledby={id}>
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
