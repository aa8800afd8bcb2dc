/** How the work is cut, and the sentence that it makes. */
import { For, Show } from 'solid-js';
import { sortings } from '#core/model/task.ts';
import { TextField } from '#web/ui/field.tsx';
import { nameEnd } from '#web/ui/format.ts';
import { Select } from '#web/ui/select.tsx';
import type { Counted } from './create-preview.ts';
import styles from './create-task-page.module.css';
import { cutSentence } from './cut-draft.ts';
import { Section } from './section.tsx';
import type { TaskDraft, TaskErrors } from './task-draft.ts';

interface JobsSectionProps {
  draft: TaskDraft;
  errors: TaskErrors;
  counted: Counted | undefined;
  onChange: (fields: Partial<TaskDraft>) => void;
}

const sortingWords = {
  lexicographical: 'letter by letter: 1, 10, 2',
  natural: 'natural: 1, 2, 10',
  predefined: 'predefined: as they are named',
  random: 'random, by a seed',
} as const;

const firstNames = 5;

export function JobsSection(props: JobsSectionProps) {
  const ownList = () => props.draft.jobFiles.trim() !== '';
  return (
    <Section title="Jobs" words="How the work is cut">
      <div class={styles.third}>
        <TextField
          label="Frames in a job"
          inputMode="numeric"
          placeholder="all in one"
          value={props.draft.segmentSize}
          data-field="segmentSize"
          error={props.errors.segmentSize}
          readOnly={ownList()}
          onInput={(segmentSize) => props.onChange({ segmentSize })}
        />
        <TextField
          label="Overlap"
          inputMode="numeric"
          value={props.draft.overlap}
          data-field="overlap"
          error={props.errors.overlap}
          readOnly={ownList()}
          onInput={(overlap) => props.onChange({ overlap })}
        />
        <Select
          label="Sorted"
          value={props.draft.sorting}
          options={sortings.map((value) => ({ value, label: sortingWords[value] }))}
          onChange={(sorting) => props.onChange({ sorting })}
        />
      </div>
      <Show when={props.draft.sorting === 'random'}>
        <TextField
          label="Seed"
          inputMode="numeric"
          value={props.draft.seed}
          data-field="seed"
          error={props.errors.seed}
          help="The same seed gives the same order again."
          onInput={(seed) => props.onChange({ seed })}
        />
      </Show>
      <Show when={props.counted}>
        {(counted) => (
          <p class={styles.words}>
            {counted().more ? 'Of what was listed: ' : ''}
            {cutSentence(counted().frames, props.draft)}
            <Show
              when={
                counted().firstKeys.length > 0 &&
                !ownList() &&
                // Of a part the first by chance are others than of all.
                !(props.draft.sorting === 'random' && counted().more)
              }
            >
              {' First names: '}
              <For each={counted().firstKeys.slice(0, firstNames)}>
                {(name, index) => (
                  <>
                    {index() > 0 ? ', ' : ''}
                    <span class={styles.mono} title={name}>
                      {nameEnd(name, 18)}
                    </span>
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
