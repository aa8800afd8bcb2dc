/** What stands in the list's place or above it: being listed, nothing there, no match, failing. */
import FolderUp from 'lucide-solid/icons/folder-up';
import { Match, Show, Switch } from 'solid-js';
import type { ErrorReport } from '#core/errors.ts';
import type { Storage } from '#core/model/storage.ts';
import { hostPowers } from '#core/workspace/host-powers.ts';
import { AccessButton } from '#web/pages/storages/access-button.tsx';
import { askForOrigin } from '#web/pages/storages/ask-for-origin.ts';
import { wayBack } from '#web/pages/storages/way-back.ts';
import { Button, LinkButton } from '#web/ui/button.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import { count } from '#web/ui/format.ts';
import { EmptyState, LoadingRows, NoMatch } from '#web/ui/states.tsx';
import type { Entries } from './create-entries.ts';
import styles from './browse-page.module.css';

interface BrowseStateProps {
  storage: Storage;
  entries: Entries;
  folder: string;
  find: string;
  below: boolean;
  hrefAbove: string;
  onClear: () => void;
}

export function BrowseState(props: BrowseStateProps) {
  const nothing = () => props.entries.folders() + props.entries.objects() === 0;
  const where = () => (props.folder === '' ? 'this storage' : `“${props.folder}”`);
  return (
    <Switch>
      <Match when={props.entries.error()}>
        {(error) => (
          <div class={styles.failing}>
            <ErrorNotice
              error={error()}
              actions={
                <FailedActions storage={props.storage} error={error()} onAgain={props.entries.again} />
              }
            />
            <Show when={!nothing()}>
              <p class={styles.quiet}>
                {`What was listed before, ${count(props.entries.looked())} entries, stands below.`}
              </p>
            </Show>
          </div>
        )}
      </Match>
      <Match when={nothing() && props.entries.state() === 'listing'}>
        <LoadingRows
          words={
            props.entries.looked() === 0
              ? `Listing ${where()}.`
              : `Looked at ${count(props.entries.looked())}, nothing found yet.`
          }
        />
      </Match>
      <Match when={nothing() && props.find !== ''}>
        <NoMatch title="Nothing matches" onClear={props.onClear}>
          {props.below
            ? `Looked at ${count(props.entries.looked())} objects below ${where()} for “${props.find}”.`
            : `No name in ${where()} begins with or fits “${props.find}”. Below finds it in folders too.`}
        </NoMatch>
      </Match>
      <Match when={nothing()}>
        <EmptyState
          title="Nothing here"
          actions={
            <Show when={props.folder !== ''}>
              <LinkButton size="form" href={props.hrefAbove} icon={FolderUp}>
                Go up
              </LinkButton>
            </Show>
          }
        >
          {`No object lies in ${where()}. Folders are there as long as something is in them.`}
        </EmptyState>
      </Match>
    </Switch>
  );
}

function FailedActions(props: { storage: Storage; error: ErrorReport; onAgain: () => void }) {
  const access = () => wayBack(props.storage.settings, props.error.code) !== undefined;
  const allow = () => props.error.code === 'cors' && hostPowers().kind === 'extension';
  return (
    <>
      <Switch fallback={<LinkButton href={`#/storages/${props.storage.id}/doctor`}>Fix…</LinkButton>}>
        <Match when={access()}>
          <AccessButton storage={props.storage} error={props.error} onDone={props.onAgain} />
        </Match>
        <Match when={allow()}>
          <Button onClick={() => void askForOrigin(props.storage.settings).then(props.onAgain)}>
            Allow…
          </Button>
        </Match>
      </Switch>
      <Button kind="ghost" onClick={() => props.onAgain()}>
        Try again
      </Button>
    </>
  );
}
