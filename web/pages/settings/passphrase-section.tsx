/** The passphrase over credentials: changed, or forgotten with what is under it. */
import { createResource, createSignal, Match, Show, Switch } from 'solid-js';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import { newPassphraseErrors } from '#web/pages/storages/passphrase.ts';
import type { ValueErrors } from '#web/pages/storages/forms/form.ts';
import { UnlockDialog } from '#web/pages/storages/unlock-dialog.tsx';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { SecretField } from '#web/ui/secret-field.tsx';
import styles from './settings-page.module.css';

export function PassphraseSection() {
  const workspace = useWorkspace();
  const [state, { refetch }] = createResource(() => workspace.passphrase.state());
  const [open, setOpen] = createSignal<'change' | 'unlock'>();
  function close(): void {
    setOpen(undefined);
    void refetch();
  }
  return (
    <div class={styles.passphrase}>
      <Switch>
        <Match when={state() === 'none'}>
          <p>None is set. It is set where a storage is attached, by keeping its credentials under one.</p>
        </Match>
        <Match when={state() !== undefined}>
          <p>
            {state() === 'open'
              ? 'Entered in this tab. It is kept nowhere.'
              : 'Set, and not entered in this tab yet.'}
          </p>
          <div class={styles.ask}>
            <Show when={state() === 'locked'}>
              <Button onClick={() => setOpen('unlock')}>Unlock…</Button>
            </Show>
            <Button onClick={() => setOpen('change')}>Change passphrase…</Button>
          </div>
        </Match>
      </Switch>
      <Switch>
        <Match when={open() === 'change'}>
          <ChangeDialog onClose={close} />
        </Match>
        <Match when={open() === 'unlock'}>
          <UnlockDialog onClose={close} />
        </Match>
      </Switch>
    </div>
  );
}

function ChangeDialog(props: { onClose: () => void }) {
  const workspace = useWorkspace();
  const [old, setOld] = createSignal('');
  const [next, setNext] = createSignal('');
  const [again, setAgain] = createSignal('');
  const [errors, setErrors] = createSignal<ValueErrors>({});
  const [failure, setFailure] = createSignal<ErrorReport>();
  const [busy, setBusy] = createSignal(false);

  async function change(): Promise<void> {
    const found = newPassphraseErrors(next(), again());
    setErrors(found);
    setFailure(undefined);
    if (busy() || Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      await workspace.passphrase.change(old(), next());
      showToast({ tone: 'ok', title: 'The passphrase is changed', text: 'Other tabs ask for the new one.' });
      props.onClose();
    } catch (error) {
      setFailure(toErrorReport(error));
    } finally {
      setBusy(false);
    }
  }
  return (
    <Dialog
      title="Change the passphrase"
      onClose={() => props.onClose()}
      onSubmit={() => void change()}
      foot={
        <>
          <Button kind="ghost" size="form" onClick={() => props.onClose()}>
            Cancel
          </Button>
          <Button kind="primary" size="form" type="submit" busy={busy()}>
            Change it
          </Button>
        </>
      }
    >
      <SecretField label="Old passphrase" value={old()} onInput={setOld} />
      <SecretField label="New passphrase" value={next()} error={errors()['passphrase']} onInput={setNext} />
      <SecretField
        label="New passphrase again"
        value={again()}
        error={errors()['passphraseAgain']}
        onInput={setAgain}
      />
      <Show when={failure()}>{(error) => <ErrorNotice error={error()} />}</Show>
    </Dialog>
  );
}
