/** A list query in the address bar, under CVAT's names: `page`, `pageSize`, `filter`, `search`, `sort`; and `quick`. */
import { toErrorReport } from '../errors.ts';
import { fieldOf } from './fields.ts';
import type { Filter } from './filter.ts';
import { isEmpty, parseJsonLogic, printJsonLogic } from './json-logic.ts';
import type { ListQuery, Resource, SortKey } from './list-query.ts';
import { quickFilters } from './quick-filters.ts';

/** What differs from `usual`; empty for the list as it usually is. */
export function toParams(resource: Resource, query: ListQuery, usual: ListQuery): URLSearchParams {
  const params = new URLSearchParams();
  if (query.page > 1) params.set('page', String(query.page));
  if (query.pageSize !== usual.pageSize) params.set('pageSize', String(query.pageSize));
  if (query.filter && !isEmpty(query.filter)) params.set('filter', printJsonLogic(resource, query.filter));
  if (query.quick.length > 0) params.set('quick', query.quick.join(','));
  if (query.search.trim() !== '') params.set('search', query.search);
  const sort = printSort(query.sort);
  if (sort !== printSort(usual.sort)) params.set('sort', sort);
  return params;
}

export interface ReadQuery {
  readonly query: ListQuery;
  /** What could not be taken from the address, and is left out. */
  readonly errors: readonly string[];
}

/** What the parameters say; what they do not say is as in `usual`. */
export function fromParams(resource: Resource, params: URLSearchParams, usual: ListQuery): ReadQuery {
  const errors: string[] = [];
  const whole = (name: string, otherwise: number): number => {
    const text = params.get(name);
    if (text === null) return otherwise;
    if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
    errors.push(`"${text}" is no number for "${name}".`);
    return otherwise;
  };
  const words = params.get('sort');
  const query: ListQuery = {
    search: params.get('search') ?? '',
    filter: filterOf(resource, params.get('filter'), errors),
    quick: listed(params.get('quick')).filter((name) =>
      quickFilters[resource].some((each) => each.name === name),
    ),
    sort: words === null ? usual.sort : parseSort(resource, words, errors),
    page: whole('page', 1),
    pageSize: Math.min(whole('pageSize', usual.pageSize), largestPage),
  };
  return { query, errors };
}

const largestPage = 1000;

function filterOf(resource: Resource, text: string | null, errors: string[]): Filter | undefined {
  if (text === null || text.trim() === '') return undefined;
  try {
    const filter = parseJsonLogic(resource, text);
    return isEmpty(filter) ? undefined : filter;
  } catch (error) {
    errors.push(toErrorReport(error).message);
    return undefined;
  }
}

/** "-updated_date,name". */
function printSort(keys: readonly SortKey[]): string {
  return keys.map(({ field, descending }) => `${descending ? '-' : ''}${field}`).join(',');
}

function parseSort(resource: Resource, text: string, errors: string[]): SortKey[] {
  const keys: SortKey[] = [];
  for (const word of listed(text)) {
    const descending = word.startsWith('-');
    const name = word.replace(/^-/, '');
    const field = fieldOf(resource, name === 'display_name' ? 'name' : name);
    if (!field?.sorts) errors.push(`${resource} cannot be sorted by "${name}".`);
    else if (keys.every((key) => key.field !== field.name)) keys.push({ field: field.name, descending });
  }
  return keys;
}

function listed(text: string | null): string[] {
  return (text ?? '').split(',').filter((word) => word !== '');
}
