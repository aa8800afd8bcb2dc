/** Where the task's frames come from, and what a sync found there. */
import ArrowLeftRight from 'lucide-solid/icons/arrow-left-right';
import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleDashed from 'lucide-solid/icons/circle-dashed';
import CircleX from 'lucide-solid/icons/circle-x';
import RotateCw from 'lucide-solid/icons/rotate-cw';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { createSignal, For, lazy, Match, Show, Switch } from 'solid-js';
import type { StorageId } from '#core/model/ids.ts';
import type { Source } from '#core/model/source.ts';
import type { Storage } from '#core/model/storage.ts';
import type { SyncState } from '#core/model/sync.ts';
import type { Task } from '#core/model/task.ts';
import { createLive } from '#web/state/create-live.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Badge } from '#web/ui/badges.tsx';
import { Button, IconButton, LinkButton } from '#web/ui/button.tsx';
import { count } from '#web/ui/format.ts';
import { Time } from '#web/ui/time.tsx';
import { StorageLine } from './storage-line.tsx';
import { SyncDialog } from './sync-dialog.tsx';
import styles from './task-aside.module.css';

const ExchangeDialog = lazy(async () => ({
  default: (await import('./exchange-dialog.tsx')).ExchangeDialog,
}));
const AddSourceDialog = lazy(async () => ({
  default: (await import('./add-source-dialog.tsx')).AddSourceDialog,
}));

export function SourcePanel(props: { task: Task; storages: readonly Storage[] }) {
  const workspace = useWorkspace();
  const [layer, setLayer] = createSignal<'found' | 'add'>();
  const [exchanged, setExchanged] = createSignal<StorageId>();
  const live = createLive(
    () => props.task.id,
    (id) => workspace.tasks.syncState(id),
  );
  const isRunning = () => ['queued', 'in progress'].includes(live.data()?.status ?? '');
  return (
    <section aria-label="Sources">
      <div class={styles.headingRow}>
        <h2 class={styles.heading}>{props.task.sources.length === 1 ? 'Source' : 'Sources'}</h2>
        <span class={styles.actions}>
          <Show
            when={isRunning()}
            fallback={
              <Button
                kind="ghost"
                icon={RotateCw}
                disabledReason={props.task.ready ? undefined : 'It is still being made'}
                onClick={() => void workspace.tasks.sync(props.task.id)}
              >
                Sync
              </Button>
            }
          >
            <Button
              kind="ghost"
              onClick={() => {
                const id = live.data()?.requestId;
                if (id !== undefined) void workspace.requests.cancel(id);
              }}
            >
              Stop
            </Button>
          </Show>
          <Show when={props.task.offeredBy === undefined}>
            <Button kind="ghost" onClick={() => setLayer('add')}>
              Add source…
            </Button>
          </Show>
        </span>
      </div>
      <For each={props.task.sources}>
        {(source) => (
          <StorageLine
            storage={props.storages.find((each) => each.id === source.storageId)}
            role="source"
            words={sourceWords(source, props.storages)}
            action={
              <IconButton
                label="Exchange this storage…"
                icon={ArrowLeftRight}
                onClick={() => setExchanged(source.storageId)}
              />
            }
          />
        )}
      </For>
      <Show when={live.data()}>
        {(state) => (
          <div class={styles.sync} aria-live="polite">
            <SyncStatusLine state={state()} />
            <Show when={findingWords(state())}>
              {(words) => (
                <div class={styles.offer}>
                  <span>{words()}</span>
                  <Button onClick={() => setLayer('found')}>{state().offered > 0 ? 'Add…' : 'Show…'}</Button>
                </div>
              )}
            </Show>
          </div>
        )}
      </Show>
      <Show when={props.task.offeredBy}>
        {(id) => (
          <p class={styles.quiet}>
            New objects are offered in{' '}
            <LinkButton href={`#/tasks/${id()}`} kind="ghost">{`task #${id()}`}</LinkButton>
          </p>
        )}
      </Show>
      <Show when={layer() === 'found' && live.data()}>
        {(state) => <SyncDialog task={props.task} state={state()} onClose={() => setLayer(undefined)} />}
      </Show>
      <Show when={layer() === 'add'}>
        <AddSourceDialog task={props.task} storages={props.storages} onClose={() => setLayer(undefined)} />
      </Show>
      <Show when={exchanged()}>
        {(from) => (
          <ExchangeDialog
            task={props.task}
            storages={props.storages}
            from={from()}
            onClose={() => setExchanged(undefined)}
          />
        )}
      </Show>
    </section>
  );
}

/** What is chosen of a storage, where it is not all of it. */
function sourceWords(
  { storageId, prefix, filter, recursive, picked, reading }: Source,
  storages: readonly Storage[],
): string {
  const shown = storages.find(({ id }) => id === storageId)?.settings.prefix;
  return [
    picked.length > 0 ? `${count(picked.length)} chosen` : prefix === shown ? '' : prefix,
    reading.kind === 'manifest' ? `by ${reading.key}` : '',
    reading.kind === 'tasks' ? 'task files' : '',
    filter.pattern,
    recursive ? '' : 'without folders below',
  ]
    .filter(Boolean)
    .join(' · ');
}

function SyncStatusLine(props: { state: SyncState }) {
  return (
    <Switch>
      <Match when={props.state.status === 'queued'}>
        <Badge tone="quiet">Waiting to look</Badge>
      </Match>
      <Match when={props.state.status === 'in progress'}>
        <Badge tone="accent">Looking for new objects</Badge>
      </Match>
      <Match when={props.state.status === 'failed'}>
        <Badge tone="bad" icon={CircleX}>
          Could not look
        </Badge>
        <p class={styles.quiet}>{props.state.error?.message}</p>
      </Match>
      <Match when={props.state.status === 'initialized'}>
        <Badge tone="quiet" icon={CircleDashed}>
          Not looked at again yet
        </Badge>
      </Match>
      <Match when={props.state.finishedAt}>
        {(at) => (
          <Badge
            tone={props.state.failures ? 'warn' : 'ok'}
            icon={props.state.failures ? TriangleAlert : CircleCheck}
          >
            {props.state.failures ? 'Looked at with errors, ' : 'Looked at '}
            <Time of={at()} />
          </Badge>
        )}
      </Match>
    </Switch>
  );
}

function findingWords({ offered, changed, vanished, failures }: SyncState): string {
  return [
    offered > 0 ? `${count(offered)} new in the source` : '',
    changed > 0 ? `${count(changed)} changed` : '',
    vanished > 0 ? `${count(vanished)} gone` : '',
    failures ? `${count(failures.total)} failed` : '',
  ]
    .filter(Boolean)
    .join(', ');
}
