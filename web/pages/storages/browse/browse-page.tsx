/** The browser's page: finds the storage of its address. */
import { useParams } from '@solidjs/router';
import { createMemo, Match, Switch } from 'solid-js';
import { createLive } from '#web/state/create-live.ts';
import { useTitle } from '#web/state/use-title.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { PageHead } from '#web/ui/page-head.tsx';
import { EmptyState, Failing } from '#web/ui/states.tsx';
import { Browser } from './browser.tsx';

export function BrowsePage() {
  const workspace = useWorkspace();
  const params = useParams();
  // Every step in the browser is a new address of the same storage.
  const id = createMemo(() => Number(params['id']));
  const live = createLive(id, async (known) => ({ storage: await workspace.storages.get(known) }));
  useTitle(() => live.data()?.storage?.name ?? 'Browse a storage');
  const crumbs = [{ title: 'Storages', href: '#/storages' }];
  return (
    <Switch fallback={<PageHead title="Browse" crumbs={crumbs} />}>
      <Match when={live.data()?.storage}>{(storage) => <Browser storage={storage()} />}</Match>
      <Match when={live.error()}>
        {(error) => (
          <>
            <PageHead title="Browse" crumbs={crumbs} />
            <Failing what="The storage could not be read" error={error()} onRetry={live.again} />
          </>
        )}
      </Match>
      <Match when={live.data() !== undefined}>
        <PageHead title="Browse" crumbs={crumbs} />
        <EmptyState
          title="This storage is not attached"
          actions={
            <LinkButton size="form" href="#/storages">
              All storages
            </LinkButton>
          }
        >
          It was removed from this device, or the link is of another one.
        </EmptyState>
      </Match>
    </Switch>
  );
}
