/** New keys for a storage whose old ones lapsed. They are tried before they take the old ones' place. */
import { createSignal, Show } from 'solid-js';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import type { Storage } from '#core/model/storage.ts';
import { checkAgain } from '#web/state/checks.ts';
import { addressOf } from '#web/state/storage-words.ts';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { type AttachDraft, credentialsOf, type DraftErrors, emptyDraft, errorsOf } from './attach-draft.ts';
import { CredentialFields } from './credential-fields.tsx';

interface RenewDialogProps {
  storage: Storage;
  /** What the person was doing, when they are interrupted: "Your edits are on this device." */
  words?: string;
  onClose: () => void;
}

export function RenewDialog(props: RenewDialogProps) {
  const workspace = useWorkspace();
  const [draft, setDraft] = createSignal<AttachDraft>({ ...emptyDraft, keeping: props.storage.keeping });
  const [errors, setErrors] = createSignal<DraftErrors>({});
  const [failure, setFailure] = createSignal<ErrorReport>();
  const [busy, setBusy] = createSignal(false);

  async function renew(): Promise<void> {
    const { settings } = props.storage;
    if (busy() || settings.provider !== 's3') return;
    const found = errorsOf({ ...draft(), ...settings });
    setErrors(found);
    const credentials = credentialsOf(draft());
    if (Object.keys(found).length > 0 || credentials === undefined) return;
    setBusy(true);
    setFailure(undefined);
    try {
      const report = await workspace.storages.check(settings, credentials);
      if (!report.ok) {
        setFailure(report.error);
        return;
      }
      await workspace.storages.renew(props.storage.id, credentials, draft().keeping);
      void checkAgain(workspace, props.storage.id);
      showToast({ tone: 'ok', title: `New keys for “${props.storage.name}”`, text: 'What waited goes on.' });
      props.onClose();
    } catch (error) {
      setFailure(toErrorReport(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={`New keys for “${props.storage.name}”`}
      onClose={() => props.onClose()}
      onSubmit={() => void renew()}
      foot={
        <>
          <Button kind="ghost" size="form" onClick={() => props.onClose()}>
            Cancel
          </Button>
          <Button kind="primary" size="form" type="submit" busy={busy()}>
            Check and use them
          </Button>
        </>
      }
    >
      <p>
        {`${addressOf(props.storage.settings)} does not take the keys ending in …${props.storage.keyHint} any more. `}
        {props.words ?? 'Everything annotated so far is on this device.'}
      </p>
      <CredentialFields
        draft={draft()}
        errors={errors()}
        withoutAnonymous
        onChange={(change) => {
          setDraft({ ...draft(), ...change });
          setErrors({});
        }}
      />
      <Show when={failure()}>{(error) => <ErrorNotice error={error()} />}</Show>
    </Dialog>
  );
}
