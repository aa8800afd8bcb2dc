/** A long operation: queued, run in a worker, cancellable, and still there after a reload. */
import type { ErrorReport } from '../errors.ts';
import type { JobId, RequestId, StorageId, TaskId } from './ids.ts';

export type RequestStatus = 'queued' | 'in progress' | 'finished' | 'failed' | 'cancelled';

export type RequestParams =
  | {
      readonly kind: 'create-task';
      readonly taskId: TaskId;
      /** Made of what a sync of that task has on offer, not of the sources themselves. */
      readonly offerOf?: TaskId;
    }
  | { readonly kind: 'sync-task'; readonly taskId: TaskId }
  | { readonly kind: 'add-frames'; readonly taskId: TaskId }
  | { readonly kind: 'write-target'; readonly taskId: TaskId }
  | {
      readonly kind: 'write-manifest';
      readonly taskId: TaskId;
      readonly storageId: StorageId;
      readonly key: string;
    }
  | {
      readonly kind: 'export-annotations';
      readonly taskId: TaskId;
      readonly jobId?: JobId;
      readonly format: string;
      readonly target: { readonly storageId: StorageId; readonly key: string } | 'file';
      readonly fileName: string;
    }
  | {
      readonly kind: 'import-annotations';
      readonly taskId: TaskId;
      readonly jobId?: JobId;
      readonly format: string;
      /** Name of the file in the device's `incoming/` folder. */
      readonly file: string;
      readonly fileName: string;
    }
  | { readonly kind: 'make-sample'; readonly storageId: StorageId };

export interface Progress {
  /** 0 to 1; undefined while the total is not known. */
  readonly share: number | undefined;
  /** What is being done, with its numbers: "Listing: 41,200 objects found". */
  readonly words: string;
}

/** What was left out, and why; at most a few hundred are kept, `total` counts them all. */
export interface Findings {
  readonly total: number;
  readonly items: readonly { readonly where: string; readonly what: string }[];
}

export interface RequestResult {
  readonly words: string;
  /** A file waiting in the device's `results/` folder. */
  readonly file?: { readonly path: string; readonly name: string; readonly size: number };
  readonly findings?: Findings;
}

export interface RequestRecord {
  readonly id: RequestId;
  readonly params: RequestParams;
  readonly status: RequestStatus;
  readonly progress: Progress;
  readonly cancelRequested: boolean;
  readonly createdAt: number;
  readonly startedAt: number | undefined;
  readonly finishedAt: number | undefined;
  readonly result: RequestResult | undefined;
  readonly error: ErrorReport | undefined;
}
