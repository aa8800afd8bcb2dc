/** Named filters as a file: to take to another browser, or give to others. */
import * as v from 'valibot';
import { InvalidDataError } from '#core/errors.ts';
import { parseJsonLogic, printJsonLogic } from '#core/query/json-logic.ts';
import { resources } from '#core/query/list-query.ts';
import type { SavedFilter } from '#core/query/saved-filter.ts';

const fileSchema = v.object({
  kind: v.literal('bucketmark-filters'),
  version: v.literal(1),
  filters: v.array(
    v.object({
      resource: v.picklist(resources),
      name: v.pipe(v.string(), v.trim(), v.minLength(1)),
      pinned: v.optional(v.boolean(), false),
      /** JsonLogic, as in a link. */
      filter: v.unknown(),
    }),
  ),
});

export function printFilters(filters: readonly SavedFilter[]): string {
  const each = filters.map(({ resource, name, pinned, filter }) => ({
    resource,
    name,
    pinned,
    filter: JSON.parse(printJsonLogic(resource, filter)) as unknown,
  }));
  return `${JSON.stringify({ kind: 'bucketmark-filters', version: 1, filters: each }, null, 2)}\n`;
}

/** Throws `InvalidDataError` for what is no such file. */
export function parseFilters(text: string): Omit<SavedFilter, 'id'>[] {
  const refusal = (why: string): InvalidDataError =>
    new InvalidDataError(`This file holds no filters: ${why}.`, { where: 'filters file' });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw refusal('it is no JSON');
  }
  const found = v.safeParse(fileSchema, json);
  if (!found.success) throw refusal(found.issues[0].message);
  return found.output.filters.map(({ resource, name, pinned, filter }) => ({
    resource,
    name,
    pinned,
    filter: parseJsonLogic(resource, JSON.stringify(filter)),
  }));
}
