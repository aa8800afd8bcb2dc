/** The lines of the doctor, in order; choosing one shows its remedy. */
import Check from 'lucide-solid/icons/check';
import Minus from 'lucide-solid/icons/minus';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import X from 'lucide-solid/icons/x';
import { For, Show } from 'solid-js';
import type { Check as Line, CheckState } from '#core/workspace/doctor/check.ts';
import { cx } from '#web/ui/cx.ts';
import { Icon, type LucideIcon } from '#web/ui/icon.tsx';
import { Ring } from '#web/ui/ring.tsx';
import styles from './check-lines.module.css';

const icons: Readonly<Record<CheckState, LucideIcon | undefined>> = {
  waiting: Minus,
  running: undefined,
  passed: Check,
  warning: TriangleAlert,
  failed: X,
  skipped: Minus,
};

interface CheckLinesProps {
  checks: readonly Line[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

export function CheckLines(props: CheckLinesProps) {
  // By id, so that a line that goes on is not drawn anew and keeps its focus.
  const ids = () => props.checks.map(({ id }) => id);
  const lineOf = (id: string) => props.checks.find((check) => check.id === id);
  return (
    <ol class={styles.lines} aria-label="Checks">
      <For each={ids()}>
        {(id) => (
          <Show when={lineOf(id)}>
            {(line) => (
              <li>
                <button
                  type="button"
                  class={cx(styles.line, styles[line().state])}
                  aria-pressed={props.chosen === id}
                  onClick={() => props.onChoose(id)}
                >
                  <span class={styles.icon}>
                    <Show when={icons[line().state]} fallback={<Ring size={14} />}>
                      {(icon) => <Icon of={icon()} />}
                    </Show>
                  </span>
                  <span class={styles.title}>
                    {line().title}
                    <span class="visually-hidden">{` ${line().state}: `}</span>
                  </span>
                  <span class={styles.finding} title={line().finding}>
                    {line().finding}
                  </span>
                  <span class={styles.took}>{time(line().tookMs)}</span>
                </button>
              </li>
            )}
          </Show>
        )}
      </For>
    </ol>
  );
}

function time(ms: number | undefined): string {
  return ms === undefined || ms < 1 ? '' : `${Math.round(ms)} ms`;
}
