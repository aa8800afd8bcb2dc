/** A task that is being made: the request's words, and how to stop it or try again. */
import { Match, Switch } from 'solid-js';
import type { RequestRecord } from '#core/model/request.ts';
import { isActive } from '#web/state/request-words.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { ProgressBar } from '#web/ui/progress-bar.tsx';
import styles from './making.module.css';

export function Making(props: { request: RequestRecord | undefined }) {
  const workspace = useWorkspace();
  return (
    <span class={styles.making}>
      <Switch fallback={<span class={styles.words}>Waiting to be made</span>}>
        <Match when={props.request && isActive(props.request) && props.request}>
          {(request) => (
            <>
              <span class={styles.bar}>
                <ProgressBar
                  label="Making this task"
                  parts={
                    request().progress.share === undefined
                      ? undefined
                      : [{ share: request().progress.share ?? 0, tone: 'running' }]
                  }
                />
              </span>
              <span class={styles.words}>{request().progress.words || 'Waiting'}</span>
              <Button onClick={() => void workspace.requests.cancel(request().id)}>Cancel</Button>
            </>
          )}
        </Match>
        <Match when={props.request}>
          {(request) => (
            <>
              <span class={styles.failed}>
                {request().status === 'cancelled'
                  ? 'Cancelled before it was made'
                  : `Not made: ${request().error?.message ?? 'the reason is not known'}`}
              </span>
              <Button onClick={() => void workspace.requests.retry(request().id)}>Retry</Button>
            </>
          )}
        </Match>
      </Switch>
    </span>
  );
}
