/** What the task is called, and where it belongs. */
import { createUniqueId, For, Show } from 'solid-js';
import type { Project } from '#core/model/project.ts';
import { TextField } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import styles from './create-task-page.module.css';
import { Section } from './section.tsx';
import type { TaskDraft, TaskErrors } from './task-draft.ts';

interface NameSectionProps {
  draft: TaskDraft;
  errors: TaskErrors;
  proposed: string;
  projects: readonly Project[];
  /** Subsets that tasks of the project name already. */
  subsets: readonly string[];
  /** Without it there is no name to give here. */
  named?: boolean;
  onChange: (fields: Partial<TaskDraft>) => void;
  onProject: (project: Project | undefined) => void;
}

/** CVAT's proposals. */
const usualSubsets = ['Train', 'Test', 'Validation'];

export function NameSection(props: NameSectionProps) {
  const listId = createUniqueId();
  const proposals = () => [...new Set([...props.subsets, ...usualSubsets])];
  return (
    <Section title="Name" words="What it is called, and where it belongs" fields="projectId">
      <Show when={props.named !== false}>
        <TextField
          label="Name"
          value={props.draft.name}
          placeholder={props.proposed}
          maxLength={256}
          help="Can be left as proposed, and changed later."
          onInput={(name) => props.onChange({ name })}
        />
      </Show>
      <div class={styles.pair}>
        <Select
          label="Project"
          value={String(props.draft.projectId ?? '')}
          error={props.errors.projectId}
          options={[
            { value: '', label: 'None: labels of its own' },
            ...props.projects.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          onChange={(value) => props.onProject(props.projects.find(({ id }) => String(id) === value))}
        />
        <div>
          <TextField
            label="Subset"
            list={listId}
            placeholder="none"
            value={props.draft.subset}
            data-field="subset"
            error={props.errors.subset}
            onInput={(subset) => props.onChange({ subset })}
          />
          <datalist id={listId}>
            <For each={proposals()}>{(subset) => <option value={subset} />}</For>
          </datalist>
        </div>
      </div>
    </Section>
  );
}
