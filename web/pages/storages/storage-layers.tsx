/** The dialogs about one storage: new keys, removing it. */
import { createSignal, Match, Show, Switch } from 'solid-js';
import type { Storage } from '#core/model/storage.ts';
import type { AddedFile } from '#core/workspace/add-files.ts';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/choice.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { AddFilesDialog } from './add-files-dialog.tsx';
import { RenewDialog } from './renew-dialog.tsx';

export interface StorageLayer {
  readonly kind: 'renew' | 'remove' | 'add-files';
  readonly storage: Storage;
  /** What was dropped on the card. */
  readonly files?: readonly AddedFile[];
}

interface StorageLayersProps {
  layer: StorageLayer | undefined;
  onLayer: (layer: StorageLayer | undefined) => void;
}

export function StorageLayers(props: StorageLayersProps) {
  const of = (kind: StorageLayer['kind']) => (props.layer?.kind === kind ? props.layer.storage : undefined);
  const close = () => props.onLayer(undefined);
  return (
    <Switch>
      <Match when={of('renew')}>{(storage) => <RenewDialog storage={storage()} onClose={close} />}</Match>
      <Match when={of('add-files')}>
        {(storage) => (
          <AddFilesDialog storage={storage()} dropped={props.layer?.files ?? []} onClose={close} />
        )}
      </Match>
      <Match when={of('remove')}>{(storage) => <RemoveDialog storage={storage()} onClose={close} />}</Match>
    </Switch>
  );
}

/** With the names of the tasks that use it. */
function wordsOf({ message, where }: ErrorReport): string {
  return where === undefined ? message : `${message} ${where}`;
}

function removeWords({ settings }: Storage): string {
  return settings.provider === 'device'
    ? `The connection is taken off this device. Its files stay in this browser and count against its space, until you attach the folder “${settings.folder}” again or remove them now.`
    : 'The connection and its credentials are taken off this device. Nothing in the bucket changes. To have it back you need its keys again.';
}

function RemoveDialog(props: { storage: Storage; onClose: () => void }) {
  const workspace = useWorkspace();
  const [files, setFiles] = createSignal(false);
  async function remove(): Promise<void> {
    try {
      await workspace.storages.remove(props.storage.id, { files: files() });
    } catch (error) {
      showToast({
        tone: 'bad',
        title: `“${props.storage.name}” was not removed`,
        text: wordsOf(toErrorReport(error)),
      });
    }
    props.onClose();
  }
  return (
    <Dialog
      title={`Remove “${props.storage.name}”`}
      onClose={() => props.onClose()}
      foot={
        <>
          <Button kind="ghost" size="form" onClick={() => props.onClose()}>
            Cancel
          </Button>
          <Button kind="danger" size="form" onClick={() => void remove()}>
            Remove the storage
          </Button>
        </>
      }
    >
      <p>{removeWords(props.storage)}</p>
      <Show when={props.storage.settings.provider === 'device'}>
        <Checkbox label="Remove its files from this browser too" checked={files()} onChange={setFiles} />
      </Show>
    </Dialog>
  );
}
