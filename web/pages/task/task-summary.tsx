/** How far the task is: the share, in words, as a bar, and what its parts mean. */
import { For } from 'solid-js';
import type { Task } from '#core/model/task.ts';
import type { JobsSummary } from '#web/state/job-words.ts';
import { cx } from '#web/ui/cx.ts';
import { count, counted, percent } from '#web/ui/format.ts';
import { ProgressBar } from '#web/ui/progress-bar.tsx';
import styles from './task-summary.module.css';

export function TaskSummary(props: { task: Task; summary: JobsSummary }) {
  const legend = () => [
    { tone: 'completed', words: `${props.summary.completed} completed` },
    { tone: 'validation', words: `${props.summary.review} in review` },
    { tone: 'annotation', words: `${props.summary.annotation} in annotation` },
    { tone: 'waiting', words: `${props.summary.waiting} not begun` },
  ];
  return (
    <section class={styles.summary} aria-label="Progress">
      <p class={styles.line}>
        <span class={styles.share}>
          {percent(props.summary.annotatedFrames / Math.max(props.summary.frames, 1))}
        </span>
        <span class={styles.words}>
          {`${count(props.summary.annotatedFrames)} of ${counted(props.summary.frames, 'frame')} annotated, ${counted(props.summary.objects, 'object')}`}
        </span>
      </p>
      <ProgressBar label={`Progress of ${props.task.name}`} height={6} parts={props.summary.parts} />
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
