/** The dialogs about one storage: what is wrong with it, new keys, removing it. */
import { Match, Switch } from 'solid-js';
import type { Storage } from '#core/model/storage.ts';
import { toErrorReport } from '#core/errors.ts';
import { checkAgain, checkOf } from '#web/state/checks.ts';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { RenewDialog } from './renew-dialog.tsx';

export interface StorageLayer {
  readonly kind: 'fix' | 'renew' | 'remove';
  readonly storage: Storage;
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
      <Match when={of('fix')}>{(storage) => <FixDialog storage={storage()} onClose={close} />}</Match>
      <Match when={of('renew')}>{(storage) => <RenewDialog storage={storage()} onClose={close} />}</Match>
      <Match when={of('remove')}>{(storage) => <RemoveDialog storage={storage()} onClose={close} />}</Match>
    </Switch>
  );
}

function FixDialog(props: { storage: Storage; onClose: () => void }) {
  const workspace = useWorkspace();
  const failure = () => {
    const check = checkOf(props.storage.id);
    return check !== undefined && check !== 'checking' && !check.ok ? check.error : undefined;
  };
  return (
    <Switch>
      <Match when={failure()?.code.startsWith('credentials')}>
        <RenewDialog storage={props.storage} onClose={() => props.onClose()} />
      </Match>
      <Match when={true}>
        <Dialog
          title={`“${props.storage.name}” cannot be read`}
          width={640}
          onClose={() => props.onClose()}
          foot={
            <>
              <Button kind="ghost" size="form" onClick={() => props.onClose()}>
                Close
              </Button>
              <Button
                kind="primary"
                size="form"
                busy={checkOf(props.storage.id) === 'checking'}
                onClick={() => void checkAgain(workspace, props.storage.id)}
              >
                Check again
              </Button>
            </>
          }
        >
          <Switch fallback={<p role="status">It can be read now.</p>}>
            <Match when={failure()}>{(error) => <ErrorNotice error={error()} />}</Match>
            <Match when={checkOf(props.storage.id) === 'checking'}>
              <p role="status">Asking the bucket.</p>
            </Match>
          </Switch>
        </Dialog>
      </Match>
    </Switch>
  );
}

function RemoveDialog(props: { storage: Storage; onClose: () => void }) {
  const workspace = useWorkspace();
  async function remove(): Promise<void> {
    try {
      await workspace.storages.remove(props.storage.id);
    } catch (error) {
      showToast({
        tone: 'bad',
        title: `“${props.storage.name}” was not removed`,
        text: toErrorReport(error).message,
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
      <p>
        The connection and its credentials are taken off this device. Nothing in the bucket changes. To have
        it back you need its keys again.
      </p>
    </Dialog>
  );
}
