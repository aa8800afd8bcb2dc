/** What can be done with one storage. */
import FolderSearch from 'lucide-solid/icons/folder-search';
import KeyRound from 'lucide-solid/icons/key-round';
import Pencil from 'lucide-solid/icons/pencil';
import Plus from 'lucide-solid/icons/plus';
import RotateCw from 'lucide-solid/icons/rotate-cw';
import Stethoscope from 'lucide-solid/icons/stethoscope';
import Trash from 'lucide-solid/icons/trash';
import Upload from 'lucide-solid/icons/upload';
import { needsSecrets } from '#core/model/storage.ts';
import type { Task } from '#core/model/task.ts';
import type { Workspace } from '#core/workspace/workspace.ts';
import { checkAgain } from '#web/state/checks.ts';
import { usersOf } from '#web/state/storage-uses.ts';
import { counted } from '#web/ui/format.ts';
import type { MenuItem } from '#web/ui/menu.tsx';
import { formOf } from './forms/registry.ts';
import type { StorageListRow } from './storage-kind.ts';
import type { StorageLayer } from './storage-layers.tsx';

export function storageActions(
  workspace: Workspace,
  navigate: (path: string) => void,
  { storage, uses }: StorageListRow,
  onLayer: (layer: StorageLayer) => void,
): MenuItem[][] {
  const { settings } = storage;
  const open = (kind: StorageLayer['kind']) => () => onLayer({ kind, storage });
  const goTo = (page: string) => () => navigate(`/storages/${storage.id}/${page}`);
  const update: MenuItem = { title: 'Update…', icon: Pencil, run: goTo('update') };
  const addFiles: MenuItem = { title: 'Add files…', icon: Upload, run: open('add-files') };
  const renew: MenuItem = { title: 'New keys…', icon: KeyRound, run: open('renew') };
  return [
    [
      {
        title: 'Create task from it',
        icon: Plus,
        run: () => navigate(`/tasks/new?storage=${storage.id}`),
      },
      { title: 'Browse', icon: FolderSearch, run: goTo('browse') },
      // Buckets are filled by what their owners use for it; this browser's disk only from here.
      ...(settings.provider === 'device' ? [addFiles] : []),
    ],
    [
      ...(formOf(settings.provider) ? [update] : []),
      ...(needsSecrets(settings) ? [renew] : []),
      { title: 'Run the doctor', icon: Stethoscope, run: goTo('doctor') },
      { title: 'Check again', icon: RotateCw, run: () => void checkAgain(workspace, storage.id) },
    ],
    [
      {
        title: 'Remove…',
        icon: Trash,
        danger: true,
        run: open('remove'),
        disabledReason: usedBy(usersOf(uses)),
      },
    ],
  ];
}

function usedBy(tasks: readonly Task[]): string | undefined {
  const names = tasks.slice(0, 2).map(({ name }) => `“${name}”`);
  const rest = tasks.length - names.length;
  if (names.length === 0) return undefined;
  return `Used by ${names.join(', ')}${rest > 0 ? ` and ${counted(rest, 'more task', 'more tasks')}` : ''}`;
}
