/** Who is at this device, and who else things can be given to. */
import { Show } from 'solid-js';
import type { Person } from '#core/model/person.ts';
import { createLive } from '#web/state/create-live.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Avatar } from '#web/ui/person-avatar.tsx';
import { NamedList } from './named-list.tsx';
import styles from './named-list.module.css';

export function PeopleSection() {
  const workspace = useWorkspace();
  const live = createLive(
    () => true,
    async () => ({ people: await workspace.people.list(), me: (await workspace.people.me()).id }),
  );
  return (
    <Show when={live.data()}>
      {(known) => (
        <NamedList<Person>
          what="person"
          rows={known().people}
          lead={(person) => <ColorOf person={person} />}
          note={(person) => (person.id === known().me ? 'you' : undefined)}
          fixed={(person) => (person.id === known().me ? 'This is you' : undefined)}
          onRename={(person, name) => workspace.people.update(person.id, { name })}
          onAdd={(name) => workspace.people.add(name)}
          onRemove={(person) => workspace.people.remove(person.id)}
        />
      )}
    </Show>
  );
}

function ColorOf(props: { person: Person }) {
  const workspace = useWorkspace();
  let input: HTMLInputElement | undefined;
  async function recolor(color: string): Promise<void> {
    try {
      await workspace.people.update(props.person.id, { color });
      input?.setCustomValidity('');
    } catch {
      if (!input) return;
      input.setCustomValidity('White initials could not be read on it: choose a darker colour.');
      input.reportValidity();
      input.value = props.person.color;
    }
  }
  return (
    <span class={styles.color}>
      <Avatar person={props.person} />
      <input
        ref={(element) => {
          input = element;
        }}
        type="color"
        aria-label={`Colour of ${props.person.name}`}
        value={props.person.color}
        onChange={(event) => void recolor(event.currentTarget.value)}
      />
    </span>
  );
}
