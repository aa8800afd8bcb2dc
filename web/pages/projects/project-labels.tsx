/** The labels in force for all tasks of a project. */
import Pencil from 'lucide-solid/icons/pencil';
import { createSignal, For, lazy, Show } from 'solid-js';
import type { Project } from '#core/model/project.ts';
import { labelLooks } from '#web/pages/labels/label-looks.ts';
import { Button } from '#web/ui/button.tsx';
import { LabelChip } from '#web/ui/marks.tsx';
import styles from './project.module.css';

const LabelsDialog = lazy(() =>
  import('#web/pages/labels/labels-dialog.tsx').then((file) => ({ default: file.LabelsDialog })),
);

export function ProjectLabels(props: { project: Project }) {
  const [open, setOpen] = createSignal(false);
  return (
    <section class={styles.section} aria-labelledby="labels-heading">
      <div class={styles.headingRow}>
        <h2 id="labels-heading" class={styles.heading}>
          Labels
          <span class={styles.note}>{props.project.labels.length}</span>
        </h2>
        <Button kind="ghost" icon={Pencil} onClick={() => setOpen(true)}>
          Edit labels…
        </Button>
      </div>
      <Show
        when={props.project.labels.length > 0}
        fallback={<p class={styles.words}>No labels yet: its tasks have nothing to draw with.</p>}
      >
        <div class={styles.labels}>
          <For each={props.project.labels}>
            {(label) => (
              <LabelChip
                name={label.name}
                color={label.color}
                shape={label.type === 'any' ? undefined : labelLooks[label.type].word}
              />
            )}
          </For>
        </div>
      </Show>
      <Show when={open()}>
        <LabelsDialog
          title={`Labels of “${props.project.name}”`}
          owner={{ projectId: props.project.id }}
          labels={props.project.labels}
          onClose={() => setOpen(false)}
        />
      </Show>
    </section>
  );
}
