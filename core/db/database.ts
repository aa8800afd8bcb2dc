/** The one database and its version steps. */
import { Dexie, type Table } from 'dexie';
import type { FramePage } from './frame-page.ts';
import type { JobId, RequestId, StorageId, TaskId } from '../model/ids.ts';
import type { Job } from '../model/job.ts';
import type { Journal, LogEntry } from '../model/log-entry.ts';
import type { RequestRecord } from '../model/request.ts';
import type { FrameAnnotations } from '../model/shape.ts';
import type { Storage } from '../model/storage.ts';
import type { Task } from '../model/task.ts';

export interface SealedRow {
  readonly storageId: StorageId;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

export interface ThumbnailRow {
  readonly taskId: TaskId;
  readonly frame: number;
  readonly blob: Blob;
}

/** How large a frame's picture is, known once it was opened; image pixels. */
export interface FrameSizeRow {
  readonly taskId: TaskId;
  readonly frame: number;
  readonly width: number;
  readonly height: number;
}

/** Rows before they have their id. */
type Added<Row extends { id: number }> = Omit<Row, 'id'> & { id?: Row['id'] };

export class Database extends Dexie {
  declare readonly storages: Table<Storage, StorageId, Added<Storage>>;
  declare readonly credentials: Table<SealedRow, StorageId>;
  declare readonly keys: Table<{ readonly name: string; readonly key: CryptoKey }, string>;
  declare readonly tasks: Table<Task, TaskId, Added<Task>>;
  declare readonly frames: Table<FramePage, [TaskId, number]>;
  declare readonly frameSizes: Table<FrameSizeRow, [TaskId, number]>;
  declare readonly jobs: Table<Job, JobId, Added<Job>>;
  declare readonly annotations: Table<FrameAnnotations, [JobId, number]>;
  declare readonly log: Table<LogEntry, [JobId, number]>;
  declare readonly journals: Table<Journal, JobId>;
  declare readonly requests: Table<RequestRecord, RequestId, Added<RequestRecord>>;
  declare readonly thumbnails: Table<ThumbnailRow, [TaskId, number]>;

  constructor(name = 'bucketmark') {
    super(name);
    this.version(1).stores({
      storages: '++id, uid',
      credentials: 'storageId',
      keys: 'name',
      tasks: '++id, updatedAt, sourceStorageId, targetStorageId',
      frames: '[taskId+page], taskId',
      frameSizes: '[taskId+frame], taskId',
      jobs: '++id, taskId, updatedAt',
      annotations: '[jobId+frame], jobId',
      log: '[jobId+seq], jobId',
      journals: 'jobId',
      requests: '++id, status',
      thumbnails: '[taskId+frame], taskId',
    });
  }
}
