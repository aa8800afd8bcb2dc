/** Over the canvas: that the frame is being fetched, what is wrong with it, and that the disk refuses edits. */
import { createEffect, createResource, createSignal, lazy, on, onCleanup, Show } from 'solid-js';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Ring } from '#web/ui/ring.tsx';
import type { Editor, Shown } from './create-editor.ts';
import styles from './editor.module.css';

const AccessButton = lazy(async () => ({
  default: (await import('#web/pages/storages/access-button.tsx')).AccessButton,
}));

/** What is faster than this is not announced. */
const announceAfterMs = 300;

export function FrameOverlay(props: { editor: Editor }) {
  const workspace = useWorkspace();
  const [slow, setSlow] = createSignal(false);
  createEffect(
    on(props.editor.shown, (shown) => {
      setSlow(false);
      if (shown.kind !== 'loading') return;
      const timer = setTimeout(() => setSlow(true), announceAfterMs);
      onCleanup(() => clearTimeout(timer));
    }),
  );
  const trouble = (): Extract<Shown, { kind: 'trouble' }> | undefined => {
    const shown = props.editor.shown();
    return shown.kind === 'trouble' ? shown : undefined;
  };
  const entry = () => props.editor.entries[props.editor.frame() - props.editor.job.startFrame];
  const [storage] = createResource(
    () => (trouble() ? entry()?.storageId : undefined),
    (id) => workspace.storages.get(id),
  );

  return (
    <>
      <Show when={props.editor.saveState().kind === 'failed'}>
        <div class={styles.banner} role="alert">
          <strong>The disk refused your last edits. They are in memory only: keep this tab open.</strong>
          <span>It is tried again every 2 s. Free some space on this device.</span>
        </div>
      </Show>
      <Show when={slow()}>
        <div class={styles.waiting} role="status">
          <Ring size={14} /> Fetching frame {props.editor.frame()}
        </div>
      </Show>
      <Show when={trouble()}>
        {(shown) => (
          <div class={styles.trouble}>
            <div class={styles.troubleCard} role="alert">
              <h2>Frame {shown().frame} cannot be shown</h2>
              <p>{shown().error.message}</p>
              <Show when={shown().error.remedy?.text}>{(text) => <p>{text()}</p>}</Show>
              <p class={styles.key}>{entry()?.key}</p>
              <div class={styles.actions}>
                <AccessButton
                  kind="primary"
                  storage={storage()}
                  error={shown().error}
                  onDone={() => props.editor.retry()}
                />
                <Button onClick={() => props.editor.retry()}>Retry</Button>
                <Button
                  disabledReason={
                    props.editor.frame() === props.editor.job.stopFrame
                      ? 'This is the last frame of the job'
                      : undefined
                  }
                  onClick={() => props.editor.goBy(1)}
                >
                  Skip
                </Button>
              </div>
            </div>
          </div>
        )}
      </Show>
    </>
  );
}
