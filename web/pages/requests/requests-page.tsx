/** Long operations: what runs, what failed and why, what can be downloaded. */
import { createSignal, For, Match, Show, Switch } from 'solid-js';
import type { RequestRecord } from '#core/model/request.ts';
import { createLive } from '#web/state/create-live.ts';
import { isActive } from '#web/state/request-words.ts';
import { useTitle } from '#web/state/use-title.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { Segmented } from '#web/ui/choice.tsx';
import { count } from '#web/ui/format.ts';
import { PageHead } from '#web/ui/page-head.tsx';
import { EmptyState, Failing, LoadingRows } from '#web/ui/states.tsx';
import { RequestRow } from './request-row.tsx';
import styles from './requests-page.module.css';

type Kind = 'all' | 'running' | 'failed' | 'download';

const kinds: Readonly<Record<Kind, { title: string; holds: (request: RequestRecord) => boolean }>> = {
  all: { title: 'All', holds: () => true },
  running: { title: 'Running', holds: isActive },
  failed: { title: 'Failed', holds: (request) => request.status === 'failed' },
  download: { title: 'To download', holds: (request) => request.result?.file !== undefined },
};

export function RequestsPage() {
  useTitle(() => 'Requests');
  const workspace = useWorkspace();
  const [kind, setKind] = createSignal<Kind>('all');
  const live = createLive(
    () => true,
    async () => ({ requests: await workspace.requests.list(), tasks: await workspace.tasks.list() }),
  );
  const all = () => live.data()?.requests ?? [];
  const shown = () => {
    const found = all().filter((request) => kinds[kind()].holds(request));
    return [...found.filter(isActive), ...found.filter((request) => !isActive(request))];
  };
  const ended = () => all().filter((request) => !isActive(request));
  const options = (['all', 'running', 'failed', 'download'] as const).map((value) => ({
    value,
    get label() {
      return `${kinds[value].title} ${count(all().filter((each) => kinds[value].holds(each)).length)}`;
    },
  }));
  const note = () => {
    if (live.error()) return 'not read';
    const waiting = all().filter((each) => each.status === 'queued').length;
    const running = all().filter((each) => each.status === 'in progress').length;
    return waiting + running === 0 ? 'nothing runs' : `${running} running, ${waiting} waiting`;
  };

  function clear(): void {
    for (const request of ended()) void workspace.requests.remove(request.id);
  }

  return (
    <>
      <PageHead title="Requests" note={note()}>
        <Segmented label="Which requests" value={kind()} options={options} onChange={setKind} />
        <Button
          kind="ghost"
          disabledReason={ended().length === 0 ? 'Nothing has finished' : undefined}
          onClick={clear}
        >
          Clear finished
        </Button>
      </PageHead>
      <Switch>
        <Match when={live.error()}>
          {(error) => (
            <Failing
              what="The requests could not be read from this device"
              error={error()}
              onRetry={live.again}
            />
          )}
        </Match>
        <Match when={live.data() === undefined}>
          <LoadingRows words="Reading the requests from this device." rowHeight={60} />
        </Match>
        <Match when={all().length === 0}>
          <EmptyState
            title="No requests yet"
            actions={
              <LinkButton size="form" href="#/tasks/new">
                Create task
              </LinkButton>
            }
          >
            What takes longer runs here and goes on after a reload: making tasks, exports, imports.
          </EmptyState>
        </Match>
        <Match when={true}>
          <ul class={styles.list}>
            <For
              each={shown()}
              fallback={<li class={styles.none}>{`None of the ${count(all().length)} is in this group.`}</li>}
            >
              {(request) => <RequestRow request={request} tasks={live.data()?.tasks ?? []} />}
            </For>
          </ul>
        </Match>
      </Switch>
      <Show when={live.data()}>
        <p class="visually-hidden" role="status">
          {note()}
        </p>
      </Show>
    </>
  );
}
