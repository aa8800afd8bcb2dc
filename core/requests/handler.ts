/** What runs a request. One handler for each kind, each restartable from its beginning. */
import type { AnnotationRepository } from '../db/annotations.ts';
import type { FrameRepository } from '../db/frames.ts';
import type { JobRepository } from '../db/jobs.ts';
import type { StorageRepository } from '../db/storages.ts';
import type { SyncRepository } from '../db/syncs.ts';
import type { TargetRepository } from '../db/targets.ts';
import type { TaskRepository } from '../db/tasks.ts';
import type { RequestId, StorageId } from '../model/ids.ts';
import type { Progress, RequestParams, RequestResult } from '../model/request.ts';
import type { Storage } from '../model/storage.ts';
import type { Ports } from '../ports.ts';
import type { ObjectStore } from '../storage/object-store.ts';

export interface RequestContext {
  readonly id: RequestId;
  readonly ports: Ports;
  readonly tasks: TaskRepository;
  readonly frames: FrameRepository;
  readonly jobs: JobRepository;
  readonly annotations: AnnotationRepository;
  readonly storages: StorageRepository;
  readonly syncs: SyncRepository;
  readonly targets: TargetRepository;
  openStorage(id: StorageId): Promise<{ storage: Storage; store: ObjectStore }>;
  /** Cheap: what comes too fast for a person is dropped. */
  report(progress: Progress): void;
  readonly signal: AbortSignal;
}

/** The parameters of one kind of request. */
export type ParamsOf<Kind extends RequestParams['kind']> = Extract<RequestParams, { kind: Kind }>;

/** Throws what failed, or an `AbortError` when the person cancelled. */
export type Handler<Kind extends RequestParams['kind']> = (
  params: ParamsOf<Kind>,
  context: RequestContext,
) => Promise<RequestResult>;

export type Handlers = { readonly [Kind in RequestParams['kind']]: Handler<Kind> };
