/** What will be made, said as it is chosen, and what is still missing. */
import { For, Show } from 'solid-js';
import type { Storage } from '#core/model/storage.ts';
import { count } from '#web/ui/format.ts';
import { segments } from '#core/model/segments.ts';
import type { Counted } from './create-preview.ts';
import styles from './summary.module.css';
import { type TaskDraft, type TaskErrors, wholeNumber } from './task-draft.ts';

interface SummaryProps {
  draft: TaskDraft;
  errors: TaskErrors;
  /** One for each source, undefined where none is chosen yet. */
  storages: readonly (Storage | undefined)[];
  targets: readonly (Storage | undefined)[];
  counted: Counted | undefined;
}

export function Summary(props: SummaryProps) {
  const jobs = () =>
    segments({
      size: props.counted?.frames ?? 0,
      segmentSize: wholeNumber(props.draft.segmentSize) ?? 0,
      overlap: wholeNumber(props.draft.overlap) ?? 0,
    }).length;
  const orMore = () => (props.counted?.more ? ' or more' : '');
  return (
    <aside class={styles.summary} aria-label="Summary">
      <dl class={styles.facts}>
        <dt>Frames</dt>
        <dd>{props.counted ? `${count(props.counted.frames)}${orMore()}` : 'Not counted yet'}</dd>
        <dt>Jobs</dt>
        <dd>{props.counted ? `${count(jobs())}${orMore()}` : 'Not known yet'}</dd>
        <dt>Labels</dt>
        <dd>{props.draft.labels.length === 0 ? 'None yet' : count(props.draft.labels.length)}</dd>
        <dt>Reads from</dt>
        <dd>{[...new Set(props.storages.map((each) => each?.name ?? 'Not chosen yet'))].join(', ')}</dd>
        <dt>Writes to</dt>
        <dd>{props.targets.map((each) => each?.name).join(', ') || 'This device'}</dd>
      </dl>
      <Show when={Object.keys(props.errors).length > 0}>
        <ul class={styles.errors} role="alert">
          <For each={Object.values(props.errors)}>{(error) => <li>{error}</li>}</For>
        </ul>
      </Show>
    </aside>
  );
}
