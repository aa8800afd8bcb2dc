/** A filter that was given a name. */
import type { SavedFilterId } from '../model/ids.ts';
import type { Filter } from './filter.ts';
import type { Resource } from './list-query.ts';

export interface SavedFilter {
  readonly id: SavedFilterId;
  readonly resource: Resource;
  readonly name: string;
  /** Shown as a tab of its list, and in the sidebar. */
  readonly pinned: boolean;
  readonly filter: Filter;
}
