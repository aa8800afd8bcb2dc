/** Every job, whatever its task. */
import Bug from 'lucide-solid/icons/bug';
import FolderKanban from 'lucide-solid/icons/folder-kanban';
import FolderOpen from 'lucide-solid/icons/folder-open';
import Layers from 'lucide-solid/icons/layers';
import { useNavigate } from '@solidjs/router';
import type { BulkAction } from '#web/lists/bulk/bulk-action.ts';
import { assign, exportEach, removeAll, setStage, setState } from '#web/lists/bulk/usual-actions.ts';
import { createList } from '#web/lists/create-list.ts';
import { ListPage } from '#web/lists/list-page.tsx';
import { itemOf } from '#web/lists/menu-items.ts';
import { openAddress } from '#web/lists/open-address.ts';
import { createScope } from '#web/state/create-scope.ts';
import { useTitle } from '#web/state/use-title.ts';
import { LinkButton } from '#web/ui/button.tsx';
import type { MenuItem } from '#web/ui/menu.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { jobCard, jobColumns } from './job-columns.tsx';
import { jobKind, type JobListRow } from './job-kind.ts';

const bulk = [assign, setState, setStage, exportEach, removeAll];

export function JobsPage() {
  useTitle(() => 'Jobs');
  const navigate = useNavigate();
  const list = createList(jobKind, createScope());

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
      columns={jobColumns}
      card={jobCard}
      actions={actions}
      bulk={bulk}
      empty={
        <EmptyState
          title="No jobs yet"
          actions={
            <LinkButton size="form" href="#/tasks/new">
              Create task
            </LinkButton>
          }
        >
          A job is a range of a task’s frames that one person works on. Each task is cut into jobs when it is
          made.
        </EmptyState>
      }
    />
  );
}
