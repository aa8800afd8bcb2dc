/** In place of the jobs while the task is made, and when that failed. */
import { Match, Switch } from 'solid-js';
import type { RequestRecord } from '#core/model/request.ts';
import { isActive } from '#web/state/request-words.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { percent } from '#web/ui/format.ts';
import { ProgressBar } from '#web/ui/progress-bar.tsx';
import { Ring } from '#web/ui/ring.tsx';
import styles from './making-panel.module.css';

export function MakingPanel(props: { request: RequestRecord | undefined }) {
  const workspace = useWorkspace();
  const retry = (id: number) => (
    <Button onClick={() => void workspace.requests.retry(id)}>Make it again</Button>
  );
  return (
    <div class={styles.panel}>
      <Switch fallback={<p role="status">This task waits to be made.</p>}>
        <Match when={props.request && isActive(props.request) && props.request}>
          {(request) => (
            <>
              <div class={styles.line}>
                <Ring share={request().progress.share} />
                <p class={styles.title} role="status">
                  {request().cancelRequested ? 'Stopping' : request().progress.words || 'Waiting to begin'}
                </p>
                <span class={styles.share}>
                  {request().progress.share === undefined ? '' : percent(request().progress.share ?? 0)}
                </span>
                <Button onClick={() => void workspace.requests.cancel(request().id)}>Cancel</Button>
              </div>
              <ProgressBar
                label="Making this task"
                height={6}
                parts={
                  request().progress.share === undefined
                    ? undefined
                    : [{ share: request().progress.share ?? 0, tone: 'running' }]
                }
              />
              <p class={styles.words}>
                The names of the images are listed; no image is downloaded. You can go elsewhere meanwhile.
              </p>
            </>
          )}
        </Match>
        <Match when={props.request?.status === 'failed' && props.request}>
          {(request) => (
            <ErrorNotice
              error={
                request().error ?? { tag: 'unknown', code: 'unexpected', message: 'The task was not made.' }
              }
              actions={retry(request().id)}
            />
          )}
        </Match>
        <Match when={props.request?.status === 'cancelled' && props.request}>
          {(request) => (
            <div class={styles.line}>
              <p class={styles.title}>Cancelled before it was made. Nothing was left behind.</p>
              {retry(request().id)}
            </div>
          )}
        </Match>
      </Switch>
    </div>
  );
}
