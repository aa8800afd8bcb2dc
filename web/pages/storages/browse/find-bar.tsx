/** Search here or below, what it found, and how it is shown. */
import LayoutGrid from 'lucide-solid/icons/layout-grid';
import List from 'lucide-solid/icons/list';
import { createEffect, createSignal, on, onCleanup, Show } from 'solid-js';
import { Segmented } from '#web/ui/choice.tsx';
import { count } from '#web/ui/format.ts';
import { Icon } from '#web/ui/icon.tsx';
import { SearchField } from '#web/ui/search-field.tsx';
import styles from './browse-page.module.css';
import type { Entries } from './create-entries.ts';
import type { View } from './entry.ts';

interface FindBarProps {
  find: string;
  below: boolean;
  view: View;
  entries: Entries;
  onFind: (find: string) => void;
  onBelow: (below: boolean) => void;
  onView: (view: View) => void;
}

/** Each search is a request to the storage. */
const restMs = 250;

export function FindBar(props: FindBarProps) {
  const [typed, setTyped] = createSignal('');
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));
  createEffect(
    on(
      () => props.find,
      (find) => {
        clearTimeout(timer);
        setTyped(find);
      },
    ),
  );

  function type(text: string): void {
    setTyped(text);
    clearTimeout(timer);
    if (text === '') props.onFind(text);
    else timer = setTimeout(() => props.onFind(text), restMs);
  }
  const found = () => props.entries.folders() + props.entries.objects();

  return (
    <div class={styles.finding}>
      <Segmented
        label="Where to search"
        value={props.below ? 'below' : 'here'}
        options={[
          { value: 'here', label: 'Here' },
          { value: 'below', label: 'Below' },
        ]}
        onChange={(where) => props.onBelow(where === 'below')}
      />
      <SearchField
        label={props.below ? 'Search below' : 'Search here'}
        over={props.below ? 'Part of a key, or *.png' : 'Start of a name, or *.png'}
        value={typed()}
        onInput={type}
      />
      <Show when={props.find !== '' || props.below}>
        <span class={styles.count} role="status">
          {props.below
            ? `${count(found())} found in ${count(props.entries.looked())} looked at`
            : `${count(found())} match`}
        </span>
      </Show>
      <Segmented<View>
        label="Shown as"
        value={props.view}
        options={[
          { value: 'list', label: <ViewLabel icon="list" /> },
          { value: 'grid', label: <ViewLabel icon="grid" /> },
        ]}
        onChange={(view) => props.onView(view)}
      />
    </div>
  );
}

function ViewLabel(props: { icon: View }) {
  return (
    <>
      <Icon of={props.icon === 'list' ? List : LayoutGrid} size={14} />
      <span class="visually-hidden">{props.icon === 'list' ? 'List' : 'Grid'}</span>
    </>
  );
}
