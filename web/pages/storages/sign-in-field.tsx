/** A button that signs a person in at their provider, and says who is signed in. */
import CircleCheck from 'lucide-solid/icons/circle-check';
import { createSignal, Show } from 'solid-js';
import { isAbort, toErrorReport } from '#core/errors.ts';
import { Badge } from '#web/ui/badges.tsx';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import type { Values } from './forms/form.ts';

interface SignInFieldProps {
  label: string;
  /** What signing in gave; empty while nobody is. */
  value: string;
  /** Of the whole form. */
  values: Values;
  help?: string | undefined;
  error?: string | undefined;
  signIn: (values: Values) => Promise<string>;
  onInput: (value: string) => void;
}

export function SignInField(props: SignInFieldProps) {
  const [busy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<string>();

  async function signIn(): Promise<void> {
    setBusy(true);
    setFailure(undefined);
    try {
      props.onInput(await props.signIn(props.values));
    } catch (error) {
      const { message, remedy } = toErrorReport(error);
      if (!isAbort(error)) setFailure(remedy ? `${message} ${remedy.text}` : message);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Field
      label={props.label}
      help={props.help}
      error={failure() ?? props.error}
      control={(ids) => (
        <span>
          <Button
            id={ids.id}
            size="form"
            busy={busy()}
            aria-describedby={ids.describedBy}
            onClick={() => void signIn()}
          >
            {props.value === '' ? 'Sign in…' : 'Sign in as somebody else…'}
          </Button>{' '}
          <Show when={props.value !== '' && props.error === undefined}>
            <Badge tone="ok" icon={CircleCheck}>
              Signed in
            </Badge>
          </Show>
        </span>
      )}
    />
  );
}
