/** Filters that were applied lately, kept as they stand in an address. */
import * as v from 'valibot';
import type { Filter } from '../query/filter.ts';
import { parseJsonLogic, printJsonLogic } from '../query/json-logic.ts';
import type { Resource } from '../query/list-query.ts';
import type { House } from './open-workspace.ts';

const mostRecent = 10;
const textsSchema = v.array(v.string());

const nameOf = (resource: Resource): string => `recent-filters:${resource}`;

/** Those that still mean something, newest first. */
export async function recentFilters({ settings }: House, resource: Resource): Promise<Filter[]> {
  const kept = v.safeParse(textsSchema, await settings.value(nameOf(resource)));
  return (kept.success ? kept.output : []).flatMap((text) => {
    try {
      return [parseJsonLogic(resource, text)];
    } catch {
      return [];
    }
  });
}

export async function addRecentFilter(house: House, resource: Resource, filter: Filter): Promise<void> {
  const added = printJsonLogic(resource, filter);
  const others = (await recentFilters(house, resource)).map((each) => printJsonLogic(resource, each));
  const texts = [added, ...others.filter((text) => text !== added)].slice(0, mostRecent);
  await house.settings.keep(nameOf(resource), texts);
}
