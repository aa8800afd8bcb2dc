/** Chooses a person, or nobody; a name that nobody has can be added on the spot. */
import Check from 'lucide-solid/icons/check';
import ChevronDown from 'lucide-solid/icons/chevron-down';
import Plus from 'lucide-solid/icons/plus';
import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js';
import type { PersonId } from '#core/model/ids.ts';
import type { Person } from '#core/model/person.ts';
import { Avatar } from './person-avatar.tsx';
import { cx } from './cx.ts';
import { Field, inputClass } from './field.tsx';
import { Icon } from './icon.tsx';
import styles from './person-picker.module.css';

interface PersonPickerProps {
  label: string;
  value: PersonId | undefined;
  people: readonly Person[];
  onChange: (id: PersonId | undefined) => void;
  /** Makes a person of a name and gives its id. Without it nobody can be added here. */
  onAdd?: (name: string) => Promise<PersonId | undefined>;
  /** In tables: without edge, and its label only for the ear. */
  quiet?: boolean;
}

type Row =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'add'; readonly name: string };

export function PersonPicker(props: PersonPickerProps) {
  return (
    <Show when={!props.quiet} fallback={<Picker {...props} />}>
      <Field label={props.label} control={(ids) => <Picker {...props} id={ids.id} />} />
    </Show>
  );
}

function Picker(props: PersonPickerProps & { id?: string }) {
  const listId = createUniqueId();
  /** What is typed; undefined while the list is closed. */
  const [typed, setTyped] = createSignal<string>();
  const [active, setActive] = createSignal(0);
  const chosen = () => props.people.find(({ id }) => id === props.value);
  const open = () => typed() !== undefined;
  const rows = createMemo((): Row[] => {
    const words = (typed() ?? '').trim().toLowerCase();
    const found = props.people.filter(({ name }) => name.toLowerCase().includes(words));
    const isNew = words !== '' && !found.some(({ name }) => name.toLowerCase() === words);
    return [
      ...(words === '' ? [{ kind: 'nobody' } as const] : []),
      ...found.map((person) => ({ kind: 'person', person }) as const),
      ...(isNew && props.onAdd ? [{ kind: 'add', name: (typed() ?? '').trim() } as const] : []),
    ];
  });
  const idOf = (row: Row): PersonId | undefined => (row.kind === 'person' ? row.person.id : undefined);

  async function choose(row: Row | undefined): Promise<void> {
    setTyped(undefined);
    if (!row) return;
    const id = row.kind === 'add' ? await props.onAdd?.(row.name) : idOf(row);
    if (row.kind === 'add' && id === undefined) return;
    if (id !== props.value) props.onChange(id);
  }
  function show(text: string): void {
    setTyped(text);
    setActive(0);
  }
  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (open()) setActive((active() + step + rows().length) % Math.max(1, rows().length));
      else show('');
    } else if (event.key === 'Enter' && open()) {
      event.preventDefault();
      void choose(rows()[active()]);
    } else if (event.key === 'Escape' && open()) {
      event.preventDefault();
      event.stopPropagation();
      setTyped(undefined);
    }
  }

  return (
    <span class={cx(styles.frame, props.quiet && styles.quiet)}>
      <Show when={!open() && chosen()}>
        {(person) => (
          <span class={styles.avatar}>
            <Avatar person={person()} />
          </span>
        )}
      </Show>
      <input
        id={props.id}
        class={cx(inputClass(), !open() && chosen() !== undefined && styles.withAvatar)}
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-label={props.id === undefined ? props.label : undefined}
        aria-expanded={open()}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open() && rows().length > 0 ? `${listId}-${active()}` : undefined}
        placeholder="Nobody"
        value={typed() ?? chosen()?.name ?? ''}
        onClick={(event) => {
          event.stopPropagation();
          if (!open()) show('');
        }}
        onKeyDown={onKeyDown}
        onInput={(event) => show(event.currentTarget.value)}
        onBlur={() => setTyped(undefined)}
      />
      <Icon of={ChevronDown} size={14} class={styles.chevron} />
      <div
        id={listId}
        role="listbox"
        aria-label={`${props.label}: people`}
        class={styles.list}
        hidden={!open()}
        onPointerDown={(event) => event.preventDefault()}
        onClick={(event) => event.stopPropagation()}
      >
        <For each={rows()}>
          {(row, index) => (
            <div
              id={`${listId}-${index()}`}
              role="option"
              aria-selected={row.kind !== 'add' && idOf(row) === props.value}
              class={cx(styles.option, index() === active() && styles.active)}
              onClick={() => void choose(row)}
            >
              <RowWords row={row} />
              <Show when={row.kind !== 'add' && idOf(row) === props.value}>
                <Icon of={Check} size={14} class={styles.check} />
              </Show>
            </div>
          )}
        </For>
      </div>
    </span>
  );
}

function RowWords(props: { row: Row }) {
  const person = () => (props.row.kind === 'person' ? props.row.person : undefined);
  return (
    <Show
      when={person()}
      fallback={
        <>
          <Show when={props.row.kind === 'add'} fallback={<span class={styles.none} />}>
            <Icon of={Plus} size={14} class={styles.none} />
          </Show>
          {props.row.kind === 'add' ? `Add “${props.row.name}”` : 'Nobody'}
        </>
      }
    >
      {(known) => (
        <>
          <Avatar person={known()} />
          <span class={styles.name}>{known().name}</span>
        </>
      )}
    </Show>
  );
}
