/** A list query on records, one after the other: what it means, and what is fast enough for a few thousand. */
import { type ListRecord, passes } from './evaluate.ts';
import type { Filter } from './filter.ts';
import type { ListQuery, Resource } from './list-query.ts';
import { quickFilters } from './quick-filters.ts';
import { isFound, searchWords } from './search.ts';
import { comparer } from './sort.ts';

/** What must hold: the built filter, or else the quick filters that are on. `me` is the name of the person here. */
export function filtersOf(resource: Resource, { filter, quick }: ListQuery, me: string): Filter[] {
  if (filter) return [filter];
  return quickFilters[resource].filter(({ name }) => quick.includes(name)).map((each) => each.filter(me));
}

/** Everything that matches, in order. */
export function runPlainly<Row extends ListRecord>(
  resource: Resource,
  records: readonly Row[],
  query: ListQuery,
  me: string,
): Row[] {
  const words = searchWords(query.search);
  const filters = filtersOf(resource, query, me);
  return records
    .filter((record) => isFound(resource, words, record) && filters.every((each) => passes(each, record)))
    .sort(comparer(query.sort));
}

/** The page that is there: the last one, where a later one was asked for. */
export function pageOf({ page, pageSize }: ListQuery, matching: number): number {
  return Math.max(1, Math.min(page, Math.ceil(matching / pageSize)));
}
