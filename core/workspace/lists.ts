/** Lists of everything, and how each was left. */
import * as v from 'valibot';
import { parseJsonLogic, printJsonLogic } from '../query/json-logic.ts';
import type { Filter } from '../query/filter.ts';
import type { Resource } from '../query/list-query.ts';
import type { ListUses } from './door/lists.ts';
import type { House } from './open-workspace.ts';

const mostRecent = 10;
const textsSchema = v.array(v.string());

export function listUses(house: House): ListUses {
  const { savedFilters, settings } = house;

  /** Those that still mean something; kept as text, as in an address. */
  async function recentFilters(resource: Resource): Promise<Filter[]> {
    const kept = v.safeParse(textsSchema, await settings.value(`recent-filters:${resource}`));
    return (kept.success ? kept.output : []).flatMap((text) => {
      try {
        return [parseJsonLogic(resource, text)];
      } catch {
        return [];
      }
    });
  }

  return {
    ask: async (...asked) => (await house.lists()).ask(...asked),
    all: async (...asked) => (await house.lists()).all(...asked),
    counts: async (...asked) => (await house.lists()).counts(...asked),
    values: async (...asked) => (await house.lists()).values(...asked),
    onChange(changed) {
      let stop: (() => void) | undefined;
      let isOver = false;
      void house.lists().then((lists) => {
        if (!isOver) stop = lists.onChange(changed);
      });
      return () => {
        isOver = true;
        stop?.();
      };
    },
    kept: async (place) => settings.text(`list:${place}`),
    keep: async (place, state) => settings.keep(`list:${place}`, state),
    recentFilters,
    async addRecentFilter(resource, filter) {
      const added = printJsonLogic(resource, filter);
      const others = (await recentFilters(resource)).map((each) => printJsonLogic(resource, each));
      const texts = [added, ...others.filter((text) => text !== added)].slice(0, mostRecent);
      await settings.keep(`recent-filters:${resource}`, texts);
    },
    savedFilters: async (resource) => savedFilters.list(resource),
    saveFilter: async (filter) => savedFilters.add(filter),
    updateFilter: async (id, change) => savedFilters.update(id, change),
    removeFilter: async (id) => savedFilters.remove(id),
  };
}
