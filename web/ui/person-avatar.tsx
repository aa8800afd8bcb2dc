/** A person as initials on their colour; nobody has no avatar, only the word. */
import type { Person } from '#core/model/person.ts';
import styles from './person-avatar.module.css';

/** Decoration: the name stands beside it. */
export function Avatar(props: { person: Pick<Person, 'name' | 'color'> }) {
  return (
    <span class={styles.avatar} style={{ background: props.person.color }} aria-hidden="true">
      {initials(props.person.name)}
    </span>
  );
}

/** First letters of the first and the last word. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen.map((word) => /^./u.exec(word ?? '')?.[0].toLocaleUpperCase() ?? '').join('');
}
