/**
 * One list: what is asked stands in the address bar, so that every change can be gone back to and sent as a link;
 * how it was left is kept on this device; its rows are read live.
 */
import { useLocation, useNavigate } from '@solidjs/router';
import {
  type Accessor,
  batch,
  createEffect,
  createMemo,
  createSignal,
  on,
  onCleanup,
  untrack,
} from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import type { JobCounts, ListAnswer, ListQuery, ListScope } from '#core/query/list-query.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { createSelection, type ListSelection } from './create-selection.ts';
import { isBare, parseKept, printKept, readAddress, writeAddress } from './list-address.ts';
import { type ListKind, type ListRow, type ListSettings, usualSettings, type View } from './list-kind.ts';

const typingMs = 50;
const keepMs = 200;

export interface List<Row extends ListRow> {
  readonly kind: ListKind<Row>;
  readonly scope: Accessor<ListScope | undefined>;
  readonly query: Accessor<ListQuery>;
  readonly view: Accessor<View>;
  /** What could not be taken from the address. */
  readonly addressErrors: Accessor<readonly string[]>;
  /** As typed, before it is asked for. */
  readonly search: Accessor<string>;
  readonly type: (search: string) => void;
  /** A step that one can go back from. Anything but another page leads to the first one. */
  readonly change: (change: Partial<ListQuery>) => void;
  readonly look: (view: View) => void;
  /** The link to the list with something else asked. */
  readonly linkTo: (change: Partial<ListQuery>) => string;
  readonly answer: Accessor<ListAnswer | undefined>;
  readonly rows: Accessor<readonly Row[] | undefined>;
  readonly progressOf: (id: number) => JobCounts | undefined;
  readonly error: Accessor<ErrorReport | undefined>;
  readonly again: () => void;
  readonly selection: ListSelection;
  /** Ids of everything that matches. */
  readonly all: () => Promise<readonly number[]>;
  /** Where it was scrolled to when it was left; told once rows stand. */
  readonly scrolledTo: () => number;
  readonly scrolled: (top: number) => void;
}

/** While `scope` is undefined nothing is asked. */
export function createList<Row extends ListRow>(
  kind: ListKind<Row>,
  scope: Accessor<ListScope | undefined>,
): List<Row> {
  const workspace = useWorkspace();
  const location = useLocation();
  const navigate = useNavigate();
  const path = untrack(() => location.pathname);
  const usual = usualSettings(kind, innerHeight);
  const [opened, setOpened] = createSignal(false);
  const [runs, setRuns] = createSignal(0);
  const [tries, setTries] = createSignal(0);
  const [error, setError] = createSignal<ErrorReport>();
  const [answer, setAnswer] = createSignal<ListAnswer>();
  const [held, setHeld] = createStore<{ rows?: readonly Row[] }>({});
  const selection = createSelection(() => keepSoon());

  // The page is still there for a moment when the address is already another's.
  const address = createMemo<string>((last) => (location.pathname === path ? location.search : last), '');
  const read = createMemo(() => readAddress(kind.resource, address(), usual));
  const query = createMemo(() => read().query, undefined, { equals: isSame });
  const [search, setSearch] = createSignal(untrack(query).search);
  let scroll = 0;
  let typing: ReturnType<typeof setTimeout> | undefined;
  let wasTyped = false;

  function go(settings: ListSettings, how: 'step' | 'replace'): void {
    navigate(`${path}${writeAddress(kind.resource, untrack(address), settings, usual)}`, {
      replace: how === 'replace',
      scroll: false,
    });
  }
  function change(next: Partial<ListQuery>): void {
    clearTimeout(typing);
    wasTyped = false;
    const { query: before, view } = untrack(read);
    go({ query: { ...before, page: 1, search: untrack(search), ...next }, view }, 'step');
  }

  let keeping: ReturnType<typeof setTimeout> | undefined;
  function keep(): void {
    clearTimeout(keeping);
    keeping = undefined;
    const kept = { address: onlyList(untrack(address)), scroll, selected: untrack(selection.ids) };
    // A convenience: where the disk is full the list itself says so.
    workspace.lists.keep(kind.place, printKept(kept)).catch(() => undefined);
  }
  function keepSoon(): void {
    if (!untrack(opened)) return;
    clearTimeout(keeping);
    keeping = setTimeout(keep, keepMs);
  }
  const onlyList = (text: string) =>
    writeAddress(kind.resource, '', readAddress(kind.resource, text, usual), usual);
  onCleanup(() => {
    clearTimeout(typing);
    if (keeping !== undefined) keep();
  });

  async function open(): Promise<void> {
    const kept = parseKept(await workspace.lists.kept(kind.place).catch(() => undefined));
    const here = untrack(address);
    if (kept && isBare(here) && kept.address !== '') {
      go(readAddress(kind.resource, kept.address, usual), 'replace');
    }
    if (kept && (isBare(here) || onlyList(here) === kept.address)) {
      ({ scroll } = kept);
      selection.set(kept.selected);
    }
    setOpened(true);
  }
  void open();

  // At once: a reload that finds nothing in the address takes what is kept.
  createEffect(on(address, () => untrack(opened) && keep(), { defer: true }));
  // Going back and forth changes what is searched; what is being typed stays.
  createEffect(
    on(
      () => query().search,
      (asked) => {
        if (typing !== undefined || asked === search()) return;
        wasTyped = false;
        setSearch(asked);
      },
      { defer: true },
    ),
  );
  // What is no longer there to be seen is not acted upon.
  const filtered = createMemo(() => JSON.stringify([query().search, query().filter, query().quick]));
  createEffect(
    on(
      filtered,
      () => {
        if (opened()) selection.clear();
      },
      { defer: true },
    ),
  );

  createEffect(
    on([opened, query, scope, runs], ([isOpen, asked, within]) => {
      if (!isOpen || !within) return;
      let isOver = false;
      workspace.lists.ask(kind.resource, asked, within).then(
        (found) => {
          if (isOver) return;
          batch(() => {
            setError(undefined);
            setAnswer(found);
          });
        },
        (failure: unknown) => {
          if (!isOver) setError(toErrorReport(failure));
        },
      );
      onCleanup(() => {
        isOver = true;
      });
    }),
  );
  onCleanup(workspace.lists.onChange(() => setRuns((before) => before + 1)));

  const ids = createMemo(() => answer()?.ids, undefined, { equals: (a, b) => a?.join() === b?.join() });
  createEffect(
    on([ids, tries], ([asked]) => {
      if (!asked) return;
      const end = workspace.watch(
        () => kind.read(workspace, asked),
        (rows) => setHeld(reconcile<{ rows?: readonly Row[] }, { rows?: readonly Row[] }>({ rows })),
        (failure) => setError(toErrorReport(failure)),
      );
      onCleanup(end);
    }),
  );
  const progress = createMemo(() => {
    const found = answer();
    return new Map(found?.ids.map((id, index) => [id, found.progress[index]]));
  });

  return {
    kind,
    scope,
    query,
    view: () => read().view,
    addressErrors: () => read().errors,
    search,
    type(text) {
      setSearch(text);
      clearTimeout(typing);
      typing = setTimeout(() => {
        typing = undefined;
        const { query: before, view } = untrack(read);
        go({ query: { ...before, page: 1, search: text }, view }, wasTyped ? 'replace' : 'step');
        wasTyped = true;
      }, typingMs);
    },
    change,
    look: (view) => go({ query: untrack(query), view }, 'step'),
    linkTo: (next) => {
      const { query: before, view } = read();
      return `#${path}${writeAddress(kind.resource, '', { query: { ...before, page: 1, ...next }, view }, usual)}`;
    },
    answer,
    rows: () => held.rows,
    progressOf: (id) => progress().get(id),
    error,
    again() {
      setError(undefined);
      setTries((before) => before + 1);
      setRuns((before) => before + 1);
    },
    selection,
    all: async () => [...(await workspace.lists.all(kind.resource, untrack(query), untrack(scope) ?? {}))],
    scrolledTo: () => scroll,
    scrolled(top) {
      scroll = top;
      keepSoon();
    },
  };
}

function isSame(a: ListQuery, b: ListQuery): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
