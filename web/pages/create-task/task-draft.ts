/** What is chosen in the form that makes a task, and what it means. No screen in here. */
import { isBugTracker } from '#core/model/bug-tracker.ts';
import type { PersonId, ProjectId } from '#core/model/ids.ts';
import type { Label } from '#core/model/label.ts';
import type { Project } from '#core/model/project.ts';
import type { Source } from '#core/model/source.ts';
import type { Target } from '#core/model/target.ts';
import type { Dimension } from '#core/model/task.ts';
import { parseUrlList } from '#core/storage/urls/parse.ts';
import type { CreateTaskInput } from '#core/workspace/workspace.ts';
import { labelsError, tidyLabels } from '#web/pages/labels/label-draft.ts';
import { nameError } from '#web/pages/targets/target-names.ts';
import { type CutDraft, cutOf, emptyCutDraft, errorsOfCut } from './cut-draft.ts';
import { dimensionOf, judgeUrls } from './media-draft.ts';
import { judgeLocal, type LocalFiles, noLocalFiles, sharedFolder } from './files/local-items.ts';
import { emptySourceDraft, errorOfSource, type SourceDraft, sourceOf } from './files/source-draft.ts';

/** Where the files are: copied from here, read from a folder or a storage, or from addresses. */
export type Origin = 'computer' | 'folder' | 'storage' | 'urls';

export interface TaskDraft extends CutDraft {
  readonly origin: Origin;
  /** At least one; of a folder or a storage. */
  readonly sources: readonly SourceDraft[];
  readonly files: LocalFiles;
  /** Where both kinds lie in the sources; undefined for what is proposed. */
  readonly dimension: Dimension | undefined;
  /** As pasted, one address a line. */
  readonly urls: string;
  readonly projectId: ProjectId | undefined;
  readonly subset: string;
  /** Its own; of no account in a project. */
  readonly labels: readonly Label[];
  /** True while labels written as JSON cannot be taken as they stand. */
  readonly rawBroken: boolean;
  /** Empty while the proposed one holds. */
  readonly name: string;
  readonly bugTracker: string;
  readonly assigneeId: PersonId | undefined;
  readonly targets: readonly Target[];
}

export const emptyTaskDraft: TaskDraft = {
  ...emptyCutDraft,
  origin: 'storage',
  sources: [emptySourceDraft],
  files: noLocalFiles,
  dimension: undefined,
  urls: '',
  projectId: undefined,
  subset: '',
  labels: [],
  rawBroken: false,
  name: '',
  bugTracker: '',
  assigneeId: undefined,
  targets: [],
};

export type TaskErrors = Partial<Record<keyof TaskDraft, string>>;

const longestSubset = 64;

/** `dimension` is what its frames are; `project` the one that is chosen, once it is known. */
export function errorsOfTask(
  draft: TaskDraft,
  project?: Project,
  dimension: Dimension = dimensionOf(draft, []),
): TaskErrors {
  const errors: TaskErrors = errorsOfCut(draft);
  Object.assign(errors, errorsOfFiles(draft));
  const target = draft.targets.map(({ name }) => nameError(name)).find((error) => error !== undefined);
  if (target !== undefined) errors.targets = target;
  const labels = draft.projectId === undefined ? labelsErrorOf(draft) : projectError(dimension, project);
  if (labels !== undefined) errors[draft.projectId === undefined ? 'labels' : 'projectId'] = labels;
  if (draft.subset.trim().length > longestSubset) errors.subset = `At most ${longestSubset} characters.`;
  if (!isBugTracker(draft.bugTracker.trim()))
    errors.bugTracker = 'A web address, as https://tracker.example/12.';
  if (dimension === '3d' && draft.groundTruth.trim() !== '')
    errors.groundTruth = 'Point clouds have no ground truth job.';
  return errors;
}

function errorsOfFiles(draft: TaskDraft): TaskErrors {
  switch (draft.origin) {
    case 'computer': {
      if (draft.files.items.length === 0) return { files: 'Choose files, or drop them here.' };
      const verdict = judgeLocal(draft.files);
      return verdict.ok ? {} : { files: verdict.why };
    }
    case 'urls': {
      const { urls, invalid } = parseUrlList(draft.urls);
      const [first] = invalid;
      if (first) return { urls: `Line ${first.line}: ${first.reason}` };
      if (urls.length === 0) return { urls: 'Paste at least one address.' };
      const verdict = judgeUrls(draft.urls);
      return verdict.ok ? {} : { urls: verdict.why };
    }
    case 'folder':
    case 'storage': {
      const source = draft.sources.map(errorOfSource).find((error) => error !== undefined);
      return source === undefined ? {} : { sources: source };
    }
  }
}

function projectError(dimension: Dimension, project: Project | undefined): string | undefined {
  if (!project) return undefined;
  if (project.labels.length === 0) return `“${project.name}” has no labels yet: add them there first.`;
  if (project.dimension === undefined || project.dimension === dimension) return undefined;
  return project.dimension === '2d'
    ? `“${project.name}” holds images: point clouds cannot join them.`
    : `“${project.name}” holds point clouds: images cannot join them.`;
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

/** What the task is called when nobody says. */
export function proposedName(draft: TaskDraft, storageName: string): string {
  switch (draft.origin) {
    case 'computer': {
      const verdict = judgeLocal(draft.files);
      return (verdict.ok && sharedFolder(verdict.keys)) || 'Files of this computer';
    }
    case 'urls': {
      const [first] = parseUrlList(draft.urls).urls;
      return first === undefined
        ? ''
        : `${judgedClouds(draft.urls) ? 'Point clouds' : 'Images'} of ${new URL(first).host}`;
    }
    case 'folder':
    case 'storage':
      return proposedTaskName(draft.sources[0]?.prefix ?? '', storageName);
  }
}

function judgedClouds(urls: string): boolean {
  const verdict = judgeUrls(urls);
  return verdict.ok && verdict.dimension === '3d';
}

/** What is saved, but for where it reads from; call it once nothing is wrong. */
export function inputOf(
  draft: TaskDraft,
  name: string,
  sources: readonly Source[],
  dimension: Dimension,
): CreateTaskInput {
  return {
    ...cutOf(draft),
    name,
    labels: draft.projectId === undefined ? tidyLabels(draft.labels) : [],
    ...(draft.projectId === undefined ? {} : { projectId: draft.projectId }),
    subset: draft.subset.trim(),
    bugTracker: draft.bugTracker.trim(),
    ...(draft.assigneeId === undefined ? {} : { assigneeId: draft.assigneeId }),
    dimension,
    sources,
    targets: draft.targets,
  };
}

/** Of a folder or a storage. */
export function sourcesOf(draft: TaskDraft): Source[] {
  return draft.sources.flatMap((each) => sourceOf(each) ?? []);
}
