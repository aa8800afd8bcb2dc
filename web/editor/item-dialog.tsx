/** The task data that a frame came from; addresses of attached storages can be opened. */
import { For, Show } from 'solid-js';
import { createLive } from '#web/state/create-live.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNotice } from '#web/ui/error-notice.tsx';
import styles from './item-dialog.module.css';

export function ItemDialog(props: { taskId: number; frame: number; onClose: () => void }) {
  const workspace = useWorkspace();
  const item = createLive(
    () => props.frame,
    async (frame) => ({ found: await workspace.tasks.item(props.taskId, frame) }),
  );
  return (
    <Dialog
      title={`Task data of frame ${props.frame}`}
      width={640}
      onClose={() => props.onClose()}
      foot={
        <Button size="form" onClick={() => props.onClose()}>
          Close
        </Button>
      }
    >
      <Show when={item.error()}>{(error) => <ErrorNotice error={error()} />}</Show>
      <Show
        when={item.data()?.found}
        fallback={
          <Show when={item.data()}>
            <p>This frame is an object of its own; no task file names it.</p>
          </Show>
        }
      >
        {(found) => (
          <>
            <dl class={styles.data}>
              <For each={fieldsOf(found().data)}>
                {([name, value]) => (
                  <>
                    <dt>{name}</dt>
                    <dd>
                      <Value value={value} resolved={fieldOf(found().resolved, name)} />
                    </dd>
                  </>
                )}
              </For>
            </dl>
            <Show when={found().unresolved.length > 0}>
              <p class={styles.quiet}>{`No attached storage holds ${found().unresolved.join(', ')}.`}</p>
            </Show>
            <p class={styles.quiet}>{`Row ${found().row} of ${found().key}`}</p>
          </>
        )}
      </Show>
    </Dialog>
  );
}

/** A text that is an address becomes a link to what it leads to; all else is shown as it stands. */
function Value(props: { value: unknown; resolved: unknown }) {
  const text = () => (typeof props.value === 'string' ? props.value : JSON.stringify(props.value, null, 2));
  const href = () =>
    typeof props.resolved === 'string' && /^https?:\/\/\S+$/.test(props.resolved)
      ? props.resolved
      : undefined;
  return (
    <Show when={href()} fallback={<span class={styles.text}>{text()}</span>}>
      {(address) => (
        <a class={styles.text} href={address()} target="_blank" rel="noreferrer">
          {text()}
        </a>
      )}
    </Show>
  );
}

function fieldsOf(data: unknown): [string, unknown][] {
  return typeof data === 'object' && data !== null ? Object.entries(data) : [['data', data]];
}

function fieldOf(data: unknown, name: string): unknown {
  return fieldsOf(data).find(([key]) => key === name)?.[1];
}
