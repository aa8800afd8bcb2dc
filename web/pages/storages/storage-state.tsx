/** Whether a storage can be used, and the one click that mends it. */
import CircleCheck from 'lucide-solid/icons/circle-check';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { useNavigate } from '@solidjs/router';
import { Match, Show, Switch } from 'solid-js';
import type { ErrorReport } from '#core/errors.ts';
import type { Storage } from '#core/model/storage.ts';
import { hostPowers } from '#core/workspace/host-powers.ts';
import { checkAgain, checkOf, verdictFor } from '#web/state/checks.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Badge, StorageErrorBadge } from '#web/ui/badges.tsx';
import { Button } from '#web/ui/button.tsx';
import { AccessButton } from './access-button.tsx';
import { askForOrigin } from './ask-for-origin.ts';
import { wayBack } from './way-back.ts';

export function StorageState(props: { storage: Storage }) {
  const failure = () => {
    const check = checkOf(props.storage.id);
    return check !== undefined && check !== 'checking' && !check.ok ? check.error : undefined;
  };
  const navigate = useNavigate();
  /** What the doctor found though it can be listed: "May read, but not write". */
  const limits = () => {
    const verdict = verdictFor(props.storage.id);
    const words = verdict?.tone === 'bad' ? verdict.words.split(': ').at(1) : undefined;
    return words?.replace(/^this page may/, 'May');
  };
  const isAvailable = () => {
    const check = checkOf(props.storage.id);
    return check !== undefined && check !== 'checking' && check.ok;
  };
  return (
    <Switch fallback={<Badge tone="quiet">Checking</Badge>}>
      <Match when={failure()}>
        {(error) => (
          <>
            <StorageErrorBadge error={error()} />
            <Show
              when={wayBack(props.storage.settings, error().code)}
              fallback={<RemedyButton storage={props.storage} error={error()} />}
            >
              <AccessButton kind="ghost" storage={props.storage} error={error()} onDone={() => {}} />
            </Show>
          </>
        )}
      </Match>
      <Match when={isAvailable()}>
        <Show
          when={limits()}
          fallback={
            <Badge tone="ok" icon={CircleCheck}>
              {verdictFor(props.storage.id)?.words.startsWith('This page may read and write')
                ? 'Available, read and write'
                : 'Available, read and list'}
            </Badge>
          }
        >
          {(words) => (
            <>
              <Badge tone="warn" icon={TriangleAlert}>
                {words()}
              </Badge>
              <Button kind="ghost" onClick={() => navigate(`/storages/${props.storage.id}/doctor`)}>
                Fix…
              </Button>
            </>
          )}
        </Show>
      </Match>
    </Switch>
  );
}

function RemedyButton(props: { storage: Storage; error: ErrorReport }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();

  function remedy(): { readonly title: string; readonly run: () => void } {
    const { id, settings } = props.storage;
    const again = (): void => void checkAgain(workspace, id);
    switch (props.error.code) {
      case 'throttled':
        return { title: 'Try again', run: again };
      case 'cors':
        if (hostPowers().kind === 'extension') {
          return { title: 'Allow…', run: () => void askForOrigin(settings).then(again) };
        }
    }
    return { title: 'Fix…', run: () => navigate(`/storages/${id}/doctor`) };
  }
  return (
    <Button kind="ghost" onClick={() => remedy().run()}>
      {remedy().title}
    </Button>
  );
}
