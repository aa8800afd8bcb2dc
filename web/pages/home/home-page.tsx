/** Where work begins: an address, the sample, what was left off, what runs. */
import { createSignal, lazy, Show, Suspense } from 'solid-js';
import type { Storage } from '#core/model/storage.ts';
import { createLive } from '#web/state/create-live.ts';
import { tasksOf } from '#web/state/request-words.ts';
import { useTitle } from '#web/state/use-title.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Failing } from '#web/ui/states.tsx';
import { AddressRow } from './address-row.tsx';
import styles from './home-page.module.css';

/** A new workspace has none of it. */
const BegunWork = lazy(() => import('./begun-work.tsx').then((file) => ({ default: file.BegunWork })));

const QuickStart = lazy(() => import('./quick-start.tsx').then((file) => ({ default: file.QuickStart })));
const OpenFolder = lazy(() => import('./open-folder.tsx').then((file) => ({ default: file.OpenFolder })));

export function HomePage() {
  const [chosen, setChosen] = createSignal<{ readonly storage: Storage; readonly prefix: string }>();
  const workspace = useWorkspace();
  useTitle(() => 'Home');
  const live = createLive(
    () => true,
    async () => {
      const requests = await workspace.requests.active();
      return {
        recent: await workspace.jobs.recent(5),
        storages: await workspace.storages.list(),
        requests,
        tasks: await workspace.tasks.many(tasksOf(requests)),
      };
    },
  );
  const storages = () => live.data()?.storages ?? [];
  const begun = () => {
    const known = live.state() === 'failing' ? undefined : live.data();
    const isEmpty = !known || known.recent.length + known.storages.length + known.requests.length === 0;
    return isEmpty ? undefined : known;
  };

  return (
    <div class={styles.page}>
      <h1 class={styles.title}>Annotate from a bucket or a folder</h1>
      <AddressRow
        storages={storages()}
        prominent={live.state() === 'ready' && storages().length === 0}
        failing={live.state() === 'failing' || chosen() !== undefined}
        onKnown={(storage, prefix) => setChosen({ storage, prefix })}
      />
      <Suspense>
        <Show
          when={chosen()}
          keyed
          fallback={
            <OpenFolder onOpened={(storage) => setChosen({ storage, prefix: storage.settings.prefix })} />
          }
        >
          {({ storage, prefix }) => (
            <QuickStart storage={storage} prefix={prefix} onClose={() => setChosen(undefined)} />
          )}
        </Show>
      </Suspense>
      <Show when={live.error()}>
        {(error) => <Failing what="The workspace could not be read" error={error()} onRetry={live.again} />}
      </Show>
      <Suspense>
        <Show when={begun()}>
          {(known) => (
            <BegunWork
              recent={known().recent}
              storages={known().storages}
              requests={known().requests}
              tasks={known().tasks}
            />
          )}
        </Show>
      </Suspense>
    </div>
  );
}
