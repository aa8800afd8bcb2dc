/** Jobs with what is done with them: all of them, or those of a task. */
import Bug from 'lucide-solid/icons/bug';
import FolderKanban from 'lucide-solid/icons/folder-kanban';
import FolderOpen from 'lucide-solid/icons/folder-open';
import Layers from 'lucide-solid/icons/layers';
import { useNavigate } from '@solidjs/router';
import type { Accessor, JSX } from 'solid-js';
import type { ListScope } from '#core/query/list-query.ts';
import type { BulkAction } from '#web/lists/bulk/bulk-action.ts';
import { assign, exportEach, removeAll, setStage, setState } from '#web/lists/bulk/usual-actions.ts';
import type { Column } from '#web/lists/column.ts';
import { createList } from '#web/lists/create-list.ts';
import type { ListKind } from '#web/lists/list-kind.ts';
import { ListPage } from '#web/lists/list-page.tsx';
import { itemOf } from '#web/lists/menu-items.ts';
import { openAddress } from '#web/lists/open-address.ts';
import type { MenuItem } from '#web/ui/menu.tsx';
import { jobCard } from './job-columns.tsx';
import type { JobListRow } from './job-kind.ts';

const bulk = [assign, setState, setStage, exportEach, removeAll];

interface JobListProps {
  kind: ListKind<JobListRow>;
  scope: Accessor<ListScope | undefined>;
  columns: readonly Column<JobListRow>[];
  empty: JSX.Element;
  /** A part of another page. */
  panel?: boolean;
}

export function JobList(props: JobListProps) {
  const navigate = useNavigate();
  const { kind, scope } = props;
  const list = createList(kind, scope);

  function actions({ id, job, task, project }: JobListRow, act: (action: BulkAction) => void): MenuItem[][] {
    const bugTracker = [task?.bugTracker, project?.bugTracker].find((address) => address);
    return [
      [
        { title: 'Open', icon: FolderOpen, run: () => navigate(`/jobs/${id}`) },
        { title: 'Go to the task', icon: Layers, run: () => navigate(`/tasks/${job.taskId}`) },
        {
          title: 'Go to the project',
          icon: FolderKanban,
          run: () => project && navigate(`/projects/${project.id}`),
          disabledReason: project ? undefined : 'Its task is in no project',
        },
        {
          title: 'Go to the bug tracker',
          icon: Bug,
          run: () => bugTracker !== undefined && openAddress(bugTracker),
          disabledReason: bugTracker ? undefined : 'Neither task nor project has one',
        },
      ],
      [assign, setState, setStage, exportEach].map((action) => itemOf(action, act)),
      [itemOf(removeAll, act)],
    ];
  }

  return (
    <ListPage
      list={list}
      columns={props.columns}
      card={jobCard}
      actions={actions}
      bulk={bulk}
      empty={props.empty}
      panel={props.panel ?? false}
    />
  );
}
