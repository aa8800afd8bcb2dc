/** Requests that run, with their share, their words and Cancel. */
import X from 'lucide-solid/icons/x';
import { For, Show } from 'solid-js';
import type { RequestRecord } from '#core/model/request.ts';
import type { Task } from '#core/model/task.ts';
import { isActive, requestTitle } from '#web/state/request-words.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { IconButton } from '#web/ui/button.tsx';
import { percent } from '#web/ui/format.ts';
import { ProgressBar } from '#web/ui/progress-bar.tsx';
import page from './home-page.module.css';
import styles from './running-now.module.css';

export function RunningNow(props: { requests: readonly RequestRecord[]; tasks: readonly Task[] }) {
  const workspace = useWorkspace();
  return (
    <section aria-labelledby="running-heading">
      <div class={page.sectionHead}>
        <h2 id="running-heading" class={page.heading}>
          Running now
        </h2>
        <a class={page.quietLink} href="#/requests">
          All requests
        </a>
      </div>
      <ul>
        <For each={props.requests.filter(isActive)} fallback={<p class={page.none}>Nothing runs.</p>}>
          {(request) => (
            <li class={styles.row}>
              <div class={styles.line}>
                <span class={styles.title}>{requestTitle(request, props.tasks)}</span>
                <span class={styles.share}>
                  <Show when={request.progress.share !== undefined}>
                    {percent(request.progress.share ?? 0)}
                  </Show>
                </span>
                <IconButton
                  label={`Cancel: ${requestTitle(request, props.tasks)}`}
                  icon={X}
                  onClick={() => void workspace.requests.cancel(request.id)}
                />
              </div>
              <ProgressBar
                label={requestTitle(request, props.tasks)}
                parts={
                  request.progress.share === undefined
                    ? undefined
                    : [{ share: request.progress.share, tone: 'running' }]
                }
              />
              <p class={styles.words}>
                {request.cancelRequested ? 'Stopping' : request.progress.words || 'Waiting'}
              </p>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
