/** What was deleted and can still be had back. */
import RotateCcw from 'lucide-solid/icons/rotate-ccw';
import Trash from 'lucide-solid/icons/trash';
import { createSignal, For, Match, Show, Switch } from 'solid-js';
import { toErrorReport } from '#core/errors.ts';
import type { BinEntry } from '#core/workspace/door/bulk.ts';
import { createLive } from '#web/state/create-live.ts';
import { showToast } from '#web/state/toasts.ts';
import { useTitle } from '#web/state/use-title.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/choice.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { count, counted } from '#web/ui/format.ts';
import { Growing } from '#web/ui/growing.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { EmptyState, Failing, LoadingRows } from '#web/ui/states.tsx';
import { Time } from '#web/ui/time.tsx';
import styles from './bin-page.module.css';

const words = { projects: 'Project', tasks: 'Task', jobs: 'Job' } as const;
const dayMs = 24 * 60 * 60 * 1000;

const keyOf = ({ resource, id }: BinEntry): string => `${resource}-${id}`;

export function BinPage() {
  useTitle(() => 'Bin');
  const workspace = useWorkspace();
  const [chosen, setChosen] = createSignal<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = createSignal<readonly BinEntry[]>();
  const live = createLive(
    () => true,
    () => workspace.bin.list(),
  );
  const all = () => live.data() ?? [];
  const selected = () => all().filter((entry) => chosen().has(keyOf(entry)));
  const concerned = () => (selected().length > 0 ? selected() : all());

  function toggle(entry: BinEntry): void {
    const next = new Set(chosen());
    if (!next.delete(keyOf(entry))) next.add(keyOf(entry));
    setChosen(next);
  }
  async function restore(entries: readonly BinEntry[]): Promise<void> {
    try {
      await workspace.bin.restore(entries);
      showToast({
        tone: 'ok',
        title:
          entries.length === 1 ? `“${entries[0]?.name}” is back` : `${counted(entries.length, 'thing')} back`,
      });
    } catch (error) {
      showToast({ tone: 'bad', title: 'Not all came back', text: toErrorReport(error).message });
    }
    setChosen(new Set<string>());
  }
  async function remove(entries: readonly BinEntry[]): Promise<void> {
    setAsked(undefined);
    try {
      await workspace.bin.remove(entries);
    } catch (error) {
      showToast({ tone: 'bad', title: 'Not all was removed', text: toErrorReport(error).message });
    }
    setChosen(new Set<string>());
  }

  return (
    <>
      <PageHead
        title="Bin"
        note={live.data() ? count(all().length) : ''}
        crumbs={[{ title: 'Settings', href: '#/settings' }]}
      >
        <Show when={all().length > 0}>
          <Button icon={RotateCcw} onClick={() => void restore(concerned())}>
            {selected().length > 0 ? `Restore ${count(selected().length)}` : 'Restore all'}
          </Button>
          <Button kind="danger" icon={Trash} onClick={() => setAsked(concerned())}>
            {selected().length > 0 ? `Delete ${count(selected().length)} for good…` : 'Empty the bin…'}
          </Button>
        </Show>
      </PageHead>
      <Switch>
        <Match when={live.error()}>
          {(error) => (
            <Failing what="The bin could not be read from this device" error={error()} onRetry={live.again} />
          )}
        </Match>
        <Match when={live.data() === undefined}>
          <LoadingRows words="Reading what was deleted." />
        </Match>
        <Match when={all().length === 0}>
          <EmptyState
            title="The bin is empty"
            actions={
              <LinkButton size="form" href="#/tasks">
                Go to Tasks
              </LinkButton>
            }
          >
            What you delete stays here for 30 days, with its annotations, and can be put back where it was.
          </EmptyState>
        </Match>
        <Match when={true}>
          <table class={styles.table}>
            <thead>
              <tr>
                <th class={styles.check}>
                  <Checkbox
                    label="Select all"
                    bare
                    checked={selected().length === all().length}
                    onChange={() =>
                      setChosen(
                        selected().length === all().length ? new Set<string>() : new Set(all().map(keyOf)),
                      )
                    }
                  />
                </th>
                <th>Name</th>
                <th>Deleted</th>
                <th>Gone for good</th>
                <th>
                  <span class="visually-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <Growing
                each={all()}
                rest={(more, watch) => (
                  <tr ref={watch}>
                    <td colSpan={5}>{`${count(more)} more`}</td>
                  </tr>
                )}
              >
                {(entry) => (
                  <tr class={styles.row}>
                    <td class={styles.check}>
                      <Checkbox
                        label={`Select ${entry.name}`}
                        bare
                        checked={chosen().has(keyOf(entry))}
                        onChange={() => toggle(entry)}
                      />
                    </td>
                    <td>
                      <span class={styles.name}>{entry.name}</span>
                      <span class={styles.quiet}>{`${words[entry.resource]} #${entry.id}`}</span>
                    </td>
                    <td>
                      <Time of={entry.deletedAt} />
                    </td>
                    <td class={styles.quiet}>{daysLeft(entry)}</td>
                    <td class={styles.actions}>
                      <Button onClick={() => void restore([entry])}>Restore</Button>
                    </td>
                  </tr>
                )}
              </Growing>
            </tbody>
          </table>
        </Match>
      </Switch>
      <Show when={asked()}>
        {(entries) => (
          <Dialog
            title={`Delete ${counted(entries().length, 'thing')} for good?`}
            onClose={() => setAsked(undefined)}
            onSubmit={() => void remove(entries())}
            foot={
              <>
                <Button kind="ghost" size="form" onClick={() => setAsked(undefined)}>
                  Cancel
                </Button>
                <Button kind="danger" size="form" type="submit">
                  {`Delete ${count(entries().length)} for good`}
                </Button>
              </>
            }
          >
            <p>
              With all annotations and their history. This cannot be undone. Images stay in their storages.
            </p>
            <ul class={styles.doomed}>
              <For each={entries().slice(0, 8)}>{(entry) => <li>{entry.name}</li>}</For>
            </ul>
            <Show when={entries().length > 8}>
              <p class={styles.quiet}>{`and ${count(entries().length - 8)} more`}</p>
            </Show>
          </Dialog>
        )}
      </Show>
    </>
  );
}

function daysLeft({ until }: BinEntry): string {
  const days = Math.max(0, Math.ceil((until - Date.now()) / dayMs));
  return days === 0 ? 'today' : `in ${counted(days, 'day')}`;
}
