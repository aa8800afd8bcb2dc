/** The jobs of a task, with stage and state to choose in place. */
import { createMemo, createSignal, Show } from 'solid-js';
import { type Job, jobStates, stages } from '#core/model/job.ts';
import { toErrorReport } from '#core/errors.ts';
import { frameRange, framesOf, shareOf, toneOf } from '#web/state/job-words.ts';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { JobStateIcon } from '#web/ui/badges.tsx';
import { Segmented } from '#web/ui/choice.tsx';
import { count, counted, percent } from '#web/ui/format.ts';
import { Growing } from '#web/ui/growing.tsx';
import { ProgressBar } from '#web/ui/progress-bar.tsx';
import { BareSelect } from '#web/ui/select.tsx';
import { Time } from '#web/ui/time.tsx';
import styles from './jobs-table.module.css';

interface JobsTableProps {
  jobs: readonly Job[];
  /** How many are not completed. */
  open: number;
}

export function JobsTable(props: JobsTableProps) {
  const [shown, setShown] = createSignal<'all' | 'open'>('all');
  const open = () => props.jobs.filter((job) => job.state !== 'completed');
  const rows = createMemo(() => (shown() === 'all' ? props.jobs : open()));
  return (
    <section aria-labelledby="jobs-heading">
      <div class={styles.bar}>
        <h2 id="jobs-heading" class={styles.heading}>
          Jobs
        </h2>
        <Segmented
          label="Which jobs"
          value={shown()}
          options={[
            { value: 'all', label: `All ${count(props.jobs.length)}` },
            { value: 'open', label: `Not done ${count(props.open)}` },
          ]}
          onChange={setShown}
        />
      </div>
      <table class={styles.table}>
        <thead>
          <tr>
            <th>Job</th>
            <th>Frames</th>
            <th>Stage</th>
            <th>State</th>
            <th>Annotated</th>
            <th class={styles.objects}>Objects</th>
            <th class={styles.updated}>Updated</th>
          </tr>
        </thead>
        <tbody>
          <Growing
            each={rows()}
            rest={(more, watch) => (
              <tr ref={watch}>
                <td colSpan={7} class={styles.quiet}>{`${count(more)} more`}</td>
              </tr>
            )}
          >
            {(job) => <JobRow job={job} />}
          </Growing>
        </tbody>
      </table>
      <Show when={rows().length === 0}>
        <p class={styles.none}>{`${counted(props.jobs.length, 'job')}, all completed.`}</p>
      </Show>
    </section>
  );
}

function JobRow(props: { job: Job }) {
  const workspace = useWorkspace();
  function change(apply: Promise<void>): void {
    apply.catch((error: unknown) =>
      showToast({
        tone: 'bad',
        title: `Job ${props.job.id} stays as it was`,
        text: toErrorReport(error).message,
      }),
    );
  }
  return (
    <tr class={styles.row}>
      <td>
        <a class={styles.id} href={`#/jobs/${props.job.id}`}>{`#${props.job.id}`}</a>
      </td>
      <td class={styles.frames}>
        {frameRange(props.job)}
        <span class={styles.quiet}>{` · ${count(framesOf(props.job))}`}</span>
      </td>
      <td>
        <BareSelect
          quiet
          label={`Stage of job ${props.job.id}`}
          value={props.job.stage}
          options={stages.map((value) => ({ value, label: value }))}
          onChange={(stage) => change(workspace.jobs.setStage(props.job.id, stage))}
        />
      </td>
      <td>
        <span class={styles.state}>
          <JobStateIcon state={props.job.state} />
          <BareSelect
            quiet
            label={`State of job ${props.job.id}`}
            value={props.job.state}
            options={jobStates.map((value) => ({ value, label: value }))}
            onChange={(state) => change(workspace.jobs.setState(props.job.id, state))}
          />
        </span>
      </td>
      <td>
        <span class={styles.progress}>
          <span class={styles.progressBar}>
            <ProgressBar
              label={`Annotated frames of job ${props.job.id}`}
              parts={[{ share: shareOf(props.job), tone: toneOf(props.job) }]}
            />
          </span>
          {percent(shareOf(props.job))}
        </span>
      </td>
      <td class={styles.objects}>{count(props.job.objectCount)}</td>
      <td class={styles.updated}>
        <Time of={props.job.updatedAt} />
      </td>
    </tr>
  );
}
