/** The parts of a request: what it is about, how far, and what can be done with it now. */
import Ban from 'lucide-solid/icons/ban';
import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleX from 'lucide-solid/icons/circle-x';
import Clock from 'lucide-solid/icons/clock';
import Download from 'lucide-solid/icons/download';
import RotateCw from 'lucide-solid/icons/rotate-cw';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { createSignal, Match, Show, Switch } from 'solid-js';
import type { RequestRecord } from '#core/model/request.ts';
import type { Task } from '#core/model/task.ts';
import { downloadResult } from '#web/state/download.ts';
import { isActive, requestTitle } from '#web/state/request-words.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { cx } from '#web/ui/cx.ts';
import { count, percent } from '#web/ui/format.ts';
import { Icon } from '#web/ui/icon.tsx';
import { ProgressBar } from '#web/ui/progress-bar.tsx';
import { Ring } from '#web/ui/ring.tsx';
import { Time } from '#web/ui/time.tsx';
import { FindingsList } from './findings-list.tsx';
import styles from './requests-page.module.css';
import { Snippets } from '#web/ui/error-notice.tsx';

/** What it is about, how far it is, and what was left out. */
export function RequestBody(props: { request: RequestRecord; tasks: readonly Task[] }) {
  const [open, setOpen] = createSignal(false);
  const findings = () => props.request.result?.findings;
  const title = () => requestTitle(props.request, props.tasks);

  return (
    <div class={styles.body}>
      <h2 class={styles.title}>{title()}</h2>
      <p class={styles.words}>
        <Words request={props.request} />
        <Show when={findings()}>
          {(found) => (
            <button type="button" class={styles.link} aria-expanded={open()} onClick={() => setOpen(!open())}>
              {open() ? 'Hide what was left out' : `${count(found().total)} left out: see which and why`}
            </button>
          )}
        </Show>
      </p>
      <Show when={isActive(props.request) && props.request.progress.share !== undefined}>
        <div class={styles.bar}>
          <ProgressBar
            label={title()}
            parts={[{ share: props.request.progress.share ?? 0, tone: 'running' }]}
          />
        </div>
      </Show>
      <Show when={open() && findings()}>{(found) => <FindingsList findings={found()} />}</Show>
      <Show when={props.request.error?.remedy?.snippets}>
        {(snippets) => <Snippets snippets={snippets()} />}
      </Show>
    </div>
  );
}

/** "Failed · 11:52". */
export function RequestState(props: { request: RequestRecord }) {
  return (
    <p class={cx(styles.state, styles[toneOf(props.request)])}>
      {stateWords(props.request)}
      {' · '}
      <Time of={props.request.finishedAt ?? props.request.startedAt ?? props.request.createdAt} />
    </p>
  );
}

export function RequestIcon(props: { request: RequestRecord }) {
  return (
    <span class={styles.icon}>
      <StateIcon request={props.request} />
    </span>
  );
}

function StateIcon(props: { request: RequestRecord }) {
  const withFindings = () => (props.request.result?.findings?.total ?? 0) > 0;
  return (
    <Switch>
      <Match when={props.request.status === 'queued'}>
        <Icon of={Clock} class={styles.quiet} />
      </Match>
      <Match when={props.request.status === 'in progress'}>
        <span class={styles.running}>
          <Ring share={props.request.progress.share} />
        </span>
      </Match>
      <Match when={props.request.status === 'failed'}>
        <Icon of={CircleX} class={styles.bad} />
      </Match>
      <Match when={props.request.status === 'cancelled'}>
        <Icon of={Ban} class={styles.quiet} />
      </Match>
      <Match when={withFindings()}>
        <Icon of={TriangleAlert} class={styles.warn} />
      </Match>
      <Match when={true}>
        <Icon of={CircleCheck} class={styles.ok} />
      </Match>
    </Switch>
  );
}

function Words(props: { request: RequestRecord }) {
  const words = () => {
    const { status, error, result, progress, cancelRequested } = props.request;
    if (status === 'failed') return [error?.message, error?.remedy?.text].filter(Boolean).join(' ');
    if (status === 'cancelled') return 'Cancelled by you. Nothing was left behind.';
    if (status === 'finished') {
      const said = [result?.file?.name, result?.words].filter(Boolean).join(': ');
      return /[.!?]$/.test(said) ? said : `${said}.`;
    }
    if (cancelRequested) return 'Stopping';
    return progress.words || 'Waits for what runs before it';
  };
  return <>{words()} </>;
}

function stateWords(request: RequestRecord): string {
  switch (request.status) {
    case 'queued':
      return 'Waiting';
    case 'in progress':
      return request.progress.share === undefined ? 'Running' : percent(request.progress.share);
    case 'finished':
      return (request.result?.findings?.total ?? 0) > 0 ? 'Finished with errors' : 'Finished';
    case 'failed':
      return 'Failed';
    case 'cancelled':
      return 'Cancelled';
    default:
      return request.status satisfies never;
  }
}

function toneOf(request: RequestRecord): 'bad' | 'warn' | 'quiet' {
  if (request.status === 'failed') return 'bad';
  return (request.result?.findings?.total ?? 0) > 0 ? 'warn' : 'quiet';
}

/** The one or two things that can be done with it now. */
export function RequestButtons(props: { request: RequestRecord }) {
  const workspace = useWorkspace();
  const { id } = props.request;
  const madeTask = () => {
    const { params, status } = props.request;
    return params.kind === 'create-task' && status === 'finished' ? params.taskId : undefined;
  };
  return (
    <Switch>
      <Match when={isActive(props.request)}>
        <Button busy={props.request.cancelRequested} onClick={() => void workspace.requests.cancel(id)}>
          Cancel
        </Button>
      </Match>
      <Match when={props.request.status === 'failed' || props.request.status === 'cancelled'}>
        <Button icon={RotateCw} onClick={() => void workspace.requests.retry(id)}>
          {props.request.status === 'failed' ? 'Retry' : 'Start again'}
        </Button>
      </Match>
      <Match when={props.request.result?.file}>
        {(file) => (
          <Button icon={Download} onClick={() => void downloadResult(workspace, id, file().name)}>
            Download
          </Button>
        )}
      </Match>
      <Match when={madeTask()}>
        {(taskId) => <LinkButton href={`#/tasks/${taskId()}`}>Open the task</LinkButton>}
      </Match>
    </Switch>
  );
}
