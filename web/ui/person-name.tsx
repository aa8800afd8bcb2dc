/** A person by avatar and name; nobody is a word. */
import { Show } from 'solid-js';
import type { Person } from '#core/model/person.ts';
import { Avatar } from './person-avatar.tsx';
import styles from './person-name.module.css';

export function PersonName(props: { person: Person | undefined }) {
  return (
    <Show when={props.person} fallback={<span class={styles.nobody}>Nobody</span>}>
      {(person) => (
        <span class={styles.person}>
          <Avatar person={person()} />
          <span class={styles.name}>{person().name}</span>
        </span>
      )}
    </Show>
  );
}
