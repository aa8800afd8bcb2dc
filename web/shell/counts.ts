/** How many there are of everything that has a page, and how many match each pinned filter. */
import { createEffect, createMemo, createSignal } from 'solid-js';
import { unwrap } from 'solid-js/store';
import { groupOf } from '#core/query/filter.ts';
import type { printJsonLogic } from '#core/query/json-logic.ts';
import type { Resource } from '#core/query/list-query.ts';
import type { SavedFilter } from '#core/query/saved-filter.ts';
import { createCounts } from '#web/state/create-counts.ts';
import { createLive } from '#web/state/create-live.ts';
import { createScope } from '#web/state/create-scope.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';

export interface PinnedFilter {
  readonly saved: SavedFilter;
  /** Of its list, filtered by it. */
  readonly href: string;
  readonly count: number | undefined;
}

const everything = groupOf([]);

export function createShellCounts() {
  const workspace = useWorkspace();
  const scope = createScope();
  const saved = createLive(
    () => true,
    () => workspace.lists.savedFilters(),
  );
  const pinned = createMemo(() =>
    (saved.data() ?? []).filter((each) => each.pinned).map((each) => structuredClone(unwrap(each))),
  );
  // Most have none: what writes filters into addresses comes only for those who have.
  const [print, setPrint] = createSignal<typeof printJsonLogic>();
  createEffect(() => {
    if (pinned().length === 0 || print()) return;
    void import('#core/query/json-logic.ts').then((file) => setPrint(() => file.printJsonLogic));
  });
  const of = (resource: Resource) => {
    const own = createMemo(() => pinned().filter((each) => each.resource === resource));
    const counts = createCounts(resource, () => [everything, ...own().map(({ filter }) => filter)], scope);
    return { own, counts };
  };
  const all: { readonly [Name in Resource]: ReturnType<typeof of> } = {
    projects: of('projects'),
    tasks: of('tasks'),
    jobs: of('jobs'),
    storages: of('storages'),
    requests: of('requests'),
  };
  return {
    total: (resource: Resource): number | undefined => all[resource].counts()?.[0],
    pinned: (): PinnedFilter[] => {
      const inAddress = print();
      if (!inAddress) return [];
      return pinned().map((saved) => {
        const { own, counts } = all[saved.resource];
        const filter = encodeURIComponent(inAddress(saved.resource, saved.filter));
        return {
          saved,
          href: `#/${saved.resource}?filter=${filter}`,
          count: counts()?.[own().indexOf(saved) + 1],
        };
      });
    },
  };
}
