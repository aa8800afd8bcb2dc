/** Changing labels that have data, and taking a task from one list of labels to another. */
import type { AttributeId, LabelId, ProjectId, TaskId } from '../../model/ids.ts';
import type { Label } from '../../model/label.ts';

/** Whose list of labels it is. A task of a project has none of its own. */
export type LabelOwner = { readonly projectId: ProjectId } | { readonly taskId: TaskId };

/** How much hangs on a label, or on one of its attributes. */
export interface LabelUse {
  readonly objects: number;
  readonly jobs: number;
  readonly tasks: number;
}

/** What becomes of each label of a task: one of the project's, made there, or dropped with its objects. */
export type LabelFate =
  | { readonly kind: 'match'; readonly labelId: LabelId }
  | { readonly kind: 'create' }
  | { readonly kind: 'drop' };

export interface LabelMapping {
  /** By the name of the task's label; what is not named is matched by name, else made. */
  readonly fates: { readonly [name: string]: LabelFate };
  /** Objects lose their attributes; else those stay that the new label has with the same name, kind and values. */
  readonly clearAttributes: boolean;
}

export interface LabelUses {
  uses(owner: LabelOwner, labelId: LabelId, attributeId?: AttributeId): Promise<LabelUse>;
  /**
   * Makes `labels` the list. Labels and attributes keep their data by their id; those that are not named any more
   * lose theirs. Gives what puts labels and data back. Throws `InvalidDataError` where the list cannot stand.
   */
  save(owner: LabelOwner, labels: readonly Label[]): Promise<() => Promise<void>>;
  /** How a task's labels would go into a project's: by name and type. */
  proposeMapping(taskId: TaskId, projectId: ProjectId): Promise<LabelMapping>;
  /** Moves a task into a project, or out of all (its labels then become its own). Gives what undoes it. */
  moveTask(
    taskId: TaskId,
    projectId: ProjectId | undefined,
    mapping?: LabelMapping,
  ): Promise<() => Promise<void>>;
}
