/** What is chosen in the form that makes a task, and what it means. No screen in here. */
import type { Label } from '#core/model/label.ts';
import { maxJobs, segments } from '#core/model/segments.ts';
import type { Target } from '#core/model/target.ts';
import type { Sorting } from '#core/model/task.ts';
import type { CreateTaskInput } from '#core/workspace/workspace.ts';
import { count, counted } from '#web/ui/format.ts';
import { nameError } from '#web/pages/targets/target-names.ts';
import { labelsError, tidyLabels } from '#web/pages/labels/label-draft.ts';
import { emptySourceDraft, errorOfSource, type SourceDraft, sourceOf } from './source-draft.ts';

export interface TaskDraft {
  /** At least one. */
  readonly sources: readonly SourceDraft[];
  readonly labels: readonly Label[];
  /** True while labels written as JSON cannot be taken as they stand. */
  readonly rawBroken: boolean;
  /** Empty while the proposed one holds. */
  readonly name: string;
  /** As typed; empty for one job. */
  readonly segmentSize: string;
  readonly overlap: string;
  readonly sorting: Sorting;
  readonly targets: readonly Target[];
}

export const emptyTaskDraft: TaskDraft = {
  sources: [emptySourceDraft],
  labels: [],
  rawBroken: false,
  name: '',
  segmentSize: '240',
  overlap: '0',
  sorting: 'natural',
  targets: [],
};

export type TaskErrors = Partial<Record<keyof TaskDraft, string>>;

export function errorsOfTask(draft: TaskDraft): TaskErrors {
  const errors: TaskErrors = {};
  const source = draft.sources.map(errorOfSource).find((error) => error !== undefined);
  if (source !== undefined) errors.sources = source;
  const target = draft.targets.map(({ name }) => nameError(name)).find((error) => error !== undefined);
  if (target !== undefined) errors.targets = target;
  const labels = labelsErrorOf(draft);
  if (labels !== undefined) errors.labels = labels;
  const size = wholeNumber(draft.segmentSize);
  const overlap = wholeNumber(draft.overlap);
  if (size === undefined) errors.segmentSize = 'A whole number; empty for one job.';
  if (overlap === undefined) errors.overlap = 'A whole number, 0 for none.';
  else if (size !== undefined && size > 0 && overlap > Math.floor(size / 2)) {
    errors.overlap = `At most ${count(Math.floor(size / 2))}, half of a job.`;
  }
  return errors;
}

function labelsErrorOf(draft: TaskDraft): string | undefined {
  if (draft.rawBroken) return 'The labels as JSON have errors: mend them first.';
  if (draft.labels.length === 0) return 'Add at least one label: what is drawn needs a name.';
  return labelsError(draft.labels);
}

/** The last folder of the prefix, else the storage's name. */
export function proposedTaskName(prefix: string, storageName: string): string {
  return prefix.split('/').findLast((part) => part !== '') ?? storageName;
}

/** "76 jobs: 75 of 240 frames, the last of 204." */
export function jobsSentence(size: number, draft: Pick<TaskDraft, 'segmentSize' | 'overlap'>): string {
  const cut = segments({
    size,
    segmentSize: wholeNumber(draft.segmentSize) ?? 0,
    overlap: wholeNumber(draft.overlap) ?? 0,
  });
  const first = cut[0];
  const last = cut.at(-1);
  if (!first || !last) return 'No job yet: no image is chosen.';
  const full = first.stopFrame - first.startFrame + 1;
  const rest = last.stopFrame - last.startFrame + 1;
  if (cut.length > maxJobs) {
    return `That would be ${count(cut.length)} jobs; a task holds ${count(maxJobs)}. Take more frames in a job.`;
  }
  if (cut.length === 1) return `1 job of ${counted(full, 'frame')}.`;
  if (full === rest) return `${count(cut.length)} jobs of ${count(full)} frames.`;
  return `${count(cut.length)} jobs: ${count(cut.length - 1)} of ${count(full)} frames, the last of ${count(rest)}.`;
}

export function wholeNumber(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return 0;
  return /^\d{1,7}$/.test(trimmed) ? Number(trimmed) : undefined;
}

export function inputOf(draft: TaskDraft, storageName: string): CreateTaskInput | undefined {
  const sources = draft.sources.flatMap((each) => sourceOf(each) ?? []);
  if (sources.length < draft.sources.length) return undefined;
  return {
    name: draft.name.trim() || proposedTaskName(draft.sources[0]?.prefix ?? '', storageName),
    labels: tidyLabels(draft.labels),
    sources,
    targets: draft.targets,
    sorting: draft.sorting,
    segmentSize: wholeNumber(draft.segmentSize) ?? 0,
    overlap: wholeNumber(draft.overlap) ?? 0,
  };
}
