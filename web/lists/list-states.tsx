/** What stands in place of rows where nothing matches. */
import SearchX from 'lucide-solid/icons/search-x';
import Search from 'lucide-solid/icons/search';
import { createResource, Show, Suspense } from 'solid-js';
import { filterWords } from '#core/query/words.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { counted } from '#web/ui/format.ts';
import { StateView } from '#web/ui/states.tsx';
import type { List } from './create-list.ts';
import type { ListRow } from './list-kind.ts';
import { nearestSearch } from './nearest-search.ts';

export function NothingMatches<Row extends ListRow>(props: { list: List<Row> }) {
  const workspace = useWorkspace();
  const { list } = props;
  const { one, many, resource } = list.kind;
  const search = () => list.query().search.trim();
  const isFiltered = () => list.query().filter !== undefined || list.query().quick.length > 0;
  // Read below only once it is there, so that nothing waits for it.
  const [nearest] = createResource(
    () => (search() === '' ? undefined : { query: list.query(), scope: list.scope() ?? {} }),
    async ({ query, scope }) => nearestSearch(workspace, resource, query, scope).catch(() => undefined),
  );
  const words = () => {
    const { filter } = list.query();
    const where = filter ? `where ${filterWords(resource, filter)}` : '';
    const quick = list.query().quick.length > 0 ? 'with the quick filters that are on' : '';
    const searched =
      search() === '' ? `No ${one} is there` : `Searched “${search()}” in ${list.kind.over.toLowerCase()}`;
    return `${[searched, where, quick].filter(Boolean).join(', ')}.`;
  };
  return (
    <StateView
      icon={SearchX}
      title={`No ${one} matches`}
      actions={
        <>
          <Suspense>
            <Show when={nearest()}>
              {(found) => (
                <Button size="form" icon={Search} onClick={() => list.change({ search: found().search })}>
                  {`Search “${found().search}”`}
                </Button>
              )}
            </Show>
          </Suspense>
          <Show when={search() !== ''}>
            <Button size="form" onClick={() => list.change({ search: '' })}>
              Clear the search
            </Button>
          </Show>
          <Show when={isFiltered()}>
            <Button
              kind={search() === '' ? 'default' : 'ghost'}
              size="form"
              onClick={() => list.change({ filter: undefined, quick: [] })}
            >
              Clear the filter
            </Button>
          </Show>
        </>
      }
    >
      {words()}{' '}
      <Suspense>
        <Show when={nearest()}>
          {(found) =>
            `${counted(found().count, one, many)} ${found().count === 1 ? 'matches' : 'match'} “${found().search}”.`
          }
        </Show>
      </Suspense>
    </StateView>
  );
}
