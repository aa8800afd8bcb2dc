/** New keys for a storage whose old ones lapsed, right where the work stopped. */
import { createSignal, Show } from 'solid-js';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import type { StorageId } from '#core/model/ids.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { TextField } from '#web/ui/field.tsx';
import { SecretField } from '#web/ui/secret-field.tsx';
import styles from './renew-credentials.module.css';

export function RenewCredentials(props: { storageId: StorageId; onRenewed: () => void }) {
  const workspace = useWorkspace();
  const [accessKeyId, setAccessKeyId] = createSignal('');
  const [secretAccessKey, setSecretAccessKey] = createSignal('');
  const [sessionToken, setSessionToken] = createSignal('');
  const [busy, setBusy] = createSignal(false);
  const [error, setError] = createSignal<ErrorReport>();

  async function renew(): Promise<void> {
    setBusy(true);
    setError(undefined);
    try {
      const storage = await workspace.storages.get(props.storageId);
      const token = sessionToken().trim();
      const credentials = {
        accessKeyId: accessKeyId().trim(),
        secretAccessKey: secretAccessKey().trim(),
        ...(token === '' ? {} : { sessionToken: token }),
      };
      const report = storage && (await workspace.storages.check(storage.settings, credentials));
      if (report && !report.ok) {
        setError(report.error);
        return;
      }
      await workspace.storages.renew(props.storageId, credentials, storage?.keeping ?? 'sealed');
      props.onRenewed();
    } catch (caught) {
      setError(toErrorReport(caught));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      class={styles.form}
      aria-label="New keys"
      onSubmit={(event) => {
        event.preventDefault();
        void renew();
      }}
    >
      <TextField label="Access key ID" value={accessKeyId()} onInput={setAccessKeyId} autocomplete="off" />
      <SecretField label="Secret key" value={secretAccessKey()} onInput={setSecretAccessKey} />
      <SecretField label="Session token, if there is one" value={sessionToken()} onInput={setSessionToken} />
      <Show when={error()}>{(shown) => <ErrorNotice error={shown()} />}</Show>
      <Button kind="primary" type="submit" busy={busy()}>
        Use these keys
      </Button>
    </form>
  );
}
