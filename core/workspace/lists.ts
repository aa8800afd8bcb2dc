/** Lists of everything, and how each was left. */
import type { ListUses } from './door/lists.ts';
import type { House } from './open-workspace.ts';

/** With the code that reads filters. */
const load = async () => import('./recent-filters.ts');

export function listUses(house: House): ListUses {
  const { savedFilters, settings } = house;

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
    recentFilters: async (resource) => (await load()).recentFilters(house, resource),
    addRecentFilter: async (resource, filter) => (await load()).addRecentFilter(house, resource, filter),
    savedFilters: async (resource) => savedFilters.list(resource),
    saveFilter: async (filter) => savedFilters.add(filter),
    updateFilter: async (id, change) => savedFilters.update(id, change),
    removeFilter: async (id) => savedFilters.remove(id),
  };
}
