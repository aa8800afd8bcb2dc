/** Every project. */
import Bug from 'lucide-solid/icons/bug';
import FolderOpen from 'lucide-solid/icons/folder-open';
import Plus from 'lucide-solid/icons/plus';
import { useNavigate } from '@solidjs/router';
import type { BulkAction } from '#web/lists/bulk/bulk-action.ts';
import { assign, moveToWorkspace, removeAll, setLabelColor } from '#web/lists/bulk/usual-actions.ts';
import { createList } from '#web/lists/create-list.ts';
import { ListPage } from '#web/lists/list-page.tsx';
import { itemOf } from '#web/lists/menu-items.ts';
import { openAddress } from '#web/lists/open-address.ts';
import { createScope } from '#web/state/create-scope.ts';
import { useTitle } from '#web/state/use-title.ts';
import { LinkButton } from '#web/ui/button.tsx';
import type { MenuItem } from '#web/ui/menu.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { projectCard, projectColumns } from './project-columns.tsx';
import { projectKind, type ProjectListRow } from './project-kind.ts';

const bulk = [assign, moveToWorkspace, setLabelColor, removeAll];

export function ProjectsPage() {
  useTitle(() => 'Projects');
  const navigate = useNavigate();
  const list = createList(projectKind, createScope());

  function actions({ id, project }: ProjectListRow, act: (action: BulkAction) => void): MenuItem[][] {
    const bugTracker: MenuItem = {
      title: 'Open the bug tracker',
      icon: Bug,
      run: () => openAddress(project.bugTracker),
    };
    return [
      [
        { title: 'Open', icon: FolderOpen, run: () => navigate(`/projects/${id}`) },
        ...(project.bugTracker === '' ? [] : [bugTracker]),
      ],
      [assign, moveToWorkspace, setLabelColor].map((action) => itemOf(action, act)),
      [itemOf(removeAll, act)],
    ];
  }

  return (
    <ListPage
      list={list}
      columns={projectColumns}
      card={projectCard}
      actions={actions}
      bulk={bulk}
      primary={
        <LinkButton kind={list.error() ? 'default' : 'primary'} href="#/projects/new" icon={Plus}>
          Create project
        </LinkButton>
      }
      empty={
        <EmptyState
          title="No projects yet"
          actions={
            <LinkButton size="form" href="#/projects/new" icon={Plus}>
              Create project
            </LinkButton>
          }
        >
          A project holds tasks of one kind that share one list of labels.
        </EmptyState>
      }
    />
  );
}
