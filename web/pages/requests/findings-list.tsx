/** What was left out, and why; the first few hundred by name, all of them counted. */
import { For, Show } from 'solid-js';
import type { Findings } from '#core/model/request.ts';
import { count } from '#web/ui/format.ts';
import styles from './findings-list.module.css';

export function FindingsList(props: { findings: Findings }) {
  return (
    <div class={styles.list} role="region" aria-label="What was left out" tabindex={0}>
      <ul>
        <For each={props.findings.items}>
          {(finding) => (
            <li class={styles.finding}>
              <span class={styles.where}>{finding.where}</span>
              <span>{finding.what}</span>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.findings.total > props.findings.items.length}>
        <p class={styles.rest}>
          {`And ${count(props.findings.total - props.findings.items.length)} more, ${count(props.findings.total)} in all.`}
        </p>
      </Show>
    </div>
  );
}
