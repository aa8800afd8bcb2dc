/** Attaches a storage: the address first, then what it did not say, then a check. */
import Stethoscope from 'lucide-solid/icons/stethoscope';
import { useNavigate } from '@solidjs/router';
import { createSignal, onMount, Show } from 'solid-js';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import { needsSecrets, type Storage } from '#core/model/storage.ts';
import type { CheckReport } from '#core/workspace/workspace.ts';
import { recordCheck } from '#web/state/checks.ts';
import { KeepCredentials } from './keep-credentials.tsx';
import { openPassphrase } from './passphrase.ts';
import { rememberChoices } from './remembered-choices.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Segmented } from '#web/ui/choice.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { TextField } from '#web/ui/field.tsx';
import { SideForm } from '#web/ui/side-form.tsx';
import { AboutFields } from './about-fields.tsx';
import { askForOrigin } from './ask-for-origin.ts';
import { type AttachDraft, draft, emptyDraft, setDraft, withAddress } from './attach-draft.ts';
import styles from './attach-form.module.css';
import { CheckFound } from './check-found.tsx';
import { FormFields } from './form-fields.tsx';
import { aboutErrors, manifestsOf, missingWords } from './forms/about.ts';
import { errorsOf, keepingOf, type ValueErrors, type Values, valueOf } from './forms/form.ts';
import { formForAddress, formOf, providerForms } from './forms/registry.ts';
import { s3Form } from './forms/s3.ts';

interface AttachFormProps {
  /** What a link or Home has said already. */
  prefill?: ((draft: AttachDraft) => AttachDraft) | undefined;
  onClose: () => void;
  onAttached: (storage: Storage) => void;
}

export function AttachForm(props: AttachFormProps) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [errors, setErrors] = createSignal<ValueErrors>({});
  const [busy, setBusy] = createSignal<'checking' | 'attaching'>();
  const [report, setReport] = createSignal<CheckReport>();
  const [failure, setFailure] = createSignal<ErrorReport>();
  const provider = () => formOf(draft().provider) ?? s3Form;
  const values = () => draft().values;
  const allFields = () => [...provider().fields, ...provider().credentialFields];
  const asksForSecrets = () => needsSecrets(provider().settingsOf(values()));
  let form: HTMLDivElement | undefined;

  onMount(() => {
    if (props.prefill) setDraft(props.prefill(draft()));
    const knowsWhere = provider().fields.every((field) => field.check?.(values()) === undefined);
    focusFirst(knowsWhere ? 'input:placeholder-shown, [autocomplete]' : 'input');
  });

  function focusFirst(selector: string): void {
    const field = [...(form?.querySelectorAll<HTMLInputElement>(selector) ?? [])].find(
      (input) => input.value === '' && input.offsetParent !== null,
    );
    field?.focus();
  }
  function change(next: AttachDraft): void {
    setDraft(next);
    setErrors({});
    setReport(undefined);
    setFailure(undefined);
  }
  function changeValues(changed: Values): void {
    change({ ...draft(), values: changed });
  }
  function changeProvider(title: string): void {
    const chosen = providerForms.find((each) => each.title === title);
    // An endpoint is a provider's own: keys of another must not go there.
    const kept = chosen?.provider === draft().provider ? {} : { endpoint: '' };
    if (chosen) change({ provider: chosen.provider, values: { ...chosen.empty, ...values(), ...kept } });
  }

  function foundErrors(): boolean {
    const found = { ...errorsOf(allFields(), values()), ...aboutErrors(values()) };
    setErrors(found);
    if (Object.keys(found).length === 0) return false;
    focusWrong();
    return true;
  }
  function focusWrong(): void {
    queueMicrotask(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }
  function runDoctor(): void {
    if (foundErrors()) return;
    void askForOrigin(provider().settingsOf(values())).then(() => navigate('/storages/attach/doctor'));
  }

  /** Runs in the click itself up to the first await: the browser asks for a host only then. */
  async function check(attaches: boolean): Promise<void> {
    if (busy() !== undefined || foundErrors()) return;
    const settings = provider().settingsOf(values());
    const credentials = provider().credentialsOf(values());
    const allowed = askForOrigin(settings, credentials);
    setBusy(attaches ? 'attaching' : 'checking');
    setReport(undefined);
    setFailure(undefined);
    try {
      await allowed;
      const answer = await workspace.storages.check(settings, credentials);
      setReport(answer);
      const manifests = manifestsOf(values());
      const missing = answer.ok ? await workspace.storages.missing({ settings, credentials }, manifests) : [];
      if (missing.length > 0) setErrors({ manifests: missingWords(missing) });
      if (attaches && answer.ok && missing.length === 0) {
        const refused = asksForSecrets() ? await openPassphrase(workspace, values()) : {};
        if (Object.keys(refused).length > 0) {
          setErrors(refused);
          focusWrong();
          return;
        }
        const name = valueOf(values(), 'name') || provider().proposedName(values());
        const keeping = asksForSecrets() ? keepingOf(values()) : 'session';
        const storage = await workspace.storages.attach({
          name,
          settings,
          credentials,
          keeping,
          manifests,
          description: valueOf(values(), 'description'),
        });
        recordCheck(storage.id, answer);
        rememberChoices(allFields(), values());
        setDraft(emptyDraft);
        props.onAttached(storage);
      }
    } catch (error) {
      setFailure(toErrorReport(error));
    } finally {
      setBusy(undefined);
      queueMicrotask(() => form?.querySelector('[data-outcome]')?.scrollIntoView({ block: 'nearest' }));
    }
  }

  const problem = () => {
    const answer = report();
    return failure() ?? (answer && !answer.ok ? answer.error : undefined);
  };
  const addressWords = () => {
    const address = values()['address'] ?? '';
    const said = formForAddress(address)?.parse(address)?.words;
    if (said !== undefined) return said;
    return address.trim() === ''
      ? 'Paste any address of the bucket. It fills what it says.'
      : `Not an address yet, as ${provider().example} or https://…`;
  };

  return (
    <SideForm
      title="Attach a storage"
      onClose={() => props.onClose()}
      onSubmit={() => void check(true)}
      foot={
        <>
          <Button size="form" icon={Stethoscope} onClick={runDoctor}>
            Run the doctor
          </Button>
          <span class={styles.gap} />
          <Button kind="ghost" size="form" busy={busy() === 'checking'} onClick={() => void check(false)}>
            Check
          </Button>
          <Button kind="primary" size="form" type="submit" busy={busy() === 'attaching'}>
            Check and attach
          </Button>
        </>
      }
    >
      <div
        ref={(element) => {
          form = element;
        }}
        class={styles.fields}
      >
        <Show when={provider().example !== ''}>
          <TextField
            label="Address"
            mono
            placeholder={provider().example}
            value={values()['address'] ?? ''}
            onInput={(address) => change(withAddress(draft(), address))}
            help={addressWords()}
          />
        </Show>
        <Segmented
          label="Provider"
          labelled
          form
          value={provider().title}
          options={providerForms.map(({ title }) => ({ value: title, label: title }))}
          onChange={changeProvider}
        />
        <FormFields fields={allFields()} values={values()} errors={errors()} onChange={changeValues} />
        <Show when={asksForSecrets()}>
          <KeepCredentials values={values()} errors={errors()} onChange={changeValues} />
        </Show>
        <TextField
          label="Name"
          value={values()['name'] ?? ''}
          placeholder={provider().proposedName(values())}
          help="Can be left as proposed."
          onInput={(name) => setDraft({ ...draft(), values: { ...values(), name } })}
        />
        <AboutFields values={values()} errors={errors()} onChange={changeValues} />
        <div data-outcome class={styles.outcome} aria-live="polite">
          <Show when={problem()}>
            {(error) => (
              <ErrorNotice
                error={error()}
                onFix={(fix) => {
                  changeValues({ ...values(), [fix.field]: fix.value });
                  void check(false);
                }}
              />
            )}
          </Show>
          <Show when={report()?.ok ? report() : undefined}>
            {(answer) => <CheckFound report={answer()} prefix={values()['prefix'] ?? ''} />}
          </Show>
        </div>
      </div>
    </SideForm>
  );
}
