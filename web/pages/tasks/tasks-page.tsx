/** Every task. */
import Bug from 'lucide-solid/icons/bug';
import FolderOpen from 'lucide-solid/icons/folder-open';
import Download from 'lucide-solid/icons/download';
import Pencil from 'lucide-solid/icons/pencil';
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { useNavigate } from '@solidjs/router';
import { createSignal, lazy, Show, Suspense } from 'solid-js';
import type { Task } from '#core/model/task.ts';
import { TrySample } from '#web/pages/home/try-sample.tsx';
import type { BulkAction } from '#web/lists/bulk/bulk-action.ts';
import {
  assign,
  exportEach,
  moveToProject,
  moveToWorkspace,
  removeAll,
  setLabelColor,
  setSubset,
} from '#web/lists/bulk/usual-actions.ts';
import { createList } from '#web/lists/create-list.ts';
import { ListPage } from '#web/lists/list-page.tsx';
import { itemOf } from '#web/lists/menu-items.ts';
import { openAddress } from '#web/lists/open-address.ts';
import { createScope } from '#web/state/create-scope.ts';
import { removeTask } from '#web/state/removals.ts';
import { useTitle } from '#web/state/use-title.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { LinkButton } from '#web/ui/button.tsx';
import type { MenuItem } from '#web/ui/menu.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { taskCard, taskColumns } from './task-columns.tsx';
import { taskKind, type TaskListRow } from './task-kind.ts';

const ExportDialog = lazy(() =>
  import('#web/pages/task/export-dialog.tsx').then((file) => ({ default: file.ExportDialog })),
);
const RenameDialog = lazy(() =>
  import('./rename-dialog.tsx').then((file) => ({ default: file.RenameDialog })),
);

const bulk = [assign, setSubset, moveToProject, exportEach, removeAll, setLabelColor, moveToWorkspace];

interface TaskLayer {
  readonly kind: 'rename' | 'export';
  readonly task: Task;
}

export function TasksPage() {
  useTitle(() => 'Tasks');
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const list = createList(taskKind, createScope());
  const [layer, setLayer] = createSignal<TaskLayer>();

  function actions({ id, task }: TaskListRow, act: (action: BulkAction) => void): MenuItem[][] {
    const bugTracker: MenuItem = {
      title: 'Open the bug tracker',
      icon: Bug,
      run: () => openAddress(task.bugTracker),
    };
    return [
      [
        { title: 'Open', icon: FolderOpen, run: () => navigate(`/tasks/${id}`) },
        {
          title: 'Export…',
          icon: Download,
          run: () => setLayer({ kind: 'export', task }),
          disabledReason: task.ready ? undefined : 'It is not made yet',
        },
        { title: 'Rename…', icon: Pencil, run: () => setLayer({ kind: 'rename', task }) },
        ...(task.bugTracker === '' ? [] : [bugTracker]),
      ],
      [assign, setSubset, moveToProject, moveToWorkspace].map((action) => itemOf(action, act)),
      [{ title: 'Delete', icon: Trash, run: () => void removeTask(workspace, task) }],
    ];
  }

  return (
    <>
      <ListPage
        list={list}
        columns={taskColumns}
        card={taskCard}
        actions={actions}
        bulk={bulk}
        primary={
          <LinkButton kind={list.error() ? 'default' : 'primary'} href="#/tasks/new" icon={Plus} keys="c">
            Create task
          </LinkButton>
        }
        empty={
          <EmptyState
            title="No tasks yet"
            actions={
              <>
                <LinkButton size="form" href="#/">
                  Paste an address
                </LinkButton>
                <TrySample kind="ghost" size="form" />
              </>
            }
          >
            A task is a list of images with labels. Paste a bucket address, or begin with 40 sample images.
          </EmptyState>
        }
      />
      <Suspense>
        <Show when={layer()?.kind === 'rename' && layer()}>
          {(open) => <RenameDialog task={open().task} onClose={() => setLayer(undefined)} />}
        </Show>
        <Show when={layer()?.kind === 'export' && layer()}>
          {(open) => <ExportDialog task={open().task} jobs={[]} onClose={() => setLayer(undefined)} />}
        </Show>
      </Suspense>
    </>
  );
}
