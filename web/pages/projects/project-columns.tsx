/** What the list of projects says of each. */
import { Card } from '#web/lists/card.tsx';
import { LabelsCell, NameCell, ProgressCell, progressParts, progressWords } from '#web/lists/cells.tsx';
import type { Column } from '#web/lists/column.ts';
import type { Progress } from '#web/lists/list-kind.ts';
import { PersonName } from '#web/ui/person-name.tsx';
import { StageBadge } from '#web/ui/badges.tsx';
import { count } from '#web/ui/format.ts';
import { Time } from '#web/ui/time.tsx';
import type { ProjectListRow } from './project-kind.ts';
import { ProjectPicture } from './project-picture.tsx';
import styles from './projects-page.module.css';

export const projectColumns: readonly Column<ProjectListRow>[] = [
  {
    title: 'Preview',
    width: '48px',
    quiet: true,
    cell: (row) => (
      <span class={styles.picture}>
        <ProjectPicture projectId={row.id} />
      </span>
    ),
  },
  {
    title: 'Name',
    width: 'minmax(160px, 1fr)',
    sort: 'name',
    cell: (row) => (
      <NameCell
        name={row.project.name}
        href={`#/projects/${row.id}`}
        under={`#${row.id} · ${row.project.dimension ?? 'no tasks yet'}`}
      />
    ),
  },
  {
    title: 'Labels',
    width: '196px',
    from: 1180,
    cell: (row) => <LabelsCell labels={row.project.labels} />,
  },
  {
    title: 'Frames',
    width: '56px',
    sort: 'frames',
    end: true,
    cell: (_, progress) => count(progress?.frames ?? 0),
  },
  {
    title: 'Progress',
    width: '176px',
    cell: (row, progress) => <ProgressCell name={row.project.name} progress={progress} />,
  },
  {
    title: 'Status',
    width: '96px',
    sort: 'status',
    cell: (row) => <StageBadge stage={row.project.status} />,
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
    cell: (row) => <Time of={row.project.updatedAt} />,
  },
];

export function projectCard(row: ProjectListRow, progress: Progress) {
  const { id, project } = row;
  return (
    <Card
      name={project.name}
      href={`#/projects/${id}`}
      picture={<ProjectPicture projectId={id} without="No tasks yet" />}
      chips={project.dimension === '3d' ? <span>3D</span> : undefined}
      note={<Time of={project.updatedAt} />}
      second={
        <>
          <StageBadge stage={project.status} />
          <span>{`#${id} · by ${row.owner?.name ?? 'nobody'}`}</span>
        </>
      }
      onHover={
        <>
          <PersonName person={row.assignee} />
          <span>{progressWords(progress)}</span>
        </>
      }
      parts={progressParts(progress)}
    />
  );
}
