/** Named filters: saving what is filtered now, and renaming, pinning, deleting, exporting and importing them. */
import Download from 'lucide-solid/icons/download';
import Pencil from 'lucide-solid/icons/pencil';
import Pin from 'lucide-solid/icons/pin';
import Trash from 'lucide-solid/icons/trash';
import Upload from 'lucide-solid/icons/upload';
import { createSignal, For, Show } from 'solid-js';
import { toErrorReport } from '#core/errors.ts';
import type { SavedFilter } from '#core/query/saved-filter.ts';
import { filterWords } from '#core/query/words.ts';
import { saveFile } from '#web/state/download.ts';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/choice.tsx';
import { TextField } from '#web/ui/field.tsx';
import { counted } from '#web/ui/format.ts';
import { Popover } from '#web/ui/popover.tsx';
import type { List } from './create-list.ts';
import type { ListRow } from './list-kind.ts';
import { parseFilters, printFilters } from './saved-file.ts';
import styles from './saved-menu.module.css';

interface SavedProps<Row extends ListRow> {
  list: List<Row>;
  saved: readonly SavedFilter[];
  anchor: HTMLElement;
  /** Only the name is asked for. */
  naming?: boolean;
  onClose: () => void;
}

export function SavedMenu<Row extends ListRow>(props: SavedProps<Row>) {
  const workspace = useWorkspace();
  const { list } = props;
  const { resource } = list.kind;
  const [renaming, setRenaming] = createSignal<number>();
  let chooser: HTMLInputElement | undefined;

  /** Tells what could not be done; the filter stays as it was. */
  async function attempt(what: Promise<unknown>): Promise<void> {
    try {
      await what;
    } catch (error) {
      showToast({ tone: 'bad', title: 'The filters stay as they were', text: toErrorReport(error).message });
    }
  }
  async function take(file: File): Promise<void> {
    const filters = parseFilters(await file.text());
    for (const filter of filters) await workspace.lists.saveFilter(filter);
    showToast({ tone: 'ok', title: `Imported ${counted(filters.length, 'filter')}` });
  }
  function remove(filter: SavedFilter): void {
    void attempt(workspace.lists.removeFilter(filter.id));
    const { id: _, ...again } = filter;
    showToast({
      tone: 'undo',
      title: `Deleted the filter “${filter.name}”`,
      action: { title: 'Undo', run: () => void attempt(workspace.lists.saveFilter(again)) },
    });
  }

  return (
    <Popover
      label={props.naming ? 'Save the filter' : 'Saved filters'}
      anchor={props.anchor}
      width={360}
      onClose={() => props.onClose()}
    >
      <div class={styles.panel}>
        <Show when={list.query().filter}>
          {(filter) => (
            <NameForm
              button="Save the filter"
              name=""
              taken={props.saved.map(({ name }) => name)}
              withPin
              onName={(name, pinned) => {
                void attempt(workspace.lists.saveFilter({ resource, name, pinned, filter: filter() }));
                props.onClose();
              }}
            />
          )}
        </Show>
        <Show when={!props.naming}>
          <ul class={styles.list} aria-label="Saved filters">
            <For
              each={props.saved}
              fallback={
                <li class={styles.none}>
                  No filter has a name yet. Filter the list, then give the filter a name here.
                </li>
              }
            >
              {(saved) => (
                <li class={styles.saved}>
                  <Show
                    when={renaming() === saved.id}
                    fallback={
                      <>
                        <a
                          class={styles.name}
                          href={list.linkTo({ filter: saved.filter, quick: [], search: '' })}
                          title={filterWords(resource, saved.filter)}
                          onClick={() => props.onClose()}
                        >
                          {saved.name}
                        </a>
                        <IconButton
                          label={saved.pinned ? `Unpin ${saved.name}` : `Pin ${saved.name}`}
                          icon={Pin}
                          on={saved.pinned}
                          onClick={() =>
                            void attempt(workspace.lists.updateFilter(saved.id, { pinned: !saved.pinned }))
                          }
                        />
                        <IconButton
                          label={`Rename ${saved.name}`}
                          icon={Pencil}
                          onClick={() => setRenaming(saved.id)}
                        />
                        <IconButton
                          label={`Delete the filter ${saved.name}`}
                          icon={Trash}
                          onClick={() => remove(saved)}
                        />
                      </>
                    }
                  >
                    <NameForm
                      button="Rename"
                      name={saved.name}
                      taken={props.saved.filter(({ id }) => id !== saved.id).map(({ name }) => name)}
                      onName={(name) => {
                        void attempt(workspace.lists.updateFilter(saved.id, { name }));
                        setRenaming(undefined);
                      }}
                    />
                  </Show>
                </li>
              )}
            </For>
          </ul>
          <div class={styles.foot}>
            <Button
              kind="ghost"
              icon={Download}
              disabledReason={props.saved.length === 0 ? 'There is no filter to export' : undefined}
              onClick={() =>
                saveFile(
                  new Blob([printFilters(props.saved)], { type: 'application/json' }),
                  `filters-${resource}.json`,
                )
              }
            >
              Export
            </Button>
            <Button kind="ghost" icon={Upload} onClick={() => chooser?.click()}>
              Import…
            </Button>
            <input
              ref={(element) => {
                chooser = element;
              }}
              type="file"
              accept="application/json,.json"
              hidden
              aria-label="File with filters"
              onChange={(event) => {
                const [file] = event.currentTarget.files ?? [];
                event.currentTarget.value = '';
                if (file) void attempt(take(file));
              }}
            />
          </div>
        </Show>
      </div>
    </Popover>
  );
}

function NameForm(props: {
  button: string;
  name: string;
  taken: readonly string[];
  withPin?: boolean;
  onName: (name: string, pinned: boolean) => void;
}) {
  const [name, setName] = createSignal(props.name);
  const [pinned, setPinned] = createSignal(true);
  const [error, setError] = createSignal<string>();
  return (
    <form
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        const wanted = name().trim();
        if (wanted === '') setError('A filter has a name.');
        else if (props.taken.includes(wanted)) setError('Another filter has this name.');
        else props.onName(wanted, pinned());
      }}
    >
      <TextField
        label="Name of the filter"
        autofocus
        value={name()}
        error={error()}
        onInput={(value) => {
          setName(value);
          setError(undefined);
        }}
      />
      <Show when={props.withPin}>
        <Checkbox label="Pin it: as a tab here and in the sidebar" checked={pinned()} onChange={setPinned} />
      </Show>
      <Button type="submit">{props.button}</Button>
    </form>
  );
}
