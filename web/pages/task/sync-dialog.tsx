/** What a sync found: new objects to decide on, changed and vanished ones, and what failed. */
import { useNavigate } from '@solidjs/router';
import { createSignal, For, Show } from 'solid-js';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import type { FrameMark, SyncState } from '#core/model/sync.ts';
import type { Task } from '#core/model/task.ts';
import { FindingsList } from '#web/pages/requests/findings-list.tsx';
import { createLive } from '#web/state/create-live.ts';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { bytes, count, counted } from '#web/ui/format.ts';
import styles from './sync-dialog.module.css';

/** Names shown of each kind; the rest is counted. */
const mostShown = 200;

export function SyncDialog(props: { task: Task; state: SyncState; onClose: () => void }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [failure, setFailure] = createSignal<ErrorReport>();
  const live = createLive(
    () => props.task.id,
    async (id) => {
      const [offer, marks, jobs] = await Promise.all([
        workspace.tasks.offer(id, mostShown),
        workspace.tasks.marks(id),
        workspace.jobs.ofTask(id),
      ]);
      return {
        offer,
        changed: marks.filter(({ now }) => now),
        vanished: marks.filter(({ now }) => !now),
        jobs,
      };
    },
  );

  async function run(act: () => Promise<void>): Promise<void> {
    setFailure(undefined);
    try {
      await act();
    } catch (error) {
      setFailure(toErrorReport(error));
    }
  }
  const add = async (): Promise<void> => {
    await workspace.tasks.addOffered(props.task.id);
    showToast({ tone: 'news', title: `${counted(props.state.offered, 'frame')} being added` });
    props.onClose();
  };
  const makeTask = async (): Promise<void> => {
    const name = `${props.task.name}, new ${new Date().toISOString().slice(0, 10)}`;
    const { taskId } = await workspace.tasks.createFromOffer(props.task.id, name);
    props.onClose();
    navigate(`/tasks/${taskId}`);
  };
  function frameLink({ frame }: FrameMark): string | undefined {
    const job = live
      .data()
      ?.jobs.find(({ startFrame, stopFrame }) => frame >= startFrame && frame <= stopFrame);
    return job && `#/jobs/${job.id}?frame=${frame}`;
  }

  return (
    <Dialog
      title={`In the sources of “${props.task.name}”`}
      width={640}
      onClose={() => props.onClose()}
      footWords="Annotations are never touched by a sync."
      foot={
        <Button size="form" onClick={() => props.onClose()}>
          Close
        </Button>
      }
    >
      <Show when={failure()}>{(error) => <ErrorNotice error={error()} />}</Show>
      <Show when={props.state.offered > 0}>
        <section class={styles.part} aria-label="New">
          <div class={styles.head}>
            <h3>{`${count(props.state.offered)} new`}</h3>
            <Button kind="primary" onClick={() => void run(add)}>
              {`Add ${counted(props.state.offered, 'frame')}`}
            </Button>
            <Button onClick={() => void run(makeTask)}>Make a task of them</Button>
            <Button kind="ghost" onClick={() => void run(() => workspace.tasks.ignoreOffered(props.task.id))}>
              Ignore
            </Button>
          </div>
          <Names
            items={(live.data()?.offer ?? []).map(({ key, size }) => ({
              key,
              words: size > 0 ? bytes(size) : '',
              href: undefined,
            }))}
            total={props.state.offered}
          />
        </section>
      </Show>
      <Show when={(live.data()?.changed.length ?? 0) > 0}>
        <section class={styles.part} aria-label="Changed">
          <div class={styles.head}>
            <h3>{`${count(live.data()?.changed.length ?? 0)} changed`}</h3>
            <Button onClick={() => void run(() => workspace.tasks.acceptChanged(props.task.id))}>
              Take them as they are now
            </Button>
          </div>
          <Names
            items={(live.data()?.changed ?? []).slice(0, mostShown).map((mark) => ({
              key: mark.key,
              words: `frame ${mark.frame}`,
              href: frameLink(mark),
            }))}
            total={live.data()?.changed.length ?? 0}
          />
        </section>
      </Show>
      <Show when={(live.data()?.vanished.length ?? 0) > 0}>
        <section class={styles.part} aria-label="Gone">
          <div class={styles.head}>
            <h3>{`${count(live.data()?.vanished.length ?? 0)} gone from the source`}</h3>
          </div>
          <Names
            items={(live.data()?.vanished ?? []).slice(0, mostShown).map((mark) => ({
              key: mark.key,
              words: `frame ${mark.frame}`,
              href: frameLink(mark),
            }))}
            total={live.data()?.vanished.length ?? 0}
          />
        </section>
      </Show>
      <Show when={props.state.failures}>
        {(failures) => (
          <section class={styles.part} aria-label="Failed">
            <div class={styles.head}>
              <h3>{`${count(failures().total)} failed`}</h3>
            </div>
            <FindingsList findings={failures()} />
          </section>
        )}
      </Show>
    </Dialog>
  );
}

function Names(props: {
  items: readonly { key: string; words: string; href: string | undefined }[];
  total: number;
}) {
  return (
    <div class={styles.names} tabindex={0}>
      <ul>
        <For each={props.items}>
          {(item) => (
            <li>
              <Show when={item.href} fallback={<span class={styles.key}>{item.key}</span>}>
                {(href) => (
                  <a class={styles.key} href={href()}>
                    {item.key}
                  </a>
                )}
              </Show>
              <span>{item.words}</span>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.total > props.items.length}>
        <p>{`And ${count(props.total - props.items.length)} more.`}</p>
      </Show>
    </div>
  );
}
