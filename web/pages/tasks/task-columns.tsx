/** What the list of tasks says of each. */
import type { Column } from '#web/lists/column.ts';
import { Card } from '#web/lists/card.tsx';
import {
  LabelsCell,
  NameCell,
  PictureCell,
  ProgressCell,
  progressParts,
  progressWords,
} from '#web/lists/cells.tsx';
import type { Progress } from '#web/lists/list-kind.ts';
import { PersonName } from '#web/ui/person-name.tsx';
import { StageBadge } from '#web/ui/badges.tsx';
import { count, counted } from '#web/ui/format.ts';
import { Thumbnail } from '#web/ui/thumbnail.tsx';
import { Time } from '#web/ui/time.tsx';
import { Making } from './making.tsx';
import type { TaskListRow } from './task-kind.ts';

/** Where it belongs: "#1247 · Dock safety · Train". */
function under({ task, project }: TaskListRow): string {
  return [`#${task.id}`, project?.name, task.subset].filter(Boolean).join(' · ');
}

export const taskColumns: readonly Column<TaskListRow>[] = [
  {
    title: 'Preview',
    width: '48px',
    quiet: true,
    cell: (row) => <PictureCell taskId={row.task.ready ? row.task.id : undefined} frame={0} />,
  },
  {
    title: 'Name',
    width: 'minmax(160px, 1fr)',
    sort: 'name',
    cell: (row) => <NameCell name={row.task.name} href={`#/tasks/${row.id}`} under={under(row)} />,
  },
  {
    title: 'Labels',
    width: '196px',
    from: 1180,
    cell: (row) => <LabelsCell labels={row.task.labels} />,
  },
  {
    title: 'Frames',
    width: '56px',
    sort: 'frames',
    end: true,
    // While it is made nothing of this is known: its request speaks in their place.
    span: (row) => (row.task.ready ? 1 : 3),
    cell: (row) => (row.task.ready ? count(row.task.size) : <Making request={row.making} />),
  },
  {
    title: 'Progress',
    width: '176px',
    cell: (row, progress) => <ProgressCell name={row.task.name} progress={progress} />,
  },
  {
    title: 'Status',
    width: '96px',
    sort: 'status',
    cell: (row) => <StageBadge stage={row.task.status} />,
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
    cell: (row) => <Time of={row.task.updatedAt} />,
  },
];

export function taskCard(row: TaskListRow, progress: Progress) {
  const { task } = row;
  return (
    <Card
      name={task.name}
      href={`#/tasks/${row.id}`}
      picture={
        task.ready ? (
          <Thumbnail taskId={task.id} frame={0} without="No picture to be had" />
        ) : (
          <span>Being made</span>
        )
      }
      chips={task.dimension === '3d' ? <span>3D</span> : undefined}
      note={<Time of={task.updatedAt} />}
      second={
        task.ready ? (
          <>
            <StageBadge stage={task.status} />
            <span>{under(row)}</span>
          </>
        ) : (
          <Making request={row.making} />
        )
      }
      onHover={
        <>
          <PersonName person={row.assignee} />
          <span>{`${counted(task.size, 'frame')}, ${progressWords(progress)}`}</span>
        </>
      }
      parts={task.ready ? progressParts(progress) : undefined}
    />
  );
}
