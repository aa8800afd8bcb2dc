/** A query that runs again whenever the database rows it read change, in this tab or another. */
import { createEffect, createSignal, on, onCleanup } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import { useWorkspace } from './workspace-context.ts';

export interface Live<T> {
  /** The last answer; undefined while there is none. It stays while a later run fails. */
  readonly data: () => T | undefined;
  readonly error: () => ErrorReport | undefined;
  readonly state: () => 'loading' | 'ready' | 'failing';
  /** Runs the query anew after it failed. */
  readonly again: () => void;
}

/**
 * Watches `query(source())`. What the query depends on comes through `source` alone: signals read inside an
 * asynchronous query are not tracked. While `source` gives undefined nothing is asked. Rows keep their
 * identity by `id`, so lists do not redraw what did not change.
 */
export function createLive<Source, T>(
  source: () => Source | undefined,
  query: (source: Source) => Promise<T>,
): Live<T> {
  const workspace = useWorkspace();
  const [answer, setAnswer] = createStore<{ data?: T }>({});
  const [error, setError] = createSignal<ErrorReport>();
  const [state, setState] = createSignal<'loading' | 'ready' | 'failing'>('loading');
  const [runs, setRuns] = createSignal(0);

  createEffect(
    on([source, runs], ([known]) => {
      setState('loading');
      setError(undefined);
      if (known === undefined) return;
      const end = workspace.watch(
        () => query(known),
        (data) => {
          setAnswer(reconcile<{ data?: T }, { data?: T }>({ data }));
          setError(undefined);
          setState('ready');
        },
        (failure) => {
          setError(toErrorReport(failure));
          setState('failing');
        },
      );
      onCleanup(end);
    }),
  );
  createEffect(on(source, () => setAnswer(reconcile<{ data?: T }, { data?: T }>({})), { defer: true }));

  return { data: () => answer.data, error, state, again: () => setRuns(runs() + 1) };
}
