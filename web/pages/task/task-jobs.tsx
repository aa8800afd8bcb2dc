/** The jobs of a task, with stage, state and assignee to choose in place. */
import { Show } from 'solid-js';
import type { Job } from '#core/model/job.ts';
import type { Task } from '#core/model/task.ts';
import { toErrorReport } from '#core/errors.ts';
import type { Column } from '#web/lists/column.ts';
import { type ListKind, taskPageSizes } from '#web/lists/list-kind.ts';
import { jobKind, type JobListRow } from '#web/pages/jobs/job-kind.ts';
import { JobList } from '#web/pages/jobs/job-list.tsx';
import { StageSelect, StateSelect } from '#web/pages/jobs/stage-and-state.tsx';
import { frameRange, framesOf, shareOf, toneOf } from '#web/state/job-words.ts';
import { addPerson, createPeople } from '#web/state/people.ts';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { count, duration, percent } from '#web/ui/format.ts';
import { PersonPicker } from '#web/ui/person-picker.tsx';
import { ProgressBar } from '#web/ui/progress-bar.tsx';
import { Time } from '#web/ui/time.tsx';
import styles from './task-jobs.module.css';

const kind: ListKind<JobListRow> = {
  ...jobKind,
  place: 'task-jobs',
  over: 'ID, state, person',
  pageSizes: taskPageSizes,
  view: 'table',
  sort: [{ field: 'id', descending: false }],
  rowHeight: 40,
};

const typeWords = { annotation: '', ground_truth: 'GT', consensus_replica: 'Replica' };

const columns: readonly Column<JobListRow>[] = [
  {
    title: 'Job',
    width: 'minmax(88px, 1fr)',
    sort: 'id',
    cell: (row) => (
      <span class={styles.job}>
        <a class={styles.id} href={`#/jobs/${row.job.id}`}>{`#${row.job.id}`}</a>
        <Show when={typeWords[row.job.type]}>{(words) => <span class={styles.quiet}>{words()}</span>}</Show>
      </span>
    ),
  },
  {
    title: 'Frames',
    width: '128px',
    sort: 'frames',
    cell: (row) => (
      <span>
        {frameRange(row.job)}
        <span class={styles.quiet}>{` · ${count(framesOf(row.job))}`}</span>
      </span>
    ),
  },
  { title: 'Stage', width: '112px', sort: 'stage', cell: (row) => <StageSelect job={row.job} /> },
  { title: 'State', width: '124px', sort: 'state', cell: (row) => <StateSelect job={row.job} /> },
  {
    title: 'Annotated',
    width: '104px',
    sort: 'annotated_frames',
    from: 1400,
    cell: (row) => (
      <span class={styles.progress}>
        <ProgressBar
          label={`Annotated frames of job ${row.job.id}`}
          parts={[{ share: shareOf(row.job), tone: toneOf(row.job) }]}
        />
        {percent(shareOf(row.job))}
      </span>
    ),
  },
  { title: 'Assignee', width: '140px', sort: 'assignee', cell: (row) => <AssigneeCell job={row.job} /> },
  { title: 'Worked', width: '72px', from: 1400, cell: (row) => duration(row.job.workedMs) },
  {
    title: 'Updated',
    width: '74px',
    sort: 'updated_date',
    from: 1520,
    cell: (row) => <Time of={row.job.updatedAt} />,
  },
];

function AssigneeCell(props: { job: Job }) {
  const workspace = useWorkspace();
  const people = createPeople();
  function assign(id: number | undefined): void {
    workspace.jobs.setAssignee(props.job.id, id).catch((error: unknown) =>
      showToast({
        tone: 'bad',
        title: `Job ${props.job.id} stays as it was`,
        text: toErrorReport(error).message,
      }),
    );
  }
  return (
    <PersonPicker
      quiet
      label={`Assignee of job ${props.job.id}`}
      value={props.job.assigneeId}
      people={people()}
      onChange={assign}
      onAdd={async (name) => addPerson(workspace, name)}
    />
  );
}

export function TaskJobs(props: { task: Task }) {
  return (
    <JobList
      kind={kind}
      scope={() => ({ taskId: props.task.id })}
      columns={columns}
      empty={
        <p class={styles.none}>Its jobs were deleted. Re-cut jobs in the menu above to have new ones.</p>
      }
      panel
    />
  );
}
