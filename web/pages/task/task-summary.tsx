/** How far the task is: the share, in words, as a bar, and what its parts mean. */
import { createMemo, For } from 'solid-js';
import type { Job } from '#core/model/job.ts';
import type { Task } from '#core/model/task.ts';
import { summarise } from '#web/state/job-words.ts';
import { cx } from '#web/ui/cx.ts';
import { count, counted, percent } from '#web/ui/format.ts';
import { ProgressBar } from '#web/ui/progress-bar.tsx';
import styles from './task-summary.module.css';

export function TaskSummary(props: { task: Task; jobs: readonly Job[] }) {
  const summary = createMemo(() => summarise(props.jobs));
  const legend = () => [
    { tone: 'completed', words: `${summary().completed} completed` },
    { tone: 'validation', words: `${summary().review} in review` },
    { tone: 'annotation', words: `${summary().annotation} in annotation` },
    { tone: 'waiting', words: `${summary().waiting} not begun` },
  ];
  return (
    <section class={styles.summary} aria-label="Progress">
      <p class={styles.line}>
        <span class={styles.share}>{percent(summary().annotatedFrames / Math.max(summary().frames, 1))}</span>
        <span class={styles.words}>
          {`${count(summary().annotatedFrames)} of ${counted(summary().frames, 'frame')} annotated, ${counted(summary().objects, 'object')}`}
        </span>
      </p>
      <ProgressBar label={`Progress of ${props.task.name}`} height={6} parts={summary().parts} />
      <ul class={styles.legend}>
        <For each={legend()}>
          {(entry) => (
            <li>
              <span class={cx(styles.dot, styles[entry.tone])} />
              {entry.words}
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
