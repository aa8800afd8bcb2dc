/** What most tasks leave as it is: folded away, open where something in it is wrong. */
import ChevronDown from 'lucide-solid/icons/chevron-down';
import ChevronRight from 'lucide-solid/icons/chevron-right';
import { createSignal, createUniqueId, Show } from 'solid-js';
import { createPeople, addPerson } from '#web/state/people.ts';
import { useWorkspace } from '#web/state/workspace-context.ts';
import { Button } from '#web/ui/button.tsx';
import { Field, inputClass, TextField } from '#web/ui/field.tsx';
import { PersonPicker } from '#web/ui/person-picker.tsx';
import styles from './create-task-page.module.css';
import { Section } from './section.tsx';
import type { TaskDraft, TaskErrors } from './task-draft.ts';

interface MoreSectionProps {
  draft: TaskDraft;
  errors: TaskErrors;
  onChange: (fields: Partial<TaskDraft>) => void;
}

const inHere = [
  'start',
  'stop',
  'step',
  'jobFiles',
  'replicas',
  'groundTruth',
  'groundTruthSeed',
  'bugTracker',
] as const;

export function MoreSection(props: MoreSectionProps) {
  const workspace = useWorkspace();
  const people = createPeople();
  const id = createUniqueId();
  const [opened, setOpened] = createSignal(false);
  const open = () => opened() || inHere.some((field) => props.errors[field] !== undefined);
  return (
    <Section title="More" words="Can be left as it is">
      <div>
        <Button
          kind="ghost"
          icon={open() ? ChevronDown : ChevronRight}
          aria-expanded={open()}
          aria-controls={id}
          onClick={() => setOpened(!open())}
        >
          Assignee, bug tracker, start, stop and step, own jobs, replicas, ground truth
        </Button>
      </div>
      <Show when={open()}>
        <div id={id} class={styles.advanced}>
          <div class={styles.half}>
            <PersonPicker
              label="Assignee"
              value={props.draft.assigneeId}
              people={people()}
              onChange={(assigneeId) => props.onChange({ assigneeId })}
              onAdd={async (name) => addPerson(workspace, name)}
            />
            <TextField
              label="Bug tracker"
              inputMode="url"
              placeholder="https://"
              value={props.draft.bugTracker}
              data-field="bugTracker"
              error={props.errors.bugTracker}
              onInput={(bugTracker) => props.onChange({ bugTracker })}
            />
          </div>
          <div class={styles.third}>
            <TextField
              label="Start"
              inputMode="numeric"
              value={props.draft.start}
              data-field="start"
              error={props.errors.start}
              help="Of what was found, in order; 0 is the first."
              onInput={(start) => props.onChange({ start })}
            />
            <TextField
              label="Stop"
              inputMode="numeric"
              placeholder="the last"
              value={props.draft.stop}
              data-field="stop"
              error={props.errors.stop}
              onInput={(stop) => props.onChange({ stop })}
            />
            <TextField
              label="Step"
              inputMode="numeric"
              value={props.draft.step}
              data-field="step"
              error={props.errors.step}
              help="2 takes every second."
              onInput={(step) => props.onChange({ step })}
            />
          </div>
          <Field
            label="Own jobs"
            error={props.errors.jobFiles}
            help="The names of each job on a line, with commas between them; or JSON. Then sorting, range, size and overlap do not count."
            control={(ids) => (
              <textarea
                id={ids.id}
                class={inputClass({ mono: true })}
                rows={4}
                spellcheck={false}
                placeholder={'1.jpg, 2.jpg\n3.jpg, 4.jpg'}
                aria-describedby={ids.describedBy}
                data-field="jobFiles"
                aria-invalid={ids.invalid}
                value={props.draft.jobFiles}
                onInput={(event) => props.onChange({ jobFiles: event.currentTarget.value })}
              />
            )}
          />
          <div class={styles.third}>
            <TextField
              label="Replicas"
              inputMode="numeric"
              value={props.draft.replicas}
              data-field="replicas"
              error={props.errors.replicas}
              help="Each job once more for so many people."
              onInput={(replicas) => props.onChange({ replicas })}
            />
            <TextField
              label="Ground truth frames"
              inputMode="numeric"
              placeholder="none"
              value={props.draft.groundTruth}
              data-field="groundTruth"
              error={props.errors.groundTruth}
              help="Drawn by chance, in a job of their own."
              onInput={(groundTruth) => props.onChange({ groundTruth })}
            />
            <TextField
              label="Ground truth seed"
              inputMode="numeric"
              value={props.draft.groundTruthSeed}
              data-field="groundTruthSeed"
              error={props.errors.groundTruthSeed}
              onInput={(groundTruthSeed) => props.onChange({ groundTruthSeed })}
            />
          </div>
        </div>
      </Show>
    </Section>
  );
}
