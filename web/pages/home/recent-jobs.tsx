/** Cards of the jobs last worked on. */
import { For } from 'solid-js';
import type { Job } from '#core/model/job.ts';
import type { Task } from '#core/model/task.ts';
import { frameRange, jobWords, shareOf, toneOf } from '#web/state/job-words.ts';
import { cx } from '#web/ui/cx.ts';
import { ProgressBar } from '#web/ui/progress-bar.tsx';
import { Thumbnail } from '#web/ui/thumbnail.tsx';
import { Time } from '#web/ui/time.tsx';
import page from './home-page.module.css';
import styles from './recent-jobs.module.css';

export function RecentJobs(props: { recent: readonly { readonly job: Job; readonly task: Task }[] }) {
  return (
    <section class={styles.section} aria-labelledby="recent-heading">
      <div class={page.sectionHead}>
        <h2 id="recent-heading" class={page.heading}>
          Continue where you left off
        </h2>
        <a class={page.quietLink} href="#/tasks">
          All tasks
        </a>
      </div>
      <ul class={styles.cards}>
        <For each={props.recent}>{(each) => <JobCard job={each.job} task={each.task} />}</For>
      </ul>
    </section>
  );
}

function JobCard(props: { job: Job; task: Task }) {
  return (
    <li class={styles.card}>
      <a class={styles.link} href={`#/jobs/${props.job.id}`}>
        <span class={styles.picture}>
          <Thumbnail
            taskId={props.task.id}
            frame={props.job.lastFrame || props.job.startFrame}
            without="No preview of this frame"
          />
        </span>
        <span class={styles.line}>
          <span class={styles.name}>{props.task.name}</span>
          <span class={styles.time}>
            <Time of={props.job.updatedAt} />
          </span>
        </span>
        <span class={styles.second}>{`Job ${props.job.id} · frames ${frameRange(props.job)}`}</span>
        <span class={styles.bar}>
          <ProgressBar
            label={`Annotated frames of job ${props.job.id}`}
            height={3}
            parts={[{ share: shareOf(props.job), tone: toneOf(props.job) }]}
          />
        </span>
        <span class={cx(styles.words, props.job.state === 'completed' && styles.done)}>
          {jobWords(props.job)}
        </span>
      </a>
    </li>
  );
}
