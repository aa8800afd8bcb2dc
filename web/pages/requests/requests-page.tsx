/** Long operations: what runs, what failed and why, what can be downloaded. */
import Ban from 'lucide-solid/icons/ban';
import Download from 'lucide-solid/icons/download';
import Layers from 'lucide-solid/icons/layers';
import RotateCw from 'lucide-solid/icons/rotate-cw';
import Trash from 'lucide-solid/icons/trash';
import { useNavigate } from '@solidjs/router';
import { toErrorReport } from '#core/errors.ts';
import type { BulkAction } from '#web/lists/bulk/bulk-action.ts';
import { createList } from '#web/lists/create-list.ts';
import { ListPage } from '#web/lists/list-page.tsx';
import { createLive } from '#web/state/create-live.ts';
import { downloadResult } from '#web/state/download.ts';
import { isActive } from '#web/state/request-words.ts';
import { showToast } from '#web/state/toasts.ts';
import { useTitle } from '#web/state/use-title.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { count } from '#web/ui/format.ts';
import type { MenuItem } from '#web/ui/menu.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { requestCard, requestColumns } from './request-columns.tsx';
import { requestKind, type RequestListRow } from './request-kind.ts';

const bulk: readonly BulkAction[] = [
  {
    kind: 'each',
    title: 'Download',
    icon: Download,
    doing: 'Downloading',
    done: 'downloaded',
    async each(workspace, id) {
      const [request] = await workspace.requests.many([id]);
      const file = request?.result?.file;
      if (!file) throw new Error('It holds no file to download.');
      await downloadResult(workspace, id, file.name);
    },
  },
  { kind: 'change', change: { kind: 'cancel' }, title: 'Cancel', icon: Ban },
  { kind: 'change', change: { kind: 'retry' }, title: 'Retry', icon: RotateCw },
  {
    kind: 'change',
    change: { kind: 'delete' },
    title: 'Remove',
    icon: Trash,
    ask: 'They leave the list, with the files that wait to be downloaded. What runs stays.',
  },
];

export function RequestsPage() {
  useTitle(() => 'Requests');
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const list = createList(requestKind, () => ({}));
  const live = createLive(
    () => true,
    () => workspace.requests.counts(),
  );
  const note = () => {
    const { running = 0, waiting = 0 } = live.data() ?? {};
    const answer = list.answer();
    const found =
      answer && answer.matching !== answer.total
        ? `${count(answer.matching)} of ${count(answer.total)}, `
        : '';
    return `${found}${running + waiting === 0 ? 'nothing runs' : `${running} running, ${waiting} waiting`}`;
  };

  async function clear(): Promise<void> {
    try {
      await workspace.requests.clear();
    } catch (error) {
      showToast({
        tone: 'bad',
        title: 'Not all finished requests were cleared',
        text: toErrorReport(error).message,
      });
    }
  }
  function actions({ id, request, tasks }: RequestListRow): MenuItem[][] {
    const [task] = tasks;
    const goTo: MenuItem = {
      title: 'Go to the task',
      icon: Layers,
      run: () => navigate(`/tasks/${task?.id}`),
    };
    return [
      ...(task ? [[goTo]] : []),
      [
        {
          title: 'Remove from the list',
          icon: Trash,
          run: () => void workspace.requests.remove(id),
          disabledReason: isActive(request) ? 'It still runs' : undefined,
        },
      ],
    ];
  }

  return (
    <ListPage
      list={list}
      columns={requestColumns}
      card={requestCard}
      actions={actions}
      bulk={bulk}
      note={note()}
      primary={
        <Button
          kind="ghost"
          disabledReason={(live.data()?.ended ?? 0) === 0 ? 'Nothing has finished' : undefined}
          onClick={() => void clear()}
        >
          Clear finished
        </Button>
      }
      empty={
        <EmptyState
          title="No requests yet"
          actions={
            <LinkButton size="form" href="#/tasks/new">
              Create task
            </LinkButton>
          }
        >
          What takes longer runs here and goes on after a reload: making tasks, exports, imports.
        </EmptyState>
      }
    />
  );
}
