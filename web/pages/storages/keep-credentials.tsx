/** How credentials are kept; under a passphrase, that too. */
import { createResource, Show } from 'solid-js';
import type { Keeping } from '#core/model/storage.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { RadioGroup } from '#web/ui/choice.tsx';
import { SecretField } from '#web/ui/secret-field.tsx';
import { keepingOf, type ValueErrors, type Values } from './forms/form.ts';

interface KeepCredentialsProps {
  values: Values;
  errors: ValueErrors;
  onChange: (values: Values) => void;
}

export function KeepCredentials(props: KeepCredentialsProps) {
  const workspace = useWorkspace();
  const [state] = createResource(() => workspace.passphrase.state());
  const change = (key: string, value: string): void => props.onChange({ ...props.values, [key]: value });
  const asks = () => keepingOf(props.values) === 'passphrase' && state() !== undefined && state() !== 'open';
  return (
    <>
      <RadioGroup<Keeping>
        label="Keep the credentials"
        value={keepingOf(props.values)}
        options={[
          { value: 'session', label: 'Until this tab closes' },
          { value: 'sealed', label: 'Sealed on this device' },
          { value: 'passphrase', label: 'Under a passphrase' },
        ]}
        onChange={(keeping) => change('keeping', keeping)}
      />
      <Show when={asks()}>
        <SecretField
          label="Passphrase"
          value={props.values['passphrase'] ?? ''}
          error={props.errors['passphrase']}
          help={
            state() === 'none'
              ? 'One for all storages, asked for once in each tab. It is kept nowhere: when it is forgotten, the credentials under it must be entered again.'
              : 'The one that this workspace has.'
          }
          onInput={(typed) => change('passphrase', typed)}
        />
        <Show when={state() === 'none'}>
          <SecretField
            label="Passphrase again"
            value={props.values['passphraseAgain'] ?? ''}
            error={props.errors['passphraseAgain']}
            onInput={(typed) => change('passphraseAgain', typed)}
          />
        </Show>
      </Show>
    </>
  );
}
