/** One change to many things, and what is in the bin. */
import type { ErrorReport } from '../../errors.ts';
import type { PersonId, ProjectId, WorkspaceId } from '../../model/ids.ts';
import type { JobState, Stage } from '../../model/job.ts';
import type { Resource } from '../../query/list-query.ts';
import type { LabelMapping } from './labels.ts';

export type BulkChange =
  | { readonly kind: 'assignee'; readonly personId: PersonId | undefined }
  | { readonly kind: 'state'; readonly state: JobState }
  /** Makes the state new, as a single change does. */
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'subset'; readonly subset: string }
  /** Labels are matched by name, and those without a counterpart made, unless a mapping says otherwise. */
  | { readonly kind: 'project'; readonly projectId: ProjectId | undefined; readonly mapping?: LabelMapping }
  | { readonly kind: 'workspace'; readonly workspaceId: WorkspaceId }
  /** Of the label with this name, in those that have it; `color` as `#rrggbb`. */
  | { readonly kind: 'label-color'; readonly label: string; readonly color: string }
  /** Into the bin; storages that are in use, and requests that run, stay and are told. */
  | { readonly kind: 'delete' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'retry' };

export interface BulkFailure {
  readonly id: number;
  /** What one knows it by: "Task #12 “Dock”". */
  readonly name: string;
  readonly error: ErrorReport;
}

export interface BulkOutcome {
  /** Those that have the new value now and had another. */
  readonly changed: number;
  /** Those that had it already. */
  readonly unchanged: number;
  readonly failures: readonly BulkFailure[];
  /** Those that were not reached, as it was stopped. */
  readonly left: readonly number[];
  /** Puts back what changed; undefined where nothing did, or it cannot be undone. */
  readonly undo: (() => Promise<BulkOutcome>) | undefined;
}

export interface BulkOptions {
  /** Stops after the items that are being changed. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Something that was deleted and can still be had back. */
export interface BinEntry {
  readonly resource: 'projects' | 'tasks' | 'jobs';
  readonly id: number;
  readonly name: string;
  readonly deletedAt: number;
  /** When it is gone for good. */
  readonly until: number;
}

export interface BulkUses {
  /** Goes through all, also behind those that fail. Never throws for one item. */
  change(
    resource: Resource,
    ids: readonly number[],
    change: BulkChange,
    options?: BulkOptions,
  ): Promise<BulkOutcome>;
}

export interface BinUses {
  /** Last deleted first. What was deleted as a part of another is not listed by itself. */
  list(): Promise<BinEntry[]>;
  restore(entries: readonly Pick<BinEntry, 'resource' | 'id'>[]): Promise<void>;
  /** For good. */
  remove(entries: readonly Pick<BinEntry, 'resource' | 'id'>[]): Promise<void>;
  /** Removes what has been there for 30 days; called at the start. */
  sweep(): Promise<void>;
}
