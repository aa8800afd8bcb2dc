/** Search in a page's head: `/` focuses it, Esc clears it, then leaves it. */
import Search from 'lucide-solid/icons/search';
import X from 'lucide-solid/icons/x';
import { Show } from 'solid-js';
import { createCommands } from '#web/commands/registry.ts';
import { IconButton } from './button.tsx';
import { inputClass } from './field.tsx';
import { Icon } from './icon.tsx';
import styles from './search-field.module.css';

interface SearchFieldProps {
  label: string;
  /** What is searched, as the placeholder. */
  over: string;
  value: string;
  onInput: (value: string) => void;
}

export function SearchField(props: SearchFieldProps) {
  let input: HTMLInputElement | undefined;
  createCommands([
    {
      id: 'search-here',
      title: 'Search this list',
      section: 'This page',
      icon: Search,
      keys: '/',
      run: () => input?.focus(),
    },
  ]);
  return (
    <span class={styles.frame}>
      <Icon of={Search} size={14} class={styles.icon} />
      <input
        ref={(element) => {
          input = element;
        }}
        class={inputClass({ bar: true })}
        type="search"
        aria-label={props.label}
        placeholder={props.over}
        spellcheck={false}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          if (props.value === '') event.currentTarget.blur();
          else props.onInput('');
        }}
      />
      <Show when={props.value !== ''}>
        <span class={styles.clear}>
          <IconButton label="Clear the search" icon={X} onClick={() => props.onInput('')} />
        </span>
      </Show>
    </span>
  );
}
