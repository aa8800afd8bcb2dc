/** Asks for the passphrase, once in each tab. */
import { createSignal, Show } from 'solid-js';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import { checkAgain, checkOf } from '#web/state/checks.ts';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { SecretField } from '#web/ui/secret-field.tsx';
import styles from './attach-form.module.css';
import { unlock } from './passphrase.ts';

export function UnlockDialog(props: { onClose: () => void }) {
  const workspace = useWorkspace();
  const [passphrase, setPassphrase] = createSignal('');
  const [wrong, setWrong] = createSignal<string>();
  const [failure, setFailure] = createSignal<ErrorReport>();
  const [busy, setBusy] = createSignal(false);

  /** All that were locked go on, not only the one that was asked for. */
  async function checkLocked(): Promise<void> {
    for (const { id, keeping } of await workspace.storages.list()) {
      if (keeping === 'passphrase' && checkOf(id) !== undefined) void checkAgain(workspace, id);
    }
    await workspace.targets.retry();
  }
  async function run(deed: () => Promise<void>): Promise<void> {
    if (busy()) return;
    setBusy(true);
    setFailure(undefined);
    try {
      await deed();
    } catch (error) {
      setFailure(toErrorReport(error));
    } finally {
      setBusy(false);
    }
  }
  const enter = () =>
    run(async () => {
      const errors = await unlock(workspace, passphrase());
      setWrong(errors['passphrase']);
      if (errors['passphrase'] !== undefined) return;
      await checkLocked();
      showToast({ tone: 'ok', title: 'Unlocked for this tab', text: 'What waited goes on.' });
      props.onClose();
    });
  const forget = () =>
    run(async () => {
      await workspace.passphrase.forget();
      await checkLocked();
      props.onClose();
    });

  return (
    <Dialog
      title="Unlock the credentials"
      onClose={() => props.onClose()}
      onSubmit={() => void enter()}
      foot={
        <>
          <Button kind="ghost" size="form" onClick={() => props.onClose()}>
            Cancel
          </Button>
          <Button kind="primary" size="form" type="submit" busy={busy()}>
            Unlock
          </Button>
        </>
      }
    >
      <p>Asked for once in each tab. Everything annotated so far is on this device.</p>
      <SecretField
        label="Passphrase"
        value={passphrase()}
        error={wrong()}
        onInput={(typed) => {
          setPassphrase(typed);
          setWrong(undefined);
        }}
      />
      <details class={styles.fold}>
        <summary class={styles.summary}>It is forgotten</summary>
        <div class={styles.fields}>
          <p>
            Nobody can find it out again. Forget it here too: the credentials under it are deleted from this
            device, and each storage asks for new ones. Tasks and annotations stay.
          </p>
          <div>
            <Button kind="danger" onClick={() => void forget()}>
              Forget the passphrase
            </Button>
          </div>
        </div>
      </details>
      <Show when={failure()}>{(error) => <ErrorNotice error={error()} />}</Show>
    </Dialog>
  );
}
