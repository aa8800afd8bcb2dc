/** The labels of the task: those of its project, or its own. */
import { For, Show } from 'solid-js';
import type { Label } from '#core/model/label.ts';
import type { Project } from '#core/model/project.ts';
import { labelLooks } from '#web/pages/labels/label-looks.ts';
import { type LabelOffer, LabelsEditor } from '#web/pages/labels/labels-editor.tsx';
import { counted } from '#web/ui/format.ts';
import { LabelChip } from '#web/ui/marks.tsx';
import styles from './create-task-page.module.css';
import { Section } from './section.tsx';

interface LabelsSectionProps {
  /** Whose labels are in force; undefined where the task has its own. */
  project: Project | undefined;
  labels: readonly Label[];
  error: string | undefined;
  /** Lists that can be taken over, the likeliest first. */
  offers: readonly LabelOffer[];
  onChange: (labels: readonly Label[]) => void;
  onBroken: (broken: boolean) => void;
}

export function LabelsSection(props: LabelsSectionProps) {
  const words = () => {
    if (props.project) return `${props.project.labels.length}, from the project`;
    return props.labels.length === 0 ? 'What one draws' : counted(props.labels.length, 'label');
  };
  return (
    <Section title="Labels" words={words()} fields="labels">
      <Show
        when={props.project}
        fallback={
          <LabelsEditor
            labels={props.labels}
            error={props.error}
            offers={props.offers}
            onChange={(labels) => props.onChange(labels)}
            onBroken={(broken) => props.onBroken(broken)}
          />
        }
      >
        {(project) => (
          <>
            <div class={styles.projectLabels}>
              <For each={project().labels}>
                {({ name, color, type }) => (
                  <LabelChip
                    name={name}
                    color={color}
                    shape={type === 'any' ? undefined : labelLooks[type].word}
                  />
                )}
              </For>
            </div>
            <p class={styles.words}>
              {'In force for all its tasks: they are changed in '}
              <a href={`#/projects/${project().id}`}>{project().name}</a>.
            </p>
          </>
        )}
      </Show>
    </Section>
  );
}
