/** Stage and state of a job, to choose in place. */
import { type Job, jobStates, stages } from '#core/model/job.ts';
import { toErrorReport } from '#core/errors.ts';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { JobStateIcon } from '#web/ui/badges.tsx';
import { BareSelect } from '#web/ui/select.tsx';
import styles from './stage-and-state.module.css';

function told(id: number, change: Promise<void>): void {
  change.catch((error: unknown) =>
    showToast({ tone: 'bad', title: `Job ${id} stays as it was`, text: toErrorReport(error).message }),
  );
}

export function StageSelect(props: { job: Job }) {
  const workspace = useWorkspace();
  return (
    <BareSelect
      quiet
      label={`Stage of job ${props.job.id}`}
      value={props.job.stage}
      options={stages.map((value) => ({ value, label: value }))}
      onChange={(stage) => told(props.job.id, workspace.jobs.setStage(props.job.id, stage))}
    />
  );
}

export function StateSelect(props: { job: Job }) {
  const workspace = useWorkspace();
  return (
    <span class={styles.state}>
      <JobStateIcon state={props.job.state} />
      <BareSelect
        quiet
        label={`State of job ${props.job.id}`}
        value={props.job.state}
        options={jobStates.map((value) => ({ value, label: value }))}
        onChange={(state) => told(props.job.id, workspace.jobs.setState(props.job.id, state))}
      />
    </span>
  );
}
