/** Lists of everything, however long, and how each was left. */
import type { SavedFilterId } from '../../model/ids.ts';
import type { Filter } from '../../query/filter.ts';
import type { ListAnswer, ListQuery, ListScope, Resource } from '../../query/list-query.ts';
import type { SavedFilter } from '../../query/saved-filter.ts';

/** Where questions about lists are answered: in a worker beside the page, or in place. */
export interface ListAnswers {
  /** One page. */
  ask(resource: Resource, query: ListQuery, scope: ListScope): Promise<ListAnswer>;
  /** Ids of everything that matches, newest first. */
  all(resource: Resource, query: ListQuery, scope: ListScope): Promise<ArrayLike<number> & Iterable<number>>;
  /** How many match each of some filters. */
  counts(resource: Resource, filters: readonly Filter[], scope: ListScope): Promise<number[]>;
  /** Values that a text, person or set has in the scope, the commonest first. */
  values(resource: Resource, field: string, typed: string, scope: ListScope): Promise<string[]>;
  /** Calls `changed` whenever what lists are made of has changed, in any tab. Returns the end of it. */
  onChange(changed: () => void): () => void;
}

export interface ListUses extends ListAnswers {
  /** What a list kept of itself under the name of its place. */
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
