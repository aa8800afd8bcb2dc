/** What the list of jobs says of each. */
import { Show } from 'solid-js';
import { Card } from '#web/lists/card.tsx';
import { NameCell, PictureCell } from '#web/lists/cells.tsx';
import type { Column } from '#web/lists/column.ts';
import { frameRange, framesOf, shareOf, toneOf } from '#web/state/job-words.ts';
import { PersonName } from '#web/ui/person-name.tsx';
import { JobStateIcon, StageBadge } from '#web/ui/badges.tsx';
import { count, counted, percent } from '#web/ui/format.ts';
import { ProgressBar } from '#web/ui/progress-bar.tsx';
import { Thumbnail } from '#web/ui/thumbnail.tsx';
import { Time } from '#web/ui/time.tsx';
import type { JobListRow } from './job-kind.ts';
import styles from './jobs-page.module.css';
import { StageSelect, StateSelect } from './stage-and-state.tsx';

function typeWords({ job }: JobListRow): string | undefined {
  const words = { annotation: undefined, ground_truth: 'GT', consensus_replica: 'Replica' };
  return words[job.type];
}

/** What it is a part of: "Loading dock · Dock safety". */
function under({ task, project }: JobListRow): string {
  return [task?.name, project?.name].filter(Boolean).join(' · ');
}

export const jobColumns: readonly Column<JobListRow>[] = [
  {
    title: 'Preview',
    width: '48px',
    quiet: true,
    cell: (row) => <PictureCell taskId={row.job.taskId} frame={row.job.startFrame} />,
  },
  {
    title: 'Job',
    width: 'minmax(160px, 1fr)',
    sort: 'id',
    cell: (row) => <NameCell name={`Job ${row.id}`} href={`#/jobs/${row.id}`} under={under(row)} />,
  },
  {
    title: 'Frames',
    width: '140px',
    sort: 'frames',
    from: 1180,
    cell: (row) => (
      <span>
        {frameRange(row.job)}
        <span class={styles.quiet}>{` · ${count(framesOf(row.job))}`}</span>
      </span>
    ),
  },
  { title: 'Stage', width: '112px', sort: 'stage', cell: (row) => <StageSelect job={row.job} /> },
  { title: 'State', width: '132px', sort: 'state', cell: (row) => <StateSelect job={row.job} /> },
  {
    title: 'Annotated',
    width: '140px',
    sort: 'annotated_frames',
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
  {
    title: 'Assignee',
    width: '132px',
    sort: 'assignee',
    from: 960,
    cell: (row) => <PersonName person={row.assignee} />,
  },
  {
    title: 'Updated',
    width: '74px',
    sort: 'updated_date',
    from: 1280,
    cell: (row) => <Time of={row.job.updatedAt} />,
  },
];

export function jobCard(row: JobListRow) {
  const { job, task } = row;
  return (
    <Card
      name={`Job ${row.id}`}
      href={`#/jobs/${row.id}`}
      picture={<Thumbnail taskId={job.taskId} frame={job.startFrame} without="No picture to be had" />}
      chips={
        <>
          <span>{task?.dimension === '3d' ? '3D' : '2D'}</span>
          <Show when={typeWords(row)}>{(words) => <span>{words()}</span>}</Show>
        </>
      }
      note={under(row)}
      second={
        <span class={styles.stage}>
          <StageBadge stage={job.stage} />
          <span class={styles.state}>
            <JobStateIcon state={job.state} />
            {job.state}
          </span>
        </span>
      }
      onHover={
        <>
          <span>{counted(framesOf(job), 'frame')}</span>
          <PersonName person={row.assignee} />
        </>
      }
      parts={[{ share: shareOf(job), tone: toneOf(job) }]}
    />
  );
}
