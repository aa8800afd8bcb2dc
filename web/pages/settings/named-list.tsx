/** A short list of names that are changed in place, added and removed: people, workspaces. */
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { toErrorReport } from '#core/errors.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { inputClass } from '#web/ui/field.tsx';
import styles from './named-list.module.css';

interface NamedRow {
  readonly id: number;
  readonly name: string;
}

interface NamedListProps<Row extends NamedRow> {
  /** What one of them is: "person". */
  what: string;
  rows: readonly Row[];
  /** Before the name. */
  lead?: (row: Row) => JSX.Element;
  /** Behind the name, in few words. */
  note?: (row: Row) => string | undefined;
  /** Why it cannot be removed. */
  fixed?: (row: Row) => string | undefined;
  onRename: (row: Row, name: string) => Promise<unknown>;
  onAdd: (name: string) => Promise<unknown>;
  onRemove: (row: Row) => Promise<unknown>;
}

export function NamedList<Row extends NamedRow>(props: NamedListProps<Row>) {
  const [added, setAdded] = createSignal('');
  const [error, setError] = createSignal<{ readonly at: number | 'new'; readonly words: string }>();

  async function attempt(at: number | 'new', work: () => Promise<unknown>): Promise<boolean> {
    setError(undefined);
    try {
      await work();
      return true;
    } catch (failure) {
      const { message, remedy } = toErrorReport(failure);
      setError({ at, words: remedy ? `${message} ${remedy.text}` : message });
      return false;
    }
  }
  async function rename(row: Row, input: HTMLInputElement): Promise<void> {
    const name = input.value.trim();
    if (name === row.name || name === '') {
      input.value = row.name;
      return;
    }
    await attempt(row.id, () => props.onRename(row, name));
  }
  async function add(): Promise<void> {
    if (added().trim() === '') return;
    if (await attempt('new', () => props.onAdd(added().trim()))) setAdded('');
  }
  const errorAt = (at: number | 'new') => (error()?.at === at ? error()?.words : undefined);

  return (
    <div class={styles.list}>
      <ul>
        <For each={props.rows}>
          {(row) => (
            <li class={styles.row}>
              {props.lead?.(row)}
              <input
                class={inputClass({ bar: true })}
                aria-label={`Name of ${props.what} ${row.name}`}
                value={row.name}
                onChange={(event) => void rename(row, event.currentTarget)}
              />
              <span class={styles.note}>{props.note?.(row)}</span>
              <Show when={props.fixed?.(row) === undefined}>
                <IconButton
                  label={`Remove ${props.what} ${row.name}`}
                  icon={Trash}
                  onClick={() => void attempt(row.id, () => props.onRemove(row))}
                />
              </Show>
              <Show when={errorAt(row.id)}>
                <p class={styles.error} role="alert">
                  {errorAt(row.id)}
                </p>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <form
        class={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <input
          class={inputClass({ bar: true })}
          aria-label={`Name of a new ${props.what}`}
          placeholder={`Name of a new ${props.what}`}
          value={added()}
          onInput={(event) => setAdded(event.currentTarget.value)}
        />
        <Button type="submit" icon={Plus}>
          Add
        </Button>
        <Show when={errorAt('new')}>
          <p class={styles.error} role="alert">
            {errorAt('new')}
          </p>
        </Show>
      </form>
    </div>
  );
}
