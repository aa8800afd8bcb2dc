/** Attaches an S3 storage: the address first, then what it did not say, then a check. */
import { createMemo, createSignal, onMount, Show } from 'solid-js';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import type { Storage } from '#core/model/storage.ts';
import { parseAddress } from '#core/storage/s3/address.ts';
import type { CheckReport } from '#core/workspace/workspace.ts';
import { recordCheck } from '#web/state/checks.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Segmented } from '#web/ui/choice.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { TextField } from '#web/ui/field.tsx';
import { SideForm } from '#web/ui/side-form.tsx';
import { askForOrigin } from './ask-for-origin.ts';
import {
  type AttachDraft,
  credentialsOf,
  type DraftErrors,
  emptyDraft,
  errorsOf,
  proposedName,
  settingsOf,
  withAddress,
} from './attach-draft.ts';
import styles from './attach-form.module.css';
import { CheckFound } from './check-found.tsx';
import { CredentialFields } from './credential-fields.tsx';
import { regions } from './regions.ts';

// What was typed outlives closing the form, until the storage is attached or the tab is closed.
const [draft, setDraft] = createSignal<AttachDraft>(emptyDraft);

interface AttachFormProps {
  /** What a link or Home has said already. */
  prefill?: ((draft: AttachDraft) => AttachDraft) | undefined;
  onClose: () => void;
  onAttached: (storage: Storage) => void;
}

export function AttachForm(props: AttachFormProps) {
  const workspace = useWorkspace();
  const [errors, setErrors] = createSignal<DraftErrors>({});
  const [busy, setBusy] = createSignal<'checking' | 'attaching'>();
  const [report, setReport] = createSignal<CheckReport>();
  const [failure, setFailure] = createSignal<ErrorReport>();
  const parsed = createMemo(() => parseAddress(draft().address));
  let form: HTMLDivElement | undefined;

  onMount(() => {
    if (props.prefill) setDraft(props.prefill(draft()));
    focusFirst(draft().bucket === '' ? 'input' : 'input:placeholder-shown, [autocomplete]');
  });

  function focusFirst(selector: string): void {
    const field = [...(form?.querySelectorAll<HTMLInputElement>(selector) ?? [])].find(
      (input) => input.value === '' && input.offsetParent !== null,
    );
    field?.focus();
  }
  function change(fields: Partial<AttachDraft>): void {
    setDraft({ ...draft(), ...fields });
    setErrors({});
    setReport(undefined);
    setFailure(undefined);
  }
  function changeAddress(address: string): void {
    change({ address });
    const said = parsed();
    if (said) setDraft(withAddress(draft(), said));
  }

  /** Runs in the click itself up to the first await: the browser asks for a host only then. */
  async function check(attaches: boolean): Promise<void> {
    if (busy() !== undefined) return;
    const found = errorsOf(draft());
    setErrors(found);
    if (Object.keys(found).length > 0) {
      queueMicrotask(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const settings = settingsOf(draft());
    const credentials = credentialsOf(draft());
    const allowed = askForOrigin(settings);
    setBusy(attaches ? 'attaching' : 'checking');
    setReport(undefined);
    setFailure(undefined);
    try {
      await allowed;
      const answer = await workspace.storages.check(settings, credentials);
      setReport(answer);
      if (attaches && answer.ok) {
        const name = draft().name.trim() || proposedName(draft());
        const storage = await workspace.storages.attach({
          name,
          settings,
          credentials,
          keeping: draft().keeping,
        });
        recordCheck(storage.id, answer);
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

  return (
    <SideForm
      title="Attach a storage"
      onClose={() => props.onClose()}
      onSubmit={() => void check(true)}
      foot={
        <>
          <Button size="form" busy={busy() === 'checking'} onClick={() => void check(false)}>
            Check
          </Button>
          <span class={styles.gap} />
          <Button kind="ghost" size="form" onClick={() => props.onClose()}>
            Cancel
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
        <TextField
          label="Address"
          mono
          placeholder="s3://bucket/prefix"
          value={draft().address}
          onInput={changeAddress}
          help={
            parsed()?.words ??
            (draft().address.trim() === ''
              ? 'Paste any address of the bucket. It fills what it says.'
              : 'Not an address yet, as s3://bucket/prefix or https://…')
          }
        />
        <div class={styles.pair}>
          <TextField
            label="Bucket"
            mono
            value={draft().bucket}
            error={errors().bucket}
            onInput={(bucket) => change({ bucket })}
          />
          <TextField
            label="Prefix"
            mono
            placeholder="the whole bucket"
            value={draft().prefix}
            onInput={(prefix) => change({ prefix })}
          />
        </div>
        <Combobox
          label="Region"
          value={draft().region}
          choices={regions}
          error={errors().region}
          onInput={(region) => change({ region })}
        />
        <TextField
          label="Endpoint"
          mono
          placeholder="Amazon’s own"
          value={draft().endpoint}
          error={errors().endpoint}
          onInput={(endpoint) => change({ endpoint })}
        />
        <Segmented
          label="Bucket in the address"
          labelled
          form
          value={draft().addressing}
          options={[
            { value: 'virtual', label: 'Before the host' },
            { value: 'path', label: 'In the path' },
          ]}
          onChange={(addressing) => change({ addressing })}
        />
        <CredentialFields draft={draft()} errors={errors()} onChange={change} />
        <TextField
          label="Name"
          value={draft().name}
          placeholder={proposedName(draft())}
          help="Can be left as proposed."
          onInput={(name) => setDraft({ ...draft(), name })}
        />
        <div data-outcome class={styles.outcome} aria-live="polite">
          <Show when={problem()}>
            {(error) => (
              <ErrorNotice
                error={error()}
                onFix={(fix) => {
                  change(
                    fix.field === 'addressing'
                      ? { addressing: fix.value === 'path' ? 'path' : 'virtual' }
                      : { [fix.field]: fix.value },
                  );
                  void check(false);
                }}
              />
            )}
          </Show>
          <Show when={report()?.ok ? report() : undefined}>
            {(answer) => <CheckFound report={answer()} prefix={draft().prefix} />}
          </Show>
        </div>
      </div>
    </SideForm>
  );
}
