/** Opens a storage again: whichever of the three ways it takes. */
import { Match, Switch } from 'solid-js';
import type { Storage } from '#core/model/storage.ts';
import { AllowFolderDialog } from './allow-folder-dialog.tsx';
import { RenewDialog } from './renew-dialog.tsx';
import { UnlockDialog } from './unlock-dialog.tsx';
import type { WayBack } from './way-back.ts';

export interface AccessDialogProps {
  storage: Storage;
  way: WayBack;
  /** Also when nothing was entered. */
  onClose: () => void;
}

export function AccessDialog(props: AccessDialogProps) {
  return (
    <Switch fallback={<RenewDialog storage={props.storage} onClose={() => props.onClose()} />}>
      <Match when={props.way === 'passphrase'}>
        <UnlockDialog onClose={() => props.onClose()} />
      </Match>
      <Match when={props.way === 'folder'}>
        <AllowFolderDialog storage={props.storage} onClose={() => props.onClose()} />
      </Match>
    </Switch>
  );
}
