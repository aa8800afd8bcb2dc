/** How each of many tasks goes, and what can be tried again. */
import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleDashed from 'lucide-solid/icons/circle-dashed';
import CircleX from 'lucide-solid/icons/circle-x';
import Ban from 'lucide-solid/icons/ban';
import { For, Show } from 'solid-js';
import { Badge, type Tone } from '#web/ui/badges.tsx';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { count, counted } from '#web/ui/format.ts';
import type { LucideIcon } from '#web/ui/icon.tsx';
import { ProgressBar } from '#web/ui/progress-bar.tsx';
import type { ItemStatus, Run } from './create-run.ts';
import styles from './multi.module.css';

const looks: Readonly<Record<Exclude<ItemStatus, 'progress'>, { icon: LucideIcon; tone: Tone }>> = {
  pending: { icon: CircleDashed, tone: 'quiet' },
  completed: { icon: CircleCheck, tone: 'ok' },
  failed: { icon: CircleX, tone: 'bad' },
  cancelled: { icon: Ban, tone: 'warn' },
};

export function RunList(props: { run: Run }) {
  const items = () => props.run.items();
  const those = (status: ItemStatus) => items().filter((item) => item.status === status).length;
  const share = () =>
    items().reduce((sum, { status, share: part }) => sum + (status === 'completed' ? 1 : (part ?? 0)), 0) /
    Math.max(1, items().length);
  const words = () =>
    [
      `${count(those('completed'))} of ${counted(items().length, 'task')} made`,
      those('failed') > 0 ? `${count(those('failed'))} failed` : '',
      those('cancelled') > 0 ? `${count(those('cancelled'))} cancelled` : '',
    ]
      .filter(Boolean)
      .join(', ');
  return (
    <div class={styles.run}>
      <p role="status">{words()}</p>
      <ProgressBar label="Tasks made" height={6} parts={[{ share: share(), tone: 'running' }]} />
      <div class={styles.actions}>
        <Show when={props.run.running()}>
          <Button onClick={() => void props.run.cancel()}>Cancel</Button>
        </Show>
        <Show when={!props.run.running() && those('failed') > 0}>
          <Button onClick={() => void props.run.retryFailed()}>
            {`Retry ${counted(those('failed'), 'failed task')}`}
          </Button>
        </Show>
        <Show when={!props.run.running() && those('cancelled') > 0}>
          <Button onClick={() => void props.run.retryCancelled()}>
            {`Retry ${counted(those('cancelled'), 'cancelled task')}`}
          </Button>
        </Show>
        <Show when={!props.run.running()}>
          <Button onClick={() => props.run.clear()}>Back to the form</Button>
          <LinkButton kind="primary" href="#/tasks">
            Go to Tasks
          </LinkButton>
        </Show>
      </div>
      <ul class={styles.items} aria-label="Tasks">
        <For each={items()}>
          {(item) => (
            <li class={styles.item}>
              <span class={styles.name}>
                <Show when={item.taskId} fallback={item.name}>
                  {(id) => <a href={`#/tasks/${id()}`}>{item.name}</a>}
                </Show>
              </span>
              <Show
                when={item.status !== 'progress' && looks[item.status]}
                fallback={<Badge tone="accent">{item.words}</Badge>}
              >
                {(look) => (
                  <Badge tone={look().tone} icon={look().icon}>
                    {item.words}
                  </Badge>
                )}
              </Show>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}
