/** What can be done with many rows at once. */
import type { ListScope, Resource } from '#core/query/list-query.ts';
import type { BulkChange } from '#core/workspace/door/bulk.ts';
import type { Workspace } from '#core/workspace/workspace.ts';
import type { LucideIcon } from '#web/ui/icon.tsx';

/** What a value is chosen in. */
export type BulkForm =
  | 'assignee'
  | 'state'
  | 'stage'
  | 'subset'
  | 'project'
  | 'workspace'
  | 'label-color'
  | 'export';

interface BulkLook {
  readonly title: string;
  readonly icon: LucideIcon;
}

/** Asks for a value first. */
export interface FormAction extends BulkLook {
  readonly kind: 'form';
  readonly form: BulkForm;
}

export interface ChangeAction extends BulkLook {
  readonly kind: 'change';
  readonly change: BulkChange;
  /** Asked before, where there is no undo. */
  readonly ask?: string;
}

/** What is no change of the row itself: done with each, one after the other. */
interface EachAction extends BulkLook {
  readonly kind: 'each';
  readonly doing: string;
  readonly done: string;
  readonly each: (workspace: Workspace, id: number, index: number) => Promise<void>;
}

export type BulkAction = FormAction | ChangeAction | EachAction;

/** An action with the rows that it is for. */
export interface BulkIntent<Action extends BulkAction = BulkAction> {
  readonly action: Action;
  readonly resource: Resource;
  /** "task", "tasks". */
  readonly words: readonly [one: string, many: string];
  readonly ids: readonly number[];
  readonly scope: ListScope;
}
