/** How the work is cut, and the sentence that it makes. */
import { For, Show } from 'solid-js';
import { sortings } from '#core/model/task.ts';
import { TextField } from '#web/ui/field.tsx';
import { nameEnd } from '#web/ui/format.ts';
import { Select } from '#web/ui/select.tsx';
import type { Counted } from './create-preview.ts';
import styles from './create-task-page.module.css';
import { Section } from './section.tsx';
import { jobsSentence, type TaskDraft, type TaskErrors } from './task-draft.ts';

interface JobsSectionProps {
  draft: TaskDraft;
  errors: TaskErrors;
  counted: Counted | undefined;
  onChange: (fields: Partial<TaskDraft>) => void;
}

export function JobsSection(props: JobsSectionProps) {
  return (
    <Section title="Jobs" words="How the work is cut">
      <div class={styles.third}>
        <TextField
          label="Frames in a job"
          inputMode="numeric"
          placeholder="all in one"
          value={props.draft.segmentSize}
          error={props.errors.segmentSize}
          onInput={(segmentSize) => props.onChange({ segmentSize })}
        />
        <TextField
          label="Overlap"
          inputMode="numeric"
          value={props.draft.overlap}
          error={props.errors.overlap}
          onInput={(overlap) => props.onChange({ overlap })}
        />
        <Select
          label="Sorted"
          value={props.draft.sorting}
          options={sortings.map((value) => ({ value, label: value }))}
          onChange={(sorting) => props.onChange({ sorting })}
        />
      </div>
      <Show when={props.counted}>
        {(counted) => (
          <p class={styles.words}>
            {counted().more ? 'Of what was listed: ' : ''}
            {jobsSentence(counted().frames, props.draft)}
            <Show when={counted().firstKeys.length > 0}>
              {' First names: '}
              <For each={counted().firstKeys.slice(0, 3)}>
                {(name, index) => (
                  <>
                    {index() > 0 ? ', ' : ''}
                    <span class={styles.mono}>{nameEnd(name, 18)}</span>
                  </>
                )}
              </For>
            </Show>
          </p>
        )}
      </Show>
    </Section>
  );
}
