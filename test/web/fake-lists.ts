/** Lists of the rows that a fake workspace holds, by their id and searched by name; and what is not faked at all. */
import type { Resource } from '#core/query/list-query.ts';
import type { Workspace } from '#core/workspace/workspace.ts';
import type { FakeData } from './fake-workspace.ts';

export function notFaked(what: string): Promise<never> {
  return Promise.reject(new Error(`${what} has no fake: use a real house`));
}

export function rowsOf<Row extends { readonly id: number }>(
  rows: readonly Row[],
  ids: readonly number[],
): Row[] {
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

type Lists = Pick<Workspace, 'projects' | 'people' | 'workspaces' | 'lists' | 'bulk' | 'bin' | 'labels'>;

export function fakeLists(
  held: FakeData,
  read: <T>(what: () => T) => Promise<T>,
  change: (apply: (data: FakeData) => void) => void,
): Lists {
  const rows = (resource: Resource): { readonly id: number; readonly name?: string }[] =>
    resource === 'projects' ? [] : held[resource].toSorted((a, b) => b.id - a.id);
  const found = (resource: Resource, search: string) =>
    rows(resource).filter(({ id, name = '' }) =>
      `${name} #${id}`.toLowerCase().includes(search.trim().toLowerCase()),
    );
  return {
    lists: {
      ask: (resource, { search }) =>
        read(() => {
          const ids = found(resource, search).map(({ id }) => id);
          return { total: rows(resource).length, matching: ids.length, ids, page: 1, progress: [] };
        }),
      all: (resource, { search }) => read(() => found(resource, search).map(({ id }) => id)),
      counts: (_resource, filters) => Promise.resolve(filters.map(() => 0)),
      values: () => Promise.resolve([]),
      onChange: () => () => undefined,
      kept: () => Promise.resolve(undefined),
      keep: () => Promise.resolve(),
      recentFilters: () => Promise.resolve([]),
      addRecentFilter: () => Promise.resolve(),
      savedFilters: () => Promise.resolve([]),
      saveFilter: () => notFaked('saveFilter'),
      updateFilter: () => notFaked('updateFilter'),
      removeFilter: () => notFaked('removeFilter'),
    },
    projects: {
      get: () => Promise.resolve(undefined),
      many: () => Promise.resolve([]),
      list: () => Promise.resolve([]),
      create: () => notFaked('projects.create'),
      update: () => notFaked('projects.update'),
      subsets: () => Promise.resolve([]),
      tasks: () => Promise.resolve([]),
      moveToWorkspace: () => notFaked('projects.moveToWorkspace'),
      remove: () => notFaked('projects.remove'),
    },
    people: {
      list: () => Promise.resolve([]),
      me: () => Promise.resolve({ id: 1, uid: 'me', name: 'Me', color: '#3463a6' }),
      add: () => notFaked('people.add'),
      update: () => notFaked('people.update'),
      remove: () => notFaked('people.remove'),
    },
    workspaces: {
      list: () => Promise.resolve([]),
      current: () => Promise.resolve(0),
      open: () => notFaked('workspaces.open'),
      add: () => notFaked('workspaces.add'),
      rename: () => notFaked('workspaces.rename'),
      remove: () => notFaked('workspaces.remove'),
    },
    bulk: { change: () => notFaked('bulk.change') },
    bin: {
      list: () => Promise.resolve([]),
      restore: async () =>
        change((all) => {
          all.tasks = [...all.tasks, ...all.binned];
          all.binned = [];
        }),
      remove: () => notFaked('bin.remove'),
      sweep: () => Promise.resolve(),
    },
    labels: {
      uses: () => Promise.resolve({ objects: 0, jobs: 0, tasks: 0 }),
      save: () => notFaked('labels.save'),
      proposeMapping: () => notFaked('labels.proposeMapping'),
      moveTask: () => notFaked('labels.moveTask'),
    },
  };
}
