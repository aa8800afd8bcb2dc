/** Changes a storage. Only what changed is sent, and what could break it is tried before it is saved. */
import { createSignal, Show } from 'solid-js';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import { needsSecrets, type Storage } from '#core/model/storage.ts';
import { checkAgain, recordCheck } from '#web/state/checks.ts';
import { addressOf } from '#web/state/storage-words.ts';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { TextField } from '#web/ui/field.tsx';
import { SideForm } from '#web/ui/side-form.tsx';
import { AboutFields } from './about-fields.tsx';
import { askForOrigin } from './ask-for-origin.ts';
import styles from './attach-form.module.css';
import { FormFields } from './form-fields.tsx';
import { aboutErrors, manifestsOf, missingWords } from './forms/about.ts';
import { errorsOf, type ProviderForm, type ValueErrors, type Values } from './forms/form.ts';
import { changeOf, needsCheck, updateCredentialFields, updateFields, valuesOf } from './forms/update.ts';
import { KeepCredentials } from './keep-credentials.tsx';
import { openPassphrase } from './passphrase.ts';
import { rememberChoices } from './remembered-choices.ts';

interface UpdateFormProps {
  storage: Storage;
  form: ProviderForm;
  onClose: () => void;
}

export function UpdateForm(props: UpdateFormProps) {
  const workspace = useWorkspace();
  // The storage as it was when the form was opened: what another tab changes meanwhile is not undone.
  const { storage, form } = props;
  const fields = [...updateFields(form), ...updateCredentialFields(storage, form)];
  const [values, setValues] = createSignal<Values>(valuesOf(storage, form));
  const [errors, setErrors] = createSignal<ValueErrors>({});
  const [failure, setFailure] = createSignal<ErrorReport>();
  const [busy, setBusy] = createSignal(false);
  const asksForSecrets = () => needsSecrets(form.settingsOf(values())) || needsSecrets(storage.settings);
  let body: HTMLDivElement | undefined;

  function changeValues(changed: Values): void {
    setValues(changed);
    setErrors({});
    setFailure(undefined);
  }

  async function save(): Promise<void> {
    if (busy()) return;
    const found = { ...errorsOf(fields, values()), ...aboutErrors(values()) };
    setErrors(found);
    if (Object.keys(found).length > 0) {
      queueMicrotask(() => body?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const change = changeOf(storage, form, values());
    if (!change) {
      props.onClose();
      return;
    }
    const allowed = askForOrigin(change.settings ?? storage.settings);
    setBusy(true);
    setFailure(undefined);
    try {
      await allowed;
      const refused =
        asksForSecrets() && (change.keeping !== undefined || change.credentials)
          ? await openPassphrase(workspace, values())
          : {};
      if (Object.keys(refused).length > 0) {
        setErrors(refused);
        return;
      }
      if (needsCheck(change)) {
        const report = await workspace.storages.recheck(storage.id, change);
        if (!report.ok) {
          setFailure(report.error);
          return;
        }
        const subject = { id: storage.id, change };
        const missing = await workspace.storages.missing(subject, manifestsOf(values()));
        if (missing.length > 0) {
          setErrors({ manifests: missingWords(missing) });
          return;
        }
        await workspace.storages.update(storage.id, change);
        // Writing may need leave that reading did not.
        if (change.settings?.provider === 'folder') await workspace.folders.askAgain(storage.id);
        recordCheck(storage.id, report);
      } else {
        await workspace.storages.update(storage.id, change);
        if (change.keeping !== undefined) void checkAgain(workspace, storage.id);
      }
      rememberChoices(fields, values());
      showToast({ tone: 'ok', title: `Saved “${change.name ?? storage.name}”` });
      props.onClose();
    } catch (error) {
      setFailure(toErrorReport(error));
    } finally {
      setBusy(false);
      queueMicrotask(() => body?.querySelector('[data-outcome]')?.scrollIntoView({ block: 'nearest' }));
    }
  }

  return (
    <SideForm
      title={`Update “${storage.name}”`}
      onClose={() => props.onClose()}
      onSubmit={() => void save()}
      foot={
        <>
          <span class={styles.gap} />
          <Button kind="ghost" size="form" onClick={() => props.onClose()}>
            Cancel
          </Button>
          <Button kind="primary" size="form" type="submit" busy={busy()}>
            Check and save
          </Button>
        </>
      }
    >
      <div
        ref={(element) => {
          body = element;
        }}
        class={styles.fields}
      >
        <p class={styles.fixed}>
          {`${form.title}, ${addressOf(storage.settings)}. A storage stays with its provider and its bucket.`}
        </p>
        <TextField
          label="Name"
          value={values()['name'] ?? ''}
          error={errors()['name']}
          onInput={(name) => changeValues({ ...values(), name })}
        />
        <FormFields fields={fields} values={values()} errors={errors()} onChange={changeValues} />
        <Show when={asksForSecrets()}>
          <KeepCredentials values={values()} errors={errors()} onChange={changeValues} />
        </Show>
        <AboutFields values={values()} errors={errors()} onChange={changeValues} />
        <div data-outcome class={styles.outcome} aria-live="polite">
          <Show when={failure()}>
            {(error) => (
              <ErrorNotice
                error={error()}
                onFix={(fix) => {
                  changeValues({ ...values(), [fix.field]: fix.value });
                  void save();
                }}
              />
            )}
          </Show>
        </div>
      </div>
    </SideForm>
  );
}
