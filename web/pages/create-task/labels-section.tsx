/** The labels of the task: those of its project, or its own. */
import type { Label } from '#core/model/label.ts';
import { type LabelOffer, LabelsEditor } from '#web/pages/labels/labels-editor.tsx';
import { counted } from '#web/ui/format.ts';
import { Section } from './section.tsx';

interface LabelsSectionProps {
  labels: readonly Label[];
  error: string | undefined;
  /** Lists that can be taken over, the likeliest first. */
  offers: readonly LabelOffer[];
  onChange: (labels: readonly Label[]) => void;
  onBroken: (broken: boolean) => void;
}

export function LabelsSection(props: LabelsSectionProps) {
  return (
    <Section
      title="Labels"
      words={props.labels.length === 0 ? 'What one draws' : counted(props.labels.length, 'label')}
    >
      <LabelsEditor
        labels={props.labels}
        error={props.error}
        offers={props.offers}
        onChange={(labels) => props.onChange(labels)}
        onBroken={(broken) => props.onBroken(broken)}
      />
    </Section>
  );
}
