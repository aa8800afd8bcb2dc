/** Lists of everything. */
import { loadRecords } from '../db/list-records.ts';
import { pageOf, runPlainly } from '../query/run-plainly.ts';
import { noQuery } from '../query/list-query.ts';
import type { ListUses } from './door/lists.ts';
import type { House } from './open-workspace.ts';

export function listUses(house: House): ListUses {
  const { savedFilters, settings, people } = house;
  const me = async (): Promise<string> => (await people.get((await settings.id('me')) ?? 0))?.name ?? '';
  return {
    async ask(resource, query, scope, signal) {
      signal?.throwIfAborted();
      const loaded = await loadRecords(house.database, resource, scope);
      const progress = new Map(loaded.map((each) => [each.id, each.progress]));
      const records = loaded.map(({ id, record }) => ({ ...record, id }));
      const found = runPlainly(resource, records, query, await me());
      const page = pageOf(query, found.length);
      const ids = found.slice((page - 1) * query.pageSize, page * query.pageSize).map(({ id }) => id);
      return {
        total: loaded.length,
        matching: found.length,
        ids,
        page,
        progress: ids.flatMap((id) => progress.get(id) ?? []),
      };
    },
    async all(resource, query, scope) {
      const loaded = await loadRecords(house.database, resource, scope);
      const records = loaded.map(({ id, record }) => ({ ...record, id }));
      return runPlainly(resource, records, query, await me()).map(({ id }) => id);
    },
    async counts(resource, filters, scope) {
      const loaded = await loadRecords(house.database, resource, scope);
      const records = loaded.map(({ id, record }) => ({ ...record, id }));
      const name = await me();
      return filters.map((filter) => runPlainly(resource, records, { ...noQuery, filter }, name).length);
    },
    async values(resource, field, typed, scope) {
      const found = new Map<string, number>();
      for (const { record } of await loadRecords(house.database, resource, scope)) {
        const value = record[field];
        for (const each of Array.isArray(value) ? value : [value]) {
          if (typeof each !== 'string' || each === '') continue;
          if (each.toLowerCase().includes(typed.toLowerCase())) found.set(each, (found.get(each) ?? 0) + 1);
        }
      }
      return [...found].sort((a, b) => b[1] - a[1]).map(([value]) => value);
    },
    onChange: (changed) =>
      house.watch(
        async () => [
          house.database.tasks.count(),
          house.database.jobs.count(),
          house.database.requests.count(),
        ],
        changed,
        changed,
      ),
    kept: async (place) => settings.text(`list:${place}`),
    keep: async (place, state) => settings.keep(`list:${place}`, state),
    recentFilters: async () => [],
    addRecentFilter: async () => undefined,
    savedFilters: async (resource) => savedFilters.list(resource),
    saveFilter: async (filter) => savedFilters.add(filter),
    updateFilter: async (id, change) => savedFilters.update(id, change),
    removeFilter: async (id) => savedFilters.remove(id),
  };
}
