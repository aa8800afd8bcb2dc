/** Tasks with what is done with them: all of them, or those of a project. */
import Bug from 'lucide-solid/icons/bug';
import FolderOpen from 'lucide-solid/icons/folder-open';
import Download from 'lucide-solid/icons/download';
import Pencil from 'lucide-solid/icons/pencil';
import Trash from 'lucide-solid/icons/trash';
import { useNavigate } from '@solidjs/router';
import { type Accessor, createSignal, type JSX, lazy, Show, Suspense } from 'solid-js';
import type { ListScope } from '#core/query/list-query.ts';
import type { Task } from '#core/model/task.ts';
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
import type { Column } from '#web/lists/column.ts';
import { createList } from '#web/lists/create-list.ts';
import type { ListKind } from '#web/lists/list-kind.ts';
import { ListPage } from '#web/lists/list-page.tsx';
import { itemOf } from '#web/lists/menu-items.ts';
import { openAddress } from '#web/lists/open-address.ts';
import { removeTask } from '#web/state/removals.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import type { MenuItem } from '#web/ui/menu.tsx';
import { taskCard } from './task-columns.tsx';
import type { TaskListRow } from './task-kind.ts';

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

interface TaskListProps {
  kind: ListKind<TaskListRow>;
  scope: Accessor<ListScope | undefined>;
  columns: readonly Column<TaskListRow>[];
  empty: JSX.Element;
  /** What to begin with; `isFailing` while nothing can be read. */
  primary: (isFailing: boolean) => JSX.Element;
  /** A part of another page. */
  panel?: boolean;
}

export function TaskList(props: TaskListProps) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const { kind, scope } = props;
  const list = createList(kind, scope);
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
        columns={props.columns}
        card={taskCard}
        actions={actions}
        bulk={bulk}
        primary={props.primary(list.error() !== undefined)}
        empty={props.empty}
        panel={props.panel ?? false}
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
