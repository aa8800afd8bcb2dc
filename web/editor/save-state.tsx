/** Where the work is. Says it in words, never blinks, and names what is wrong when the disk refuses. */
import Check from 'lucide-solid/icons/check';
import Lock from 'lucide-solid/icons/lock';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { Match, Show, Switch } from 'solid-js';
import type { SaveState as State } from '#core/annotate/session.ts';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icon.tsx';
import type { Editor } from './create-editor.ts';
import styles from './top-bar.module.css';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

export function SaveState(props: { editor: Editor; onTakeOver: () => void }) {
  const failed = (): Extract<State, { kind: 'failed' }> | undefined => {
    const state = props.editor.saveState();
    return state.kind === 'failed' ? state : undefined;
  };
  const savedAt = (): number | undefined => {
    const state = props.editor.saveState();
    return state.kind === 'saved' ? state.at : undefined;
  };
  return (
    <div class={styles.save} role="status">
      <Switch
        fallback={
          <>
            <Icon of={Check} size={14} class={styles.ok} />
            <span>
              On this device <Show when={savedAt()}>{(at) => <strong>{clock.format(at())}</strong>}</Show>
            </span>
          </>
        }
      >
        <Match when={props.editor.readOnly()}>
          <Icon of={Lock} size={14} class={styles.warn} />
          <span class={styles.warn}>Read only: open in another tab</span>
          <Button onClick={() => props.onTakeOver()}>Take over</Button>
        </Match>
        <Match when={failed()}>
          {(state) => (
            <>
              <Icon of={TriangleAlert} size={14} class={styles.bad} />
              <span class={styles.bad}>
                {`Not on disk: ${state().waiting} ${state().waiting === 1 ? 'edit' : 'edits'} in memory only`}
              </span>
            </>
          )}
        </Match>
      </Switch>
    </div>
  );
}
