/** How many rows match each of some filters, kept true. */
import { type Accessor, createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { Filter } from '#core/query/filter.ts';
import type { ListScope, Resource } from '#core/query/list-query.ts';
import { useWorkspace } from './workspace-context.ts';

/** Undefined until they are known. While `filters` or `scope` gives undefined nothing is asked. */
export function createCounts(
  resource: Resource,
  filters: Accessor<readonly Filter[] | undefined>,
  scope: Accessor<ListScope | undefined>,
): Accessor<readonly number[] | undefined> {
  const workspace = useWorkspace();
  const [counts, setCounts] = createSignal<readonly number[]>();
  const [changes, setChanges] = createSignal(0);
  createEffect(
    on([filters, scope, changes], ([asked, within]) => {
      if (!asked || !within) return;
      let isOver = false;
      onCleanup(() => {
        isOver = true;
      });
      // Counts only accompany: where they cannot be had, the list itself says why.
      workspace.lists.counts(resource, asked, within).then(
        (found) => !isOver && setCounts(found),
        () => undefined,
      );
    }),
  );
  onCleanup(workspace.lists.onChange(() => setChanges((before) => before + 1)));
  return counts;
}
