/** A bar of parts. What it means always stands in words beside it. */
import { For, Show } from 'solid-js';
import { cx } from './cx.ts';
import { percent } from './format.ts';
import styles from './progress-bar.module.css';

export interface Part {
  /** 0 to 1 of the whole bar. */
  readonly share: number;
  readonly tone: 'running' | 'completed' | 'validation' | 'annotation';
}

interface ProgressBarProps {
  label: string;
  /** Absent while the total is not known: then there is no bar, only words. */
  parts: readonly Part[] | undefined;
  /** 4 high; 3 on cards, 6 as a page's summary. */
  height?: 3 | 4 | 6;
}

export function ProgressBar(props: ProgressBarProps) {
  return (
    <Show when={props.parts}>
      {(parts) => (
        <div
          class={styles.bar}
          style={{ height: `${props.height ?? 4}px` }}
          role="progressbar"
          aria-label={props.label}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.floor(total(parts()) * 100)}
          aria-valuetext={percent(total(parts()))}
        >
          <For each={parts()}>
            {(part) => (
              <span class={cx(styles.part, styles[part.tone])} style={{ width: `${part.share * 100}%` }} />
            )}
          </For>
        </div>
      )}
    </Show>
  );
}

function total(parts: readonly Part[]): number {
  return Math.min(
    1,
    parts.reduce((sum, part) => sum + part.share, 0),
  );
}
