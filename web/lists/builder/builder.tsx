/** The filter builder: conditions in groups, what they say, and how many match. */
import Brackets from 'lucide-solid/icons/brackets';
import Clock from 'lucide-solid/icons/clock';
import Link from 'lucide-solid/icons/link';
import Plus from 'lucide-solid/icons/plus';
import X from 'lucide-solid/icons/x';
import {
  createEffect,
  createMemo,
  createSignal,
  Index,
  Match,
  on,
  onCleanup,
  onMount,
  Show,
  Switch,
} from 'solid-js';
import type { Filter } from '#core/query/filter.ts';
import { filterWords } from '#core/query/words.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { Segmented } from '#web/ui/choice.tsx';
import { copyText } from '#web/ui/copy.ts';
import { count } from '#web/ui/format.ts';
import { Popover } from '#web/ui/popover.tsx';
import type { List } from '../create-list.ts';
import type { ListRow } from '../list-kind.ts';
import styles from './builder.module.css';
import { ConditionRow } from './condition-row.tsx';
import {
  added,
  build,
  type Draft,
  type DraftGroup,
  draftOf,
  joins,
  newCondition,
  newGroup,
  rejoined,
  replaced,
} from './draft.ts';
import { RecentFilters } from './recent-filters.tsx';
import { SaveInPlace } from './save-in-place.tsx';

const countMs = 50;

interface BuilderProps<Row extends ListRow> {
  list: List<Row>;
  anchor: HTMLElement;
  /** The part of the filter that was clicked. */
  part?: number | undefined;
  onClose: () => void;
}

export function Builder<Row extends ListRow>(props: BuilderProps<Row>) {
  const workspace = useWorkspace();
  const { list } = props;
  const { resource, title } = list.kind;
  const [draft, setDraft] = createSignal(draftOf(resource, list.query().filter));
  /** Errors are shown once one has tried to apply. */
  const [tried, setTried] = createSignal(false);
  const [matches, setMatches] = createSignal<{ readonly matching: number; readonly total: number }>();
  const [extra, setExtra] = createSignal<'recent' | 'save'>();
  const built = createMemo(() => build(resource, draft()));
  let body: HTMLDivElement | undefined;

  createEffect(
    on(built, ({ filter }) => {
      const scope = list.scope();
      if (!filter || !scope) return;
      let isOver = false;
      const query = { ...list.query(), filter, quick: [], page: 1, pageSize: 1 };
      const timer = setTimeout(() => {
        workspace.lists.ask(resource, query, scope).then(
          (answer) => !isOver && setMatches(answer),
          () => undefined,
        );
      }, countMs);
      onCleanup(() => {
        clearTimeout(timer);
        isOver = true;
      });
    }),
  );
  onMount(() => {
    const { join, items } = draft();
    // A filter that is one pill is one part here, whatever is in it.
    const key = join === 'all' && props.part !== undefined ? items[props.part]?.key : items[0]?.key;
    // The panel shows itself and takes the focus in this same turn.
    queueMicrotask(() => {
      const place = body?.querySelector(`[data-key="${key}"]`) ?? body;
      place?.querySelector<HTMLElement>('select, input')?.focus();
    });
  });

  /** The filter, or undefined and the focus where something is wrong. */
  function finished(): Filter | undefined {
    const { filter, errors } = built();
    setTried(true);
    const [first] = errors.keys();
    if (first !== undefined) {
      const place = body?.querySelector(`[data-key="${first}"]`);
      place?.querySelector<HTMLElement>('[aria-invalid="true"], input, select')?.focus();
    }
    return filter;
  }
  function apply(): void {
    const filter = finished();
    if (filter) applyThis(filter);
    else if (draft().items.length === 0) {
      list.change({ filter: undefined });
      props.onClose();
    }
  }
  function applyThis(filter: Filter): void {
    list.change({ filter, quick: [] });
    void workspace.lists.addRecentFilter(resource, filter).catch(() => undefined);
    props.onClose();
  }
  function copyLink(): void {
    const filter = finished();
    if (filter) copyText(new URL(list.linkTo({ filter, quick: [] }), location.href).href, 'the link');
  }
  const sentence = () => {
    const { filter } = built();
    return filter
      ? `${title} where ${filterWords(resource, filter)}`
      : `All ${title.toLowerCase()}, until each condition is whole`;
  };

  return (
    <Popover
      label={`Filter ${list.kind.many}`}
      anchor={props.anchor}
      width={640}
      onClose={() => props.onClose()}
    >
      <form
        class={styles.builder}
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <p class={styles.sentence} aria-live="polite">
          {sentence()}
        </p>
        <div
          ref={(element) => {
            body = element;
          }}
          class={styles.body}
        >
          <GroupView
            list={list}
            group={draft()}
            isRoot
            errors={tried() ? built().errors : new Map()}
            change={(apply) => setDraft(apply(draft()))}
          />
        </div>
        <Switch>
          <Match when={extra() === 'recent'}>
            <RecentFilters resource={resource} onChoose={applyThis} />
          </Match>
          <Match when={extra() === 'save'}>
            <SaveInPlace resource={resource} finished={finished} onSaved={(filter) => applyThis(filter)} />
          </Match>
        </Switch>
        <div class={styles.foot}>
          <span class={styles.matches} aria-live="polite">
            <Show when={built().filter && matches()} fallback="…">
              {(found) => (
                <>
                  <strong>{count(found().matching)}</strong>
                  {` of ${count(found().total)} match`}
                </>
              )}
            </Show>
          </span>
          <Button
            kind="ghost"
            icon={Clock}
            aria-expanded={extra() === 'recent'}
            onClick={() => setExtra(extra() === 'recent' ? undefined : 'recent')}
          >
            Recent
          </Button>
          <Button kind="ghost" icon={Link} onClick={copyLink}>
            Copy as link
          </Button>
          <Button
            aria-expanded={extra() === 'save'}
            onClick={() => setExtra(extra() === 'save' ? undefined : 'save')}
          >
            Save as…
          </Button>
          <Button kind="primary" type="submit">
            Apply
          </Button>
        </div>
      </form>
    </Popover>
  );
}

interface GroupProps<Row extends ListRow> {
  list: List<Row>;
  group: DraftGroup;
  isRoot?: boolean;
  errors: ReadonlyMap<string, string>;
  change: (apply: (root: DraftGroup) => DraftGroup) => void;
}

function GroupView<Row extends ListRow>(props: GroupProps<Row>) {
  const { resource } = props.list.kind;
  const put = (key: string, next: Draft | undefined) => props.change((root) => replaced(root, key, next));
  /** What stands before a part. */
  const leading = (index: number) => {
    if (index === 0) return props.isRoot ? 'Where' : '';
    return props.group.join === 'all' || props.group.join === 'not all' ? 'and' : 'or';
  };
  return (
    <div class={props.isRoot ? styles.root : styles.group} role="group" aria-label={`${props.group.join} of`}>
      <Show when={!props.isRoot || props.group.items.length > 1 || props.group.join !== 'all'}>
        <div class={styles.join}>
          <Segmented
            label="Which of them must hold"
            value={props.group.join}
            options={joins.map((value) => ({ value, label: value }))}
            onChange={(join) => props.change((root) => rejoined(root, props.group.key, join))}
          />
          of these
          <Show when={!props.isRoot}>
            <span class={styles.removeGroup}>
              <IconButton label="Remove the group" icon={X} onClick={() => put(props.group.key, undefined)} />
            </span>
          </Show>
        </div>
      </Show>
      <Index each={props.group.items}>
        {(item, index) => (
          <div class={styles.part}>
            <span class={styles.leading}>{leading(index)}</span>
            <Switch>
              <Match when={asCondition(item())}>
                {(condition) => (
                  <ConditionRow
                    resource={resource}
                    scope={props.list.scope() ?? {}}
                    condition={condition()}
                    error={props.errors.get(condition().key)}
                    onChange={(next) => put(next.key, next)}
                    onRemove={() => put(condition().key, undefined)}
                  />
                )}
              </Match>
              <Match when={asGroup(item())}>
                {(group) => (
                  <GroupView list={props.list} group={group()} errors={props.errors} change={props.change} />
                )}
              </Match>
            </Switch>
          </div>
        )}
      </Index>
      <div class={styles.add}>
        <Button
          kind="ghost"
          icon={Plus}
          onClick={() => props.change((root) => added(root, props.group.key, newCondition(resource)))}
        >
          Condition
        </Button>
        <Button
          kind="ghost"
          icon={Brackets}
          onClick={() => props.change((root) => added(root, props.group.key, newGroup(resource)))}
        >
          Group
        </Button>
      </div>
    </div>
  );
}

function asCondition(draft: Draft) {
  return draft.kind === 'condition' ? draft : undefined;
}

function asGroup(draft: Draft) {
  return draft.kind === 'group' ? draft : undefined;
}
