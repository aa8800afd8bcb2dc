/** A name for the filter that is being built. */
import { createSignal } from 'solid-js';
import { toErrorReport } from '#core/errors.ts';
import type { Filter } from '#core/query/filter.ts';
import type { Resource } from '#core/query/list-query.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/choice.tsx';
import { TextField } from '#web/ui/field.tsx';
import styles from './builder.module.css';

interface SaveProps {
  resource: Resource;
  /** The filter, once it is whole. */
  finished: () => Filter | undefined;
  onSaved: (filter: Filter) => void;
}

export function SaveInPlace(props: SaveProps) {
  const workspace = useWorkspace();
  const [name, setName] = createSignal('');
  const [pinned, setPinned] = createSignal(true);
  const [error, setError] = createSignal<string>();

  async function save(): Promise<void> {
    const filter = props.finished();
    if (!filter) return;
    if (name().trim() === '') {
      setError('A filter has a name.');
      return;
    }
    try {
      const saved = await workspace.lists.savedFilters(props.resource);
      if (saved.some((each) => each.name === name().trim())) {
        setError('Another filter has this name.');
        return;
      }
      await workspace.lists.saveFilter({
        resource: props.resource,
        name: name().trim(),
        pinned: pinned(),
        filter,
      });
      props.onSaved(filter);
    } catch (failure) {
      setError(toErrorReport(failure).message);
    }
  }
  return (
    <div class={styles.save}>
      <TextField
        label="Name of the filter"
        value={name()}
        error={error()}
        onInput={(value) => {
          setName(value);
          setError(undefined);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          void save();
        }}
      />
      <Checkbox label="Pin it: as a tab here and in the sidebar" checked={pinned()} onChange={setPinned} />
      <Button onClick={() => void save()}>Save the filter</Button>
    </div>
  );
}
