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
import { askForOrigin } from './ask-for-origin.ts';
import { FormFields } from './form-fields.tsx';
import { errorsOf, keepingOf, type ValueErrors, type Values } from './forms/form.ts';
import { KeepCredentials } from './keep-credentials.tsx';
import { openPassphrase } from './passphrase.ts';
import { formOf } from './forms/registry.ts';

interface RenewDialogProps {
  storage: Storage;
  /** What the person was doing, when they are interrupted: "Your edits are on this device." */
  words?: string;
  onClose: () => void;
}

export function RenewDialog(props: RenewDialogProps) {
  const workspace = useWorkspace();
  const form = formOf(props.storage.settings.provider);
  const [values, setValues] = createSignal<Values>({
    ...form?.empty,
    ...addressValues(),
    keeping: props.storage.keeping,
  });
  const [errors, setErrors] = createSignal<ValueErrors>({});
  const [failure, setFailure] = createSignal<ErrorReport>();
  const [busy, setBusy] = createSignal(false);

  /** Rules for secrets look at the endpoint, and signing in at the cloud it is in. */
  function addressValues(): Values {
    const { settings } = props.storage;
    return 'endpoint' in settings ? { endpoint: settings.endpoint } : {};
  }

  async function renew(): Promise<void> {
    const { settings } = props.storage;
    if (busy() || !form) return;
    const found = errorsOf(form.credentialFields, values());
    setErrors(found);
    const credentials = form.credentialsOf(values());
    if (Object.keys(found).length > 0 || credentials === undefined) return;
    const allowed = askForOrigin(settings, credentials);
    setBusy(true);
    setFailure(undefined);
    try {
      await allowed;
      const report = await workspace.storages.check(settings, credentials);
      if (!report.ok) {
        setFailure(report.error);
        return;
      }
      const refused = await openPassphrase(workspace, values());
      if (Object.keys(refused).length > 0) {
        setErrors(refused);
        return;
      }
      await workspace.storages.renew(props.storage.id, credentials, keepingOf(values()));
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
      <FormFields
        fields={form?.credentialFields ?? []}
        values={values()}
        errors={errors()}
        onChange={(changed) => {
          setValues(changed);
          setErrors({});
        }}
      />
      <KeepCredentials
        values={values()}
        errors={errors()}
        onChange={(changed) => {
          setValues(changed);
          setErrors({});
        }}
      />
      <Show when={failure()}>{(error) => <ErrorNotice error={error()} />}</Show>
    </Dialog>
  );
}
