/** What is selected and can be done with it; how far a change is; how it ended. Dark in both themes. */
import X from 'lucide-solid/icons/x';
import { createSignal, For, Match, Show, Switch } from 'solid-js';
import { Portal } from 'solid-js/web';
import { count, counted } from '#web/ui/format.ts';
import { Icon } from '#web/ui/icon.tsx';
import { Menu } from '#web/ui/menu.tsx';
import { Ring } from '#web/ui/ring.tsx';
import type { List } from '../create-list.ts';
import { selectAll } from '../list-keys.ts';
import type { ListRow } from '../list-kind.ts';
import type { BulkAction } from './bulk-action.ts';
import styles from './bulk-bar.module.css';
import { bulkOf, type BulkState, closeBulk, outcomeWords, retryFailures, undoBulk } from './bulk-run.ts';
import { FailuresDialog } from './failures-dialog.tsx';

interface BarProps<Row extends ListRow> {
  list: List<Row>;
  actions: readonly BulkAction[];
  onAction: (action: BulkAction) => void;
}

/** Actions that stand in the bar; the others are in its menu. */
const shown = 5;

export function BulkBar<Row extends ListRow>(props: BarProps<Row>) {
  const { kind, selection } = props.list;
  const state = bulkOf(kind.resource);
  const running = () => {
    const now = state();
    return now?.kind === 'running' ? now : undefined;
  };
  const ended = () => {
    const now = state();
    return now?.kind === 'ended' ? now : undefined;
  };
  return (
    <div class={styles.bar} role="region" aria-label="Selection">
      <Switch>
        <Match when={running()}>{(now) => <Running of={now()} />}</Match>
        <Match when={selection.size() > 0}>
          <Selected list={props.list} actions={props.actions} onAction={props.onAction} />
        </Match>
        <Match when={ended()}>{(end) => <Ended of={end()} />}</Match>
      </Switch>
    </div>
  );
}

function Selected<Row extends ListRow>(props: BarProps<Row>) {
  const { kind, selection } = props.list;
  const matching = () => props.list.answer()?.matching ?? 0;
  return (
    <>
      <span class={styles.words}>
        <strong>{`${count(selection.size())} selected`}</strong>
        <span class={styles.of}>{` of ${count(matching())} that match`}</span>
      </span>
      <Show when={selection.size() < matching()}>
        <button type="button" class={styles.all} onClick={() => selectAll(props.list)}>
          {`Select all ${count(matching())}`}
        </button>
      </Show>
      <span class={styles.line} />
      <For each={props.actions.slice(0, shown)}>
        {(action) => (
          <button type="button" class={styles.action} onClick={() => props.onAction(action)}>
            <Icon of={action.icon} size={14} />
            {action.title}
          </button>
        )}
      </For>
      <Show when={props.actions.length > shown}>
        <span class={styles.menu}>
          <Menu
            label={`More for ${counted(selection.size(), kind.one, kind.many)}`}
            sections={[
              props.actions.slice(shown).map((action) => ({
                title: `${action.title} (${count(selection.size())})`,
                icon: action.icon,
                run: () => props.onAction(action),
              })),
            ]}
          />
        </span>
      </Show>
      <span class={styles.line} />
      <button
        type="button"
        class={styles.action}
        aria-label="Clear the selection"
        onClick={() => selection.clear()}
      >
        <Icon of={X} size={14} />
      </button>
    </>
  );
}

function Running(props: { of: Extract<BulkState, { kind: 'running' }> }) {
  return (
    <>
      <Ring size={14} share={props.of.total === 0 ? 0 : props.of.done / props.of.total} />
      <span class={styles.words} role="status">
        {`${props.of.work.doing} ${count(props.of.done)} of ${count(props.of.total)}`}
      </span>
      <button
        type="button"
        class={styles.action}
        aria-disabled={props.of.isStopping}
        onClick={() => props.of.stop()}
      >
        {props.of.isStopping ? 'Stopping' : 'Cancel'}
      </button>
    </>
  );
}

function Ended(props: { of: Extract<BulkState, { kind: 'ended' }> }) {
  const [showing, setShowing] = createSignal(false);
  const failures = () => props.of.outcome.failures;
  return (
    <>
      <span class={styles.words} role="status">
        {outcomeWords(props.of.work, props.of.outcome)}
      </span>
      <Show when={failures().length > 0}>
        <button type="button" class={styles.action} onClick={() => setShowing(true)}>
          Show
        </button>
        <button type="button" class={styles.action} onClick={() => void retryFailures(props.of)}>
          {`Retry ${count(failures().length)}`}
        </button>
      </Show>
      <Show when={props.of.outcome.undo}>
        <button type="button" class={styles.action} onClick={() => void undoBulk(props.of)}>
          Undo
        </button>
      </Show>
      <span class={styles.line} />
      <button
        type="button"
        class={styles.action}
        aria-label="Close"
        onClick={() => closeBulk(props.of.work.resource)}
      >
        <Icon of={X} size={14} />
      </button>
      <Show when={showing()}>
        <Portal>
          <FailuresDialog
            failures={failures()}
            onRetry={() => {
              setShowing(false);
              void retryFailures(props.of);
            }}
            onClose={() => setShowing(false)}
          />
        </Portal>
      </Show>
    </>
  );
}
