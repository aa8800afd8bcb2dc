/** *Apply the rule for me*: all rules are shown as they will be, then sent. */
import Wand from 'lucide-solid/icons/wand-sparkles';
import { createSignal, Show } from 'solid-js';
import { type ErrorReport, toErrorReport } from '#core/errors.ts';
import type { StorageSettings } from '#core/model/storage.ts';
import type { RulePlan } from '#core/workspace/doctor/plan-rule.ts';
import type { Subject } from '#core/workspace/workspace.ts';
import { showToast } from '#web/state/toasts.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { counted } from '#web/ui/format.ts';
import { askForOrigin } from '../ask-for-origin.ts';
import styles from './apply-rule.module.css';
import codeStyles from './remedy.module.css';

interface ApplyRuleProps {
  subject: Subject;
  settings: StorageSettings;
  /** Why it cannot be done from here. */
  whyNot: string | undefined;
  onApplied: () => void;
}

export function ApplyRule(props: ApplyRuleProps) {
  const workspace = useWorkspace();
  const [plan, setPlan] = createSignal<RulePlan>();
  const [failure, setFailure] = createSignal<ErrorReport>();
  const [busy, setBusy] = createSignal(false);

  /** Runs in the click itself up to the first await: the browser asks for a host only then. */
  async function attempt(run: () => Promise<void>): Promise<void> {
    if (busy()) return;
    const allowed = askForOrigin(props.settings);
    setBusy(true);
    setFailure(undefined);
    try {
      await allowed;
      await run();
    } catch (error) {
      setFailure(toErrorReport(error));
    } finally {
      setBusy(false);
    }
  }
  const read = () => attempt(async () => void setPlan(await workspace.storages.planRule(props.subject)));
  const apply = () =>
    attempt(async () => {
      await plan()?.apply();
      setPlan(undefined);
      showToast({ tone: 'ok', title: 'The rule is there', text: 'The doctor looks again.' });
      props.onApplied();
    });

  return (
    <>
      <div class={styles.row}>
        <Button
          size="form"
          icon={Wand}
          busy={busy() && !plan()}
          disabledReason={props.whyNot}
          onClick={() => void read()}
        >
          Apply the rule for me
        </Button>
        <span class={styles.words}>{props.whyNot ?? 'Shows every rule first. Those of others stay.'}</span>
      </div>
      <Show when={!plan() ? failure() : undefined}>{(error) => <ErrorNotice error={error()} />}</Show>
      <Show when={plan()}>
        {(known) => (
          <Dialog
            title="Apply the rule"
            width={640}
            onClose={() => setPlan(undefined)}
            foot={
              <>
                <Button kind="ghost" size="form" onClick={() => setPlan(undefined)}>
                  Cancel
                </Button>
                <Button kind="primary" size="form" busy={busy()} onClick={() => void apply()}>
                  Apply the rule
                </Button>
              </>
            }
          >
            <p>{wordsOf(known())}</p>
            <pre class={codeStyles.code} tabindex={0} role="region" aria-label="All rules">
              {known().text}
            </pre>
            <Show when={failure()}>{(error) => <ErrorNotice error={error()} />}</Show>
          </Dialog>
        )}
      </Show>
    </>
  );
}

function wordsOf({ kept, replaced }: RulePlan): string {
  const others =
    kept === 0
      ? 'No other rule is there.'
      : `${counted(kept, 'other rule')} ${kept === 1 ? 'stays' : 'stay'} as ${kept === 1 ? 'it is' : 'they are'}.`;
  const own = replaced === 0 ? 'One rule for this page is added.' : 'The rule for this page is replaced.';
  return `${own} ${others} Exactly this is sent:`;
}
