/** How much of this device is used, at the foot of the sidebar; leads to what takes it. */
import { createSignal, onCleanup, Show } from 'solid-js';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { bytes } from '#web/ui/format.ts';
import { ProgressBar } from '#web/ui/progress-bar.tsx';
import styles from './sidebar.module.css';

const refreshMs = 30_000;

export function SpaceUsed(props: { rail: boolean }) {
  const workspace = useWorkspace();
  const [space, setSpace] = createSignal<{ used: number; available: number }>();
  // Where the browser does not say, nothing is shown.
  const refresh = () => workspace.space().then(setSpace, () => setSpace(undefined));
  void refresh();
  const timer = setInterval(() => void refresh(), refreshMs);
  onCleanup(() => clearInterval(timer));
  return (
    <Show when={!props.rail && space()}>
      {(known) => (
        <a class={styles.space} href="#/settings">
          <span class={styles.spaceWords}>
            <span>On this device</span>
            <span>{`${bytes(known().used)} of ${bytes(known().available)}`}</span>
          </span>
          <ProgressBar
            label="Space used on this device"
            height={3}
            parts={[{ share: known().used / Math.max(known().available, 1), tone: 'annotation' }]}
          />
        </a>
      )}
    </Show>
  );
}
