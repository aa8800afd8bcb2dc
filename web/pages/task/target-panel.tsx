/** Where the task's annotations are written, and how far that is. */
import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleDashed from 'lucide-solid/icons/circle-dashed';
import CloudOff from 'lucide-solid/icons/cloud-off';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import Upload from 'lucide-solid/icons/upload';
import { createSignal, For, lazy, Match, Show, Switch } from 'solid-js';
import type { Storage } from '#core/model/storage.ts';
import type { Target } from '#core/model/target.ts';
import type { Task } from '#core/model/task.ts';
import { createLive } from '#web/state/create-live.ts';
import { isActive } from '#web/state/request-words.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Badge } from '#web/ui/badges.tsx';
import { Button } from '#web/ui/button.tsx';
import { counted } from '#web/ui/format.ts';
import { StorageLine } from './storage-line.tsx';
import styles from './task-aside.module.css';

const TargetsDialog = lazy(async () => ({
  default: (await import('#web/pages/targets/targets-dialog.tsx')).TargetsDialog,
}));
const ConflictsDialog = lazy(async () => ({
  default: (await import('#web/pages/targets/conflicts-dialog.tsx')).ConflictsDialog,
}));

export function TargetPanel(props: { task: Task; storages: readonly Storage[] }) {
  const workspace = useWorkspace();
  const [layer, setLayer] = createSignal<'edit' | 'conflicts'>();
  const live = createLive(
    () => props.task.id,
    async (id) => {
      const [counts, failing, requests] = await Promise.all([
        workspace.targets.counts(id),
        workspace.targets.failing(id),
        workspace.requests.ofTask(id),
      ]);
      const writing = requests.find(({ params }) => params.kind === 'write-target');
      return { counts, failing, writing };
    },
  );
  const running = () => {
    const request = live.data()?.writing;
    return request && isActive(request) ? request : undefined;
  };
  const hasTarget = () => props.task.targets.length > 0;
  return (
    <section aria-label="Targets">
      <div class={styles.headingRow}>
        <h2 class={styles.heading}>{props.task.targets.length > 1 ? 'Targets' : 'Target'}</h2>
        <span class={styles.actions}>
          <Show when={hasTarget()}>
            <Button
              kind="ghost"
              icon={Upload}
              busy={running() !== undefined}
              onClick={() => void workspace.targets.write(props.task.id)}
            >
              Write
            </Button>
          </Show>
          <Button kind="ghost" onClick={() => setLayer('edit')}>
            {hasTarget() ? 'Change…' : 'Add…'}
          </Button>
        </span>
      </div>
      <For
        each={props.task.targets}
        fallback={
          <p class={styles.quiet}>No target: annotations stay on this device until they are exported.</p>
        }
      >
        {(target) => (
          <StorageLine
            storage={props.storages.find((each) => each.id === target.storageId)}
            role="target"
            words={targetWords(target)}
          />
        )}
      </For>
      <Show when={hasTarget() && live.data()}>
        {(state) => (
          <div class={styles.sync} aria-live="polite">
            <Switch>
              <Match when={running()}>
                {(request) => <Badge tone="accent">{request().progress.words}</Badge>}
              </Match>
              <Match when={state().counts.failing > 0}>
                <Badge tone="warn" icon={CloudOff}>
                  {`${counted(state().counts.failing, 'file')} could not be written`}
                </Badge>
                <p class={styles.quiet}>{state().failing[0]?.error?.message}</p>
                <div>
                  <Button onClick={() => void workspace.targets.retry()}>Try now</Button>
                </div>
              </Match>
              <Match when={state().counts.waiting > 0}>
                <Badge tone="quiet">{`${counted(state().counts.waiting, 'file')} to be written`}</Badge>
              </Match>
              <Match when={state().counts.written > 0}>
                <Badge tone="ok" icon={CircleCheck}>
                  {`${counted(state().counts.written, 'file')} written`}
                </Badge>
              </Match>
              <Match when={true}>
                <Badge tone="quiet" icon={CircleDashed}>
                  Nothing written yet
                </Badge>
              </Match>
            </Switch>
            <Show when={state().writing?.error}>
              {(error) => <p class={styles.quiet}>{error().message}</p>}
            </Show>
            <Show when={state().counts.conflicts > 0}>
              <div class={styles.offer}>
                <Badge tone="warn" icon={TriangleAlert}>
                  {counted(state().counts.conflicts, 'conflict')}
                </Badge>
                <Button onClick={() => setLayer('conflicts')}>Decide…</Button>
              </div>
            </Show>
          </div>
        )}
      </Show>
      <Switch>
        <Match when={layer() === 'edit'}>
          <TargetsDialog task={props.task} storages={props.storages} onClose={() => setLayer(undefined)} />
        </Match>
        <Match when={layer() === 'conflicts'}>
          <ConflictsDialog task={props.task} onClose={() => setLayer(undefined)} />
        </Match>
      </Switch>
    </section>
  );
}

function targetWords({ prefix, name, automatic }: Target): string {
  return [`${prefix}${name}`, automatic ? 'after each change' : ''].filter(Boolean).join(' · ');
}
