/** Where work begins: an address, the sample, what was left off, what runs. */
import { Show } from 'solid-js';
import { createLive } from '#web/state/create-live.ts';
import { useTitle } from '#web/state/use-title.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Failing } from '#web/ui/states.tsx';
import { AddressRow } from './address-row.tsx';
import styles from './home-page.module.css';
import { RecentJobs } from './recent-jobs.tsx';
import { RunningNow } from './running-now.tsx';
import { StoragesList } from './storages-list.tsx';

export function HomePage() {
  const workspace = useWorkspace();
  useTitle(() => 'Home');
  const live = createLive(
    () => true,
    async () => ({
      recent: await workspace.jobs.recent(5),
      storages: await workspace.storages.list(),
      requests: await workspace.requests.list(),
      tasks: await workspace.tasks.list(),
    }),
  );
  const recent = () => live.data()?.recent ?? [];
  const storages = () => live.data()?.storages ?? [];
  const requests = () => live.data()?.requests ?? [];

  return (
    <div class={styles.page}>
      <h1 class={styles.title}>Annotate from a bucket</h1>
      <AddressRow
        storages={storages()}
        prominent={live.state() === 'ready' && storages().length === 0}
        failing={live.state() === 'failing'}
      />
      <Show when={live.error()}>
        {(error) => <Failing what="The workspace could not be read" error={error()} onRetry={live.again} />}
      </Show>
      <Show when={live.data() && live.state() !== 'failing'}>
        <Show when={recent().length > 0}>
          <RecentJobs recent={recent()} />
        </Show>
        <Show when={storages().length > 0 || requests().length > 0}>
          <div class={styles.columns}>
            <StoragesList storages={storages()} />
            <RunningNow requests={requests()} tasks={live.data()?.tasks ?? []} />
          </div>
        </Show>
      </Show>
    </div>
  );
}
