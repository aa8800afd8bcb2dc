/** Key ID, secret and token, checked as they are typed, and how they are kept. */
import { createSignal, Show } from 'solid-js';
import type { Keeping } from '#core/model/storage.ts';
import { RadioGroup } from '#web/ui/choice.tsx';
import { TextField } from '#web/ui/field.tsx';
import { SecretField } from '#web/ui/secret-field.tsx';
import { Select } from '#web/ui/select.tsx';
import { type AttachDraft, type CredentialKind, type DraftErrors, secretError } from './attach-draft.ts';
import styles from './attach-form.module.css';

interface CredentialFieldsProps {
  draft: AttachDraft;
  errors: DraftErrors;
  onChange: (change: Partial<AttachDraft>) => void;
  /** For new keys of a storage that is not read anonymously. */
  withoutAnonymous?: boolean;
}

const kinds: readonly { value: CredentialKind; label: string }[] = [
  { value: 'keys', label: 'Access key and secret key' },
  { value: 'token', label: 'Access key, secret key and session token' },
  { value: 'anonymous', label: 'None: the bucket is public' },
];

export function CredentialFields(props: CredentialFieldsProps) {
  const [left, setLeft] = createSignal(false);
  const secretProblem = () => {
    if (props.errors.secretAccessKey !== undefined) return props.errors.secretAccessKey;
    const length = props.draft.secretAccessKey.trim().length;
    return (left() && length > 0) || length > 40 ? secretError(props.draft) : undefined;
  };
  return (
    <>
      <Select
        label="Credentials"
        value={props.draft.kind}
        options={kinds.filter((kind) => !(props.withoutAnonymous && kind.value === 'anonymous'))}
        onChange={(kind) => props.onChange({ kind })}
      />
      <Show when={props.draft.kind !== 'anonymous'}>
        <div class={styles.pair}>
          <TextField
            label="Access key ID"
            mono
            value={props.draft.accessKeyId}
            error={props.errors.accessKeyId}
            onInput={(accessKeyId) => props.onChange({ accessKeyId })}
          />
          <SecretField
            label="Secret key"
            value={props.draft.secretAccessKey}
            error={secretProblem()}
            onBlur={() => setLeft(true)}
            onInput={(secretAccessKey) => props.onChange({ secretAccessKey })}
          />
        </div>
        <Show when={props.draft.kind === 'token'}>
          <SecretField
            label="Session token"
            value={props.draft.sessionToken}
            error={props.errors.sessionToken}
            help="Work goes on when it expires: you are asked for a new one."
            onInput={(sessionToken) => props.onChange({ sessionToken })}
          />
        </Show>
        <RadioGroup<Keeping>
          label="Keep the credentials"
          value={props.draft.keeping}
          options={[
            { value: 'session', label: 'Until this tab closes' },
            { value: 'sealed', label: 'Sealed on this device' },
          ]}
          onChange={(keeping) => props.onChange({ keeping })}
        />
      </Show>
    </>
  );
}
