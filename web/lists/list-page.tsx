/** The template of every list page: head, views, filters, rows, pages, and what can be done with what is selected. */
import ListFilter from 'lucide-solid/icons/list-filter';
import { createSignal, type JSX, lazy, Match, Show, Suspense, Switch } from 'solid-js';
import { createCommands } from '#web/commands/registry.ts';
import { count } from '#web/ui/format.ts';
import type { MenuItem } from '#web/ui/menu.tsx';
import { cx } from '#web/ui/cx.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { Failing, LoadingRows } from '#web/ui/states.tsx';
import type { BulkAction } from './bulk/bulk-action.ts';
import { bulkOf } from './bulk/bulk-run.ts';
import { createBulk } from './bulk/create-bulk.ts';
import { FilterRow } from './filter-row.tsx';
import { ListAnnouncer } from './list-announcer.tsx';
import { type BodyProps, ListBody } from './list-body.tsx';
import { ListControls } from './list-controls.tsx';
import type { ListRow } from './list-kind.ts';
import styles from './list-page.module.css';
import { listenToListKeys } from './list-keys.ts';
import { NothingMatches } from './list-states.tsx';
import { Paging } from './paging.tsx';
import { createSavedFilters } from './saved-filters.ts';
import { ViewTabs } from './view-tabs.tsx';

const Builder = lazy(() => import('./builder/builder.tsx').then((file) => ({ default: file.Builder })));
const SortMenu = lazy(() => import('./sort-menu.tsx').then((file) => ({ default: file.SortMenu })));
const SavedMenu = lazy(() => import('./saved-menu.tsx').then((file) => ({ default: file.SavedMenu })));
const BulkLayer = lazy(() => import('./bulk/bulk-layer.tsx').then((file) => ({ default: file.BulkLayer })));
const BulkBar = lazy(() => import('./bulk/bulk-bar.tsx').then((file) => ({ default: file.BulkBar })));

interface ListPageProps<Row extends ListRow> extends Pick<BodyProps<Row>, 'list' | 'columns' | 'card'> {
  /** What can be done with one row; `act` does for it what else is done with many. */
  actions: (row: Row, act: (action: BulkAction) => void) => readonly (readonly MenuItem[])[];
  /** The one thing to begin with; plain while nothing can be read. */
  primary?: JSX.Element;
  /** Shown while there is nothing at all. */
  empty: JSX.Element;
  bulk: readonly BulkAction[];
  /** In place of the count behind the title. */
  note?: string | undefined;
  /** Beside the list. */
  aside?: JSX.Element;
  /** A part of a page that is about something else: under a heading of its own, as high as its rows. */
  panel?: boolean;
}

/** What is open, and at which button. */
interface Layer {
  readonly kind: 'filter' | 'sort' | 'saved' | 'save';
  readonly anchor: HTMLElement;
  readonly part?: number | undefined;
}

export function ListPage<Row extends ListRow>(props: ListPageProps<Row>) {
  const { list } = props;
  const { kind, selection } = list;
  const [layer, setLayer] = createSignal<Layer>();
  const saved = createSavedFilters(kind.resource);
  let filterButton: HTMLElement | undefined;

  createCommands([
    {
      id: 'filter',
      title: `Filter ${kind.many}`,
      section: 'This page',
      icon: ListFilter,
      keys: 'f',
      run: () => {
        const anchor = filterButton?.querySelector('button');
        if (anchor) setLayer({ kind: 'filter', anchor });
      },
    },
  ]);
  listenToListKeys(list);

  const answer = () => list.answer();
  const note = () => {
    if (list.error()) return 'not read';
    const found = answer();
    if (!found) return 'counting…';
    if (found.total === 0) return 'none yet';
    if (props.note !== undefined) return props.note;
    return found.matching === found.total
      ? count(found.total)
      : `${count(found.matching)} of ${count(found.total)}`;
  };
  const bulk = createBulk(list);
  /** Of a selected row the menu is for the whole selection. */
  function actionsOf(row: Row): readonly (readonly MenuItem[])[] {
    if (!selection.has(row.id) || selection.size() < 2) {
      return props.actions(row, (action) => bulk.act(action, [row.id]));
    }
    const ids = selection.ids();
    return [
      props.bulk.map((action) => ({
        title: `${action.title} (${count(ids.length)})`,
        icon: action.icon,
        run: () => bulk.act(action, ids),
      })),
    ];
  }
  const isWorking = () => selection.size() > 0 || bulkOf(kind.resource)() !== undefined;
  const close = () => setLayer(undefined);

  return (
    <>
      <Show
        when={props.panel}
        fallback={
          <PageHead title={kind.title} note={note()}>
            <ListControls list={list} onSort={(anchor) => setLayer({ kind: 'sort', anchor })} />
            {props.primary}
          </PageHead>
        }
      >
        <div class={styles.panelHead}>
          <h2 class={styles.panelTitle}>
            {kind.title}
            <span class={styles.note}>{note()}</span>
          </h2>
          <ListControls list={list} onSort={(anchor) => setLayer({ kind: 'sort', anchor })} />
          {props.primary}
        </div>
      </Show>
      <ViewTabs list={list} saved={saved()} onManage={(anchor) => setLayer({ kind: 'saved', anchor })} />
      <FilterRow
        list={list}
        onBuild={(anchor, part) => setLayer({ kind: 'filter', anchor, part })}
        onSave={(anchor) => setLayer({ kind: 'save', anchor })}
        filterButton={(element) => {
          filterButton = element;
        }}
      />
      <Show when={list.addressErrors().length > 0}>
        <p class={styles.addressError} role="alert">
          {`Left out of this link: ${list.addressErrors().join(' ')}`}
        </p>
      </Show>
      <ListAnnouncer list={list} />
      <div class={cx(styles.body, props.panel && styles.panel)}>
        <div class={styles.main}>
          <Switch>
            <Match when={list.error()}>
              {(error) => (
                <Failing
                  what={`The ${kind.many} could not be read from this device`}
                  error={error()}
                  onRetry={list.again}
                />
              )}
            </Match>
            <Match when={answer()?.total === 0}>{props.empty}</Match>
            <Match when={answer()?.matching === 0}>
              <NothingMatches list={list} />
            </Match>
            <Match when={list.rows() === undefined}>
              <LoadingRows
                words={`Reading the ${kind.many} from this device. It usually takes under a second.`}
                rowHeight={kind.rowHeight}
              />
            </Match>
            <Match when={true}>
              <ListBody
                list={list}
                columns={props.columns}
                card={props.card}
                actions={actionsOf}
                roomForBar={isWorking()}
              />
              <Paging list={list} />
            </Match>
          </Switch>
          <Show when={isWorking()}>
            <div class={styles.bar}>
              <Suspense>
                <BulkBar
                  list={list}
                  actions={props.bulk}
                  onAction={(action) => bulk.act(action, selection.ids())}
                />
              </Suspense>
            </div>
          </Show>
        </div>
        {props.aside}
      </div>
      <Suspense>
        <Show when={bulk.intent()}>
          {(intent) => <BulkLayer intent={intent()} onStart={bulk.start} onClose={bulk.close} />}
        </Show>
      </Suspense>
      <Suspense>
        <Switch>
          <Match when={layer()?.kind === 'filter' && layer()}>
            {(open) => <Builder list={list} anchor={open().anchor} part={open().part} onClose={close} />}
          </Match>
          <Match when={layer()?.kind === 'sort' && layer()}>
            {(open) => <SortMenu list={list} anchor={open().anchor} onClose={close} />}
          </Match>
          <Match when={layer()?.kind === 'saved' && layer()}>
            {(open) => <SavedMenu list={list} saved={saved()} anchor={open().anchor} onClose={close} />}
          </Match>
          <Match when={layer()?.kind === 'save' && layer()}>
            {(open) => (
              <SavedMenu list={list} saved={saved()} anchor={open().anchor} naming onClose={close} />
            )}
          </Match>
        </Switch>
      </Suspense>
    </>
  );
}
