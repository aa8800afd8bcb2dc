/** Lists of everything, however long, and how each was left. */
import type { SavedFilterId } from '../../model/ids.ts';
import type { Filter } from '../../query/filter.ts';
import type { ListAnswer, ListQuery, ListScope, Resource } from '../../query/list-query.ts';
import type { SavedFilter } from '../../query/saved-filter.ts';

export interface ListUses {
  /** One page. Throws the signal's reason once it is aborted. */
  ask(resource: Resource, query: ListQuery, scope: ListScope, signal?: AbortSignal): Promise<ListAnswer>;
  /** Ids of everything that matches, in its order. */
  all(resource: Resource, query: ListQuery, scope: ListScope): Promise<readonly number[]>;
  /** How many match each of some filters. */
  counts(resource: Resource, filters: readonly Filter[], scope: ListScope): Promise<number[]>;
  /** Values that a text, person or set has in the scope, the commonest first. */
  values(resource: Resource, field: string, typed: string, scope: ListScope): Promise<string[]>;
  /** Calls `changed` whenever what lists are made of has changed, in any tab. Returns the end of it. */
  onChange(changed: () => void): () => void;
  /** The names under which a list's state is kept; free text, a page's own business. */
  kept(place: string): Promise<string | undefined>;
  keep(place: string, state: string): Promise<void>;
  /** Newest first, each once, ten at the most. */
  recentFilters(resource: Resource): Promise<Filter[]>;
  addRecentFilter(resource: Resource, filter: Filter): Promise<void>;
  /** In the order they were saved. */
  savedFilters(resource?: Resource): Promise<SavedFilter[]>;
  saveFilter(filter: Omit<SavedFilter, 'id'>): Promise<SavedFilterId>;
  updateFilter(
    id: SavedFilterId,
    change: { readonly name?: string; readonly pinned?: boolean },
  ): Promise<void>;
  removeFilter(id: SavedFilterId): Promise<void>;
}
