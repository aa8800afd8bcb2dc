/** What is chosen in the form that makes a project. No screen in here. */
import { isBugTracker } from '#core/model/bug-tracker.ts';
import type { Label } from '#core/model/label.ts';
import type { Source } from '#core/model/source.ts';
import type { Target } from '#core/model/target.ts';
import type { CreateProjectInput } from '#core/workspace/door/projects.ts';
import { labelsError, tidyLabels } from '#web/pages/labels/label-draft.ts';
import { nameError } from '#web/pages/targets/target-names.ts';

export interface ProjectDraft {
  readonly name: string;
  readonly labels: readonly Label[];
  /** True while labels written as text cannot be taken as they stand. */
  readonly rawBroken: boolean;
  readonly bugTracker: string;
  readonly sources: readonly Source[];
  readonly targets: readonly Target[];
}

export const emptyProjectDraft: ProjectDraft = {
  name: '',
  labels: [],
  rawBroken: false,
  bugTracker: '',
  sources: [],
  targets: [],
};

export type ProjectErrors = Partial<Record<keyof ProjectDraft, string>>;

export const bugTrackerWords = 'A web address, as https://tracker.example/project.';
const longestName = 256;

export function errorsOfProject(draft: ProjectDraft): ProjectErrors {
  const errors: ProjectErrors = {};
  const name = draft.name.trim();
  if (name === '') errors.name = 'A project has a name.';
  else if (name.length > longestName) errors.name = `At most ${longestName} characters.`;
  const labels = draft.rawBroken ? 'The text has errors: mend them first.' : labelsError(draft.labels);
  if (labels !== undefined) errors.labels = labels;
  if (!isBugTracker(draft.bugTracker.trim())) errors.bugTracker = bugTrackerWords;
  const target = draft.targets.map((each) => nameError(each.name)).find((error) => error !== undefined);
  if (target !== undefined) errors.targets = target;
  return errors;
}

export function projectInputOf(draft: ProjectDraft): CreateProjectInput {
  return {
    name: draft.name.trim(),
    labels: tidyLabels(draft.labels),
    bugTracker: draft.bugTracker.trim(),
    sources: draft.sources,
    targets: draft.targets,
  };
}
