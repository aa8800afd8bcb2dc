/** The named filters of a resource, and which of them is on. */
import { type Accessor, createMemo } from 'solid-js';
import { unwrap } from 'solid-js/store';
import type { Filter } from '#core/query/filter.ts';
import { printJsonLogic } from '#core/query/json-logic.ts';
import type { Resource } from '#core/query/list-query.ts';
import type { SavedFilter } from '#core/query/saved-filter.ts';
import { createLive } from '#web/state/create-live.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';

export function createSavedFilters(resource: Resource): Accessor<readonly SavedFilter[]> {
  const workspace = useWorkspace();
  const live = createLive(
    () => true,
    () => workspace.lists.savedFilters(resource),
  );
  // Plain rows: what goes to a worker is copied, and a store cannot be.
  return createMemo(() => (live.data() ?? []).map((each) => structuredClone(unwrap(each))));
}

export function isSameFilter(resource: Resource, a: Filter | undefined, b: Filter | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return printJsonLogic(resource, a) === printJsonLogic(resource, b);
}
