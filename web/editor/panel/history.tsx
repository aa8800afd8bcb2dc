/** What was done in this job, the last first; what is taken back stands greyed above. */
import { createMemo, For, Show } from 'solid-js';
import type { LogEntry } from '#core/model/log-entry.ts';
import type { Editor } from '../create-editor.ts';
import styles from './panel.module.css';

/** The list is for the last steps; undo itself has no limit. */
const shownSteps = 200;

export function History(props: { editor: Editor }) {
  const steps = createMemo<readonly { entry: LogEntry; undone: boolean }[]>(() => {
    props.editor.revision();
    const { done, undone } = props.editor.session.history;
    return [
      ...undone.map((entry) => ({ entry, undone: true })),
      ...done
        .slice(-shownSteps)
        .toReversed()
        .map((entry) => ({ entry, undone: false })),
    ];
  });
  return (
    <Show when={steps().length > 0} fallback={<p class={styles.empty}>Nothing done in this job yet.</p>}>
      <ol class={styles.history} aria-label="History">
        <For each={steps()}>
          {(step) => (
            <li class={styles.step} data-undone={step.undone}>
              <span>{step.entry.name}</span>
              <span class={styles.count}>frame {step.entry.changes[0]?.frame ?? ''}</span>
            </li>
          )}
        </For>
      </ol>
    </Show>
  );
}
