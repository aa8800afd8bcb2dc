/** What can be done with one entry of the browser. */
import Copy from 'lucide-solid/icons/copy';
import Download from 'lucide-solid/icons/download';
import ExternalLink from 'lucide-solid/icons/external-link';
import FolderOpen from 'lucide-solid/icons/folder-open';
import Link from 'lucide-solid/icons/link';
import Plus from 'lucide-solid/icons/plus';
import SquareCheck from 'lucide-solid/icons/square-check';
import { toErrorReport } from '#core/errors.ts';
import type { Storage } from '#core/model/storage.ts';
import { nameOf } from '#core/workspace/browse/names.ts';
import type { Workspace } from '#core/workspace/workspace.ts';
import { saveFile } from '#web/state/download.ts';
import { addressOfObject } from './object-address.ts';
import { showToast } from '#web/state/toasts.ts';
import { copyText } from '#web/ui/copy.ts';
import type { MenuItem } from '#web/ui/menu.tsx';
import type { Entry } from './entry.ts';

const openForSeconds = 900;

/** Opens an address of the object that holds for a quarter of an hour; the page never shows it. */
export async function openObject(workspace: Workspace, storage: Storage, key: string): Promise<void> {
  try {
    const store = await workspace.storages.open(storage.id);
    const address = await store.presign(key, openForSeconds);
    window.open(address, '_blank', 'noopener,noreferrer');
  } catch (error) {
    notDone(`${nameOf(key)} could not be opened`, error);
  }
}

export async function downloadObject(workspace: Workspace, storage: Storage, key: string): Promise<void> {
  try {
    const store = await workspace.storages.open(storage.id);
    saveFile(await store.read(key), nameOf(key));
  } catch (error) {
    notDone(`${nameOf(key)} could not be downloaded`, error);
  }
}

export function copyAddress(storage: Storage, key: string): void {
  copyText(addressOfObject(storage.settings, key), 'the address');
}

function notDone(title: string, error: unknown): void {
  const { message, remedy } = toErrorReport(error);
  showToast({ tone: 'bad', title, text: [message, remedy?.text].filter(Boolean).join(' ') });
}

interface Doing {
  readonly workspace: Workspace;
  readonly storage: Storage;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
  readonly onFolder: () => void;
  readonly onMakeTask: () => void;
}

/** The rows of an entry's menu. */
export function actionsOf(entry: Entry, doing: Doing): MenuItem[][] {
  const { workspace, storage } = doing;
  const { key } = entry;
  const choose: MenuItem = {
    title: doing.isChosen ? 'Leave it out' : 'Select',
    icon: SquareCheck,
    run: doing.onToggle,
  };
  const address: MenuItem = { title: 'Copy address', icon: Link, run: () => copyAddress(storage, key) };
  if (!entry.object) {
    return [
      [{ title: 'Open', icon: FolderOpen, run: doing.onFolder }, choose],
      [{ title: 'Make a task from this folder', icon: Plus, run: doing.onMakeTask }, address],
    ];
  }
  return [
    [
      {
        title: 'Open in a new tab',
        icon: ExternalLink,
        run: () => void openObject(workspace, storage, key),
        disabledReason: presigns(storage) ? undefined : 'This kind of storage has no addresses for others.',
      },
      { title: 'Download', icon: Download, run: () => void downloadObject(workspace, storage, key) },
      choose,
    ],
    [address, { title: 'Copy key', icon: Copy, run: () => copyText(key, 'the key') }],
  ];
}

/** As far as its kind tells; some credentials sign nothing, and then opening says so. */
export function presigns({ settings }: Storage): boolean {
  return ['s3', 'azure', 'gcs', 'urls'].includes(settings.provider);
}
