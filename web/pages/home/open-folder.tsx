/** Takes a folder of this computer, chosen or dropped, as a storage to read. */
import { toErrorReport } from '#core/errors.ts';
import type { Storage } from '#core/model/storage.ts';
import type { LentFolder } from '#web/state/lent-folders.ts';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { FolderChooser } from '#web/ui/folder-chooser.tsx';
import { FolderDrop } from '#web/ui/folder-drop.tsx';

export function OpenFolder(props: { onOpened: (storage: Storage) => void }) {
  const workspace = useWorkspace();
  async function take({ name, access }: LentFolder): Promise<void> {
    try {
      const folder = crypto.randomUUID();
      const settings = { provider: 'folder', folder, name, prefix: '', writable: false } as const;
      props.onOpened(
        await workspace.storages.attach({ name, settings, credentials: access, keeping: 'session' }),
      );
    } catch (error) {
      showToast({ tone: 'bad', title: `“${name}” cannot be read`, text: toErrorReport(error).message });
    }
  }
  return (
    <>
      <FolderDrop words="Drop the folder to annotate it" onFolder={(folder) => void take(folder)} />
      <FolderChooser label="Or a folder" name="" onChoose={(folder) => void take(folder)} />
    </>
  );
}
