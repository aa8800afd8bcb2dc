/** The order of a list. */
import type { ListRecord } from './evaluate.ts';
import { compareListText } from './text-order.ts';
import type { SortKey } from './list-query.ts';

/** Compares two records by `keys`; what is alike in all stands newest first, and what is missing last. */
export function comparer(keys: readonly SortKey[]): (a: ListRecord, b: ListRecord) => number {
  return (a, b) => {
    for (const { field, descending } of keys) {
      const order = compareValues(a[field], b[field], descending);
      if (order !== 0) return order;
    }
    return Number(b['id']) - Number(a['id']);
  };
}

function compareValues(a: ListRecord[string], b: ListRecord[string], descending: boolean): number {
  const isMissing = (value: ListRecord[string]) => value === undefined || value === '';
  if (isMissing(a) || isMissing(b)) return Number(isMissing(a)) - Number(isMissing(b));
  const order =
    typeof a === 'number' && typeof b === 'number' ? a - b : compareListText(String(a), String(b));
  return descending ? -order : order;
}
